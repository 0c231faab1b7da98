/**
 * @import { Explorer } from "../../explorer.js"
 * @import { Hop, Path, PathsBetween } from "../../state/paths.js"
 * @import { PathsRoute } from "../../state/trail.js"
 * @import { EdgeKind, GraphEdge } from "../../state/types.js"
 * @import { Openers } from "./statement.js"
 */
import { loadPaths, pointAt } from "../../actions/ways.js";
import { ref } from "../../state/filters.js";
import { counted, number } from "../../state/format.js";
import { hops, inWords, mostEnds } from "../../state/paths.js";
import { chip } from "../chip.js";
import { Combobox, entityChoices } from "../combobox.js";
import { entityButton, failure, fill, h, icon, skeleton } from "../dom.js";
import { choice } from "../filters.js";

/** How some entities are linked: several ways, each hop leading to its sentences. @param {Explorer} explorer @param {PathsRoute} route @param {Openers} open */
export function pathsView(explorer, route, open) {
  const { ends, kinds, maxLength } = route;
  const ask = (/** @type {Partial<PathsRoute>} */ patch) => explorer.go({ ...route, ...patch });
  const holder = h("div", { class: "path-groups" });
  const length = choice("Links at the most", ["1", "2", "3", "4"].map((value) => /** @type {[string, string]} */ ([value, value])), (value) => ask({ maxLength: Number(value) }));
  length.set(String(maxLength));
  const kind = (/** @type {EdgeKind} */ one, /** @type {string} */ label) => {
    const on = kinds.includes(one);
    return h("label", { class: "check" }, h("input", { type: "checkbox", class: "legend-check", checked: on, disabled: on && kinds.length === 1,
      onchange: () => ask({ kinds: on ? kinds.filter((other) => other !== one) : [...kinds, one] }) }), label);
  };
  const add = new Combobox({
    label: ends.length === 0 ? "From" : ends.length === 1 ? "To" : "Another entity", placeholder: ends.length < 2 ? "Add an entity" : "Add another",
    search: async (text, signal) => entityChoices(text, await explorer.api.search(text, 8, signal), (node) => {
      explorer.graph.addFetchedNodes([node], explorer.graph.version);
      if (!ends.some((end) => end.id === node.id)) ask({ ends: [...ends, ref(node)] });
    }),
  });

  const load = async () => {
    fill(holder, skeleton(6));
    try {
      const found = await loadPaths(explorer, route);
      if (explorer.trail.current !== route) return;
      const several = found.length > 1;
      fill(holder, ...found.map((between) => group(between, several)));
    } catch (error) {
      fill(holder, failure(error, () => void load()));
    }
  };
  /** @param {PathsBetween} between @param {boolean} named */
  const group = ({ from, to, paths, complete }, named) => h("section", { class: "path-group" },
    named && h("h3", { class: "path-heading" }, `${from.name} – ${to.name}`),
    paths.length === 0
      ? h("p", { class: "empty-line" }, `No way of ${counted(maxLength, "link")} or fewer leads from one to the other.`,
        !kinds.includes("AppearsWith") && h("button", { type: "button", class: "link", onclick: () => ask({ kinds: [...kinds, "AppearsWith"] }) }, "Follow shared sentences too"))
      : h("ol", { class: "path-list" }, ...paths.map(way)),
    !complete && h("p", { class: "hint" }, "Some entities on the way have too many links to follow them all: there may be more."));
  /** @param {Path} path */
  const way = (path) => {
    const name = (/** @type {string} */ id) => explorer.graph.nodes.get(id)?.name ?? "?";
    const row = h("li", { class: "path", onpointerenter: () => pointAt(explorer, path), onpointerleave: () => pointAt(explorer, null),
      onfocusin: () => pointAt(explorer, path), onfocusout: () => pointAt(explorer, null) },
    ...path.entityIds.flatMap((id, index) => {
      const node = explorer.graph.nodes.get(id);
      return [index > 0 && hopRow(hops(path)[index - 1], name), node && entityButton(node, open.entity)].filter((one) => one !== false && one !== undefined);
    }));
    row.setAttribute("aria-label", inWords(path, (id) => explorer.graph.nodes.get(id)));
    return row;
  };
  /** @param {Hop} hop @param {(id: string) => string} name */
  const hopRow = ({ from, edges }, name) => h("span", { class: "path-hop" }, ...edges.map((edge) => {
    const words = edge.kind === "Mentioned" ? `${name(edge.source)} mentioned ${name(edge.target)} in ${counted(edge.count, "statement")}`
      : `Both stand in ${counted(edge.count, "sentence")}`;
    return h("button", { type: "button", class: "path-edge", title: `${words}. Show the sentences`, onclick: () => openEdge(edge) },
      icon(edge.kind === "AppearsWith" ? "edge-appearswith" : edge.source === from ? "path-down" : "path-up", `icon small${edge.kind === "AppearsWith" ? " wide-icon" : ""}`),
      h("span", {}, edge.kind === "AppearsWith" ? "same sentence" : edge.source === from ? "mentioned" : "mentioned by"), h("span", { class: "figure" }, number(edge.count)),
      h("span", { class: "sr" }, words));
  }));
  const openEdge = (/** @type {GraphEdge} */ edge) => explorer.go({ view: "pair", kind: /** @type {"Mentioned" | "AppearsWith"} */ (edge.kind), source: edge.source, target: edge.target });

  if (ends.length >= 2) void load();
  else fill(holder, h("p", { class: "hint" }, "Choose two entities or more, and the ways between them are listed here and drawn in the graph."));
  return {
    title: "How they are linked",
    body: h("div", { class: "view" },
      h("ul", { class: "path-ends", "aria-label": "Ends" }, ...ends.map((end) => h("li", {},
        chip(end.name, () => ask({ ends: ends.filter((other) => other.id !== end.id) }), { hint: end.name, run: () => open.entity(end.id) })))),
      ends.length < mostEnds && add.element,
      h("div", { class: "path-settings" }, h("span", { class: "filter-label" }, "Links at the most"), length.element,
        h("span", { class: "filter-label" }, "Following"), h("span", { class: "path-kinds" }, kind("Mentioned", "Mentioned"), kind("AppearsWith", "Appears with"))),
      holder),
  };
}
