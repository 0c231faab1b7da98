/** @import { Explorer } from "../explorer.js" */
import { number, typeWords } from "../state/format.js";
import { entityTypes } from "../state/types.js";
import { fill, h, icon } from "./dom.js";

/** The legend, which is the filter at the same time. @param {HTMLElement} root @param {Explorer} explorer */
export function legend(root, explorer) {
  /** @type {Map<string, {input: HTMLInputElement, count: HTMLElement}>} */
  const rows = new Map();

  /** @param {string} key @param {string} drawing @param {string} className @param {string} label @param {string} hint @param {(on: boolean) => void} change */
  const row = (key, drawing, className, label, hint, change) => {
    const input = h("input", { type: "checkbox", class: "legend-check", onchange: () => change(input.checked) });
    const count = h("span", { class: "legend-count" });
    rows.set(key, { input, count });
    return h("label", { class: "legend-row", title: hint }, input, icon(drawing, `legend-mark ${className}`),
      h("span", { class: "legend-label" }, label), count);
  };
  const types = entityTypes.map((type) => row(type, `type-${type.toLowerCase()}`, `type-${type.toLowerCase()}`, typeWords[type][1],
    `Show or hide ${typeWords[type][1].toLowerCase()}`, (on) => explorer.showType(type, on)));
  const show = (/** @type {"mentioned" | "unlinked" | "appearsWith"} */ what) => (/** @type {boolean} */ on) =>
    explorer.change(on ? "Show links" : "Hide links", { [what]: on });

  fill(root,
    h("h2", { class: "side-heading" }, "Show"),
    h("div", { class: "legend-group", role: "group", "aria-label": "Types of entity" }, ...types,
      row("unlinked", "edge-unlinked", "legend-edge", "Without links", "Entities that no statement ties to another", show("unlinked"))),
    h("h2", { class: "side-heading" }, "Links"),
    h("div", { class: "legend-group", role: "group", "aria-label": "Kinds of link" },
      row("mentioned", "edge-mentioned", "legend-edge", "Mentioned", "The arrow leads from who spoke to whom they spoke of; thicker: more statements",
        show("mentioned")),
      row("appearsWith", "edge-appearswith", "legend-edge", "Appears with", "Both stand in the same sentence", show("appearsWith"))),
    h("p", { class: "legend-note" }, "The larger an entity, the more statements mention it."));

  const draw = () => {
    const { view, scene, overlay } = explorer;
    const set = (/** @type {string} */ key, /** @type {boolean} */ on, /** @type {number | null} */ value) => {
      const { input, count } = /** @type {{input: HTMLInputElement, count: HTMLElement}} */ (rows.get(key));
      input.checked = on;
      count.textContent = value === null || !explorer.loaded ? "" : number(value);
    };
    for (const type of entityTypes) set(type, !view.hiddenTypes.includes(type), scene.counts[type]);
    set("unlinked", view.unlinked, scene.unlinkedKnown);
    set("mentioned", view.mentioned, explorer.shown.edges.size);
    set("appearsWith", view.appearsWith, view.appearsWith ? overlay.appearsWith.length : null);
  };
  explorer.on("scene", draw);
  draw();
}
