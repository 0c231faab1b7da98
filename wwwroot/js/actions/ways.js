/**
 * @import { Explorer } from "../explorer.js"
 * @import { Filters, Ref } from "../state/filters.js"
 * @import { Path, PathsBetween } from "../state/paths.js"
 * @import { PathsRoute } from "../state/trail.js"
 */
import { ref } from "../state/filters.js";
import { mostEnds } from "../state/paths.js";

/** Asks how entities are linked. @param {Explorer} explorer @param {Ref[]} ends @param {Filters} [filters] */
export function askPaths(explorer, ends, filters) {
  if (filters) explorer.filter(filters, "Ask");
  explorer.go({ view: "paths", ends: ends.map(ref), kinds: ["Mentioned"], maxLength: 4 });
}

/** Begins with what is chosen. @param {Explorer} explorer */
export function findPaths(explorer) {
  const chosen = explorer.group.length > 0 ? explorer.group : explorer.trail.subject;
  askPaths(explorer, chosen.slice(0, mostEnds).flatMap((id) => explorer.graph.nodes.get(id) ?? []));
}

/** Finds the ways that a route asks for and shows them. @param {Explorer} explorer @param {PathsRoute} route @returns {Promise<PathsBetween[]>} one for each two ends */
export async function loadPaths(explorer, route) {
  const { graph, ways } = explorer;
  const since = graph.version;
  const found = await ways.find(route, explorer.view.filters);
  if (explorer.trail.current !== route) return found;
  const nodes = found.flatMap((one) => one.nodes);
  graph.addFetchedNodes(nodes, since);
  ways.listed = found.flatMap((one) => one.paths);
  const { shown } = explorer;
  if (shown !== graph) shown.addFetchedNodes(nodes, shown.version);
  shown.addFetchedEdges(ways.all.edges.filter((edge) => edge.kind === "Mentioned"), shown.version);
  explorer.bring(ways.all.nodes, "Show the ways");
  explorer.tell("route", { again: true });
  return found;
}

/** Brings one of the listed ways out in the graph. @param {Explorer} explorer @param {Path | null} path null: all of them */
export function pointAt(explorer, path) {
  if (path === explorer.ways.pointed) return;
  explorer.ways.pointed = path;
  explorer.tell("marks");
}
