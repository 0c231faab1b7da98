/**
 * @import { Explorer } from "../../explorer.js"
 * @import { CommonRoute } from "../../state/trail.js"
 * @import { Openers } from "./statement.js"
 */
import { loadCommon, pageOfNeighbours } from "../../actions/neighbours.js";
import { pointAt } from "../../actions/ways.js";
import { counted, number } from "../../state/format.js";
import { failure, fill, h, skeleton, typeMark } from "../dom.js";

/** The neighbours that some entities have in common. @param {Explorer} explorer @param {CommonRoute} route @param {Openers} open */
export function commonView(explorer, route, open) {
  const names = route.ends.map((end) => end.name);
  const holder = h("div");
  const load = async () => {
    fill(holder, skeleton(6));
    try {
      const found = await loadCommon(explorer, route);
      if (explorer.trail.current !== route) return;
      if (found.length === 0) return fill(holder, h("p", { class: "empty-line" }, "Nobody is linked to all of them."));
      fill(holder, h("p", { class: "facts" }, counted(found.length, "neighbour"), found.length > pageOfNeighbours && ` in common; the strongest ${number(pageOfNeighbours)} are on the graph`),
        h("ol", { class: "who-list" }, ...found.map(({ node, counts, path }) => h("li", {}, h("button", { type: "button", class: "with-row",
          title: counts.map((count, index) => `${counted(count, "statement")} with ${names[index]}`).join(", "),
          onpointerenter: () => pointAt(explorer, path), onpointerleave: () => pointAt(explorer, null),
          onfocusin: () => pointAt(explorer, path), onfocusout: () => pointAt(explorer, null), onclick: () => open.entity(node.id) },
        typeMark(node.type), h("span", { class: "entity-name" }, node.name), h("span", { class: "who-count figure" }, counts.map(number).join(" + ")))))));
    } catch (error) {
      fill(holder, failure(error, () => void load()));
    }
  };
  void load();
  return {
    title: "Neighbours in common",
    body: h("div", { class: "view" },
      h("ul", { class: "path-ends", "aria-label": "Of" }, ...route.ends.map((end) => h("li", {},
        h("button", { type: "button", class: "chip", title: end.name, onclick: () => open.entity(end.id) }, typeMark(end.type), h("span", { class: "entity-name" }, end.name))))),
      holder),
  };
}
