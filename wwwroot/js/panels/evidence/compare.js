/**
 * @import { Explorer } from "../../explorer.js"
 * @import { Change, Changed } from "../../state/compare.js"
 * @import { CompareRoute } from "../../state/trail.js"
 * @import { GraphNode } from "../../state/types.js"
 */
import { loadComparison, mostDrawn } from "../../actions/comparing.js";
import { openPair } from "../../actions/opening.js";
import { pointAt } from "../../actions/ways.js";
import { number } from "../../state/format.js";
import { failure, fill, h, icon, skeleton, typeMark } from "../dom.js";
import { choice } from "../filters.js";

const rowsAtOnce = 60;
/** @type {Record<Change, string>} */
const words = { new: "New", gone: "Gone", stronger: "Stronger", weaker: "Weaker" };

/** What changed from one stretch of time to another. @param {Explorer} explorer @param {CompareRoute} route @param {(error: unknown) => void} report */
export function compareView(explorer, route, report) {
  const holder = h("div");
  const day = (/** @type {"first" | "second"} */ which, /** @type {"from" | "to"} */ end, /** @type {string} */ label) => {
    const input = h("input", { type: "date", class: "field", value: route[which][end], "aria-label": label, required: true, onchange: () => {
      const stretch = { ...route[which], [end]: input.value };
      if (input.value !== "" && stretch.from <= stretch.to) explorer.go({ ...route, [which]: stretch });
      else input.value = route[which][end];
    } });
    return input;
  };
  const stretch = (/** @type {"first" | "second"} */ which, /** @type {string} */ label) => h("div", { class: "filter-row" }, h("span", { class: "filter-label", "aria-hidden": "true" }, label),
    h("div", { class: "filter-controls" }, day(which, "from", `${label}, from`), h("span", { class: "muted", "aria-hidden": "true" }, "–"), day(which, "to", `${label}, to`)));

  const load = async () => {
    fill(holder, skeleton(6));
    try {
      const found = await loadComparison(explorer, route);
      if (explorer.trail.current === route) show(found);
    } catch (error) {
      fill(holder, failure(error, () => void load()));
    }
  };
  /** @param {{changed: Changed[], nodes: Map<string, GraphNode>}} found */
  const show = ({ changed, nodes }) => {
    if (changed.length === 0) return fill(holder, h("p", { class: "empty-line" }, "No link differs between the two."));
    let only = "";
    let rows = rowsAtOnce;
    const list = h("ol", { class: "who-list" });
    const kinds = choice("Changes", [["", `All ${number(changed.length)}`], ...Object.entries(words).map(([key, word]) => /** @type {[string, string]} */ ([key, `${word} ${number(changed.filter((one) => one.change === key).length)}`]))], (value) => {
      only = value;
      rows = rowsAtOnce;
      draw();
    });
    const draw = () => {
      kinds.set(only);
      const fitting = changed.filter((one) => only === "" || one.change === only);
      fill(list, ...fitting.slice(0, rows).map(row), fitting.length > rows && h("li", {}, h("button", { type: "button", class: "button wide", onclick: () => {
        rows += rowsAtOnce;
        draw();
      } }, `Show more (${number(fitting.length - rows)} left)`)));
    };
    const row = (/** @type {Changed} */ one) => {
      const [source, target] = [nodes.get(one.edge.source), nodes.get(one.edge.target)];
      const path = explorer.ways.listed.find((way) => way.edges[0].id === one.edge.id) ?? null;
      return source && target ? h("li", {}, h("button", { type: "button", class: "who-row", "data-change": one.change, title: `${source.name} mentioned ${target.name}: ${one.before} before, ${one.after} after`,
        onclick: () => void openPair(explorer, "Mentioned", source, target).catch(report),
        onpointerenter: () => pointAt(explorer, path), onpointerleave: () => pointAt(explorer, null), onfocusin: () => pointAt(explorer, path), onfocusout: () => pointAt(explorer, null) },
      h("span", { class: "who-end" }, typeMark(source.type), h("span", { class: "entity-name" }, source.name)), icon("arrow", "icon who-arrow"),
      h("span", { class: "who-end" }, typeMark(target.type), h("span", { class: "entity-name" }, target.name)),
      h("span", { class: "who-count figure" }, `${number(one.before)} → ${number(one.after)}`),
      h("span", { class: `who-detail change-${one.change}` }, words[one.change]))) : null;
    };
    draw();
    fill(holder, kinds.element, changed.length > mostDrawn && h("p", { class: "hint" }, `The ${number(mostDrawn)} greatest changes are drawn.`), list);
  };
  void load();
  return {
    title: "Two times compared",
    body: h("div", { class: "view" }, h("div", { class: "filter-form" }, stretch("first", "Before"), stretch("second", "After")),
      h("p", { class: "mark-key" }, h("span", { class: "change-new" }, "New"), h("span", { class: "change-gone" }, "Gone (dashed)"), h("span", { class: "change-stronger" }, "Stronger"), h("span", { class: "change-weaker" }, "Weaker (dotted)")),
      holder),
  };
}
