/**
 * @import { Explorer } from "../explorer.js"
 * @import { Saved } from "../state/link.js"
 */
import { pageOfNeighbours } from "./neighbours.js";

/** How many entities are asked for at once. */
const atOnce = 6;

/** What is seen now, as it can be put into a link. @param {Explorer} explorer @param {Saved["camera"]} camera @returns {Saved} */
export const currentView = (explorer, camera) => ({ view: explorer.view, route: explorer.trail.current, places: explorer.places(), camera });

/** Shows a view that was kept, on the graph as it is now. @param {Explorer} explorer @param {Saved} saved @param {string | null} label the step that it is, to be undone; null: none */
export async function openView(explorer, { view, route, places }, label) {
  await knowAll(explorer, [...view.brought, ...view.pinned, ...(view.only ?? []), ...mentioned(route)]);
  await Promise.all(Object.entries(view.articles).map(async ([id, count]) => {
    for (let known = explorer.overlay.countOf(id); known < count; known += pageOfNeighbours)
      explorer.overlay.addArticles(id, await explorer.api.neighbours(id, ["Said", "AppearsIn"], known, pageOfNeighbours, view.filters));
  }));
  explorer.replace(label, view, places);
  if (route) explorer.go(route);
  else explorer.home();
  if (!explorer.shown.complete) await explorer.fetchEdges();
}

/** @param {Saved["route"]} route */
function mentioned(route) {
  if (route?.view === "entity") return [route.id];
  if (route?.view === "pair") return [route.source, route.target];
  return route?.view === "paths" || route?.view === "common" ? route.ends.map((end) => end.id) : [];
}

/** Asks for the entities that are not known yet; those that are gone stay away. @param {Explorer} explorer @param {string[]} ids */
async function knowAll({ api, graph }, ids) {
  if (graph.complete) return;
  const missing = [...new Set(ids)].filter((id) => !graph.nodes.has(id));
  const since = graph.version;
  const next = async () => {
    for (let id = missing.pop(); id !== undefined; id = missing.pop()) {
      try {
        graph.addFetchedNodes([await api.entity(id)], since);
      } catch (error) {
        if (/** @type {{status?: number}} */ (error).status !== 404) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}
