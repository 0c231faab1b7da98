/**
 * @import { Explorer } from "../explorer.js"
 * @import { EntityType, GraphEdge, GraphNode } from "../state/types.js"
 */
import { add, mostNeighbours, neighbours, pageOfNeighbours } from "../actions/neighbours.js";
import { counted, number, typeWords } from "../state/format.js";
import { entityTypes } from "../state/types.js";
import { choice } from "./filters.js";
import { failure, fill, h, skeleton, typeMark } from "./dom.js";
import { floating } from "./popover.js";

const rowsAtOnce = 40;
/** From so many neighbours on an entity is called a hub. */
const hub = 60;

/** Shows what expanding would add before it does: the neighbours that are not on the canvas, strongest first. @param {Explorer} explorer */
export function expandBox(explorer) {
  const box = floating("Neighbours to add", { className: "expand-box" });
  let asked = 0;

  /** @param {string} id @param {{left: number, top: number, bottom: number}} at */
  const open = (id, at) => {
    const number_ = ++asked;
    const name = explorer.graph.nodes.get(id)?.name ?? "";
    const load = async () => {
      fill(box.element, heading(name), skeleton(5));
      box.open(at);
      box.element.focus();
      try {
        const found = await neighbours(explorer, id);
        if (number_ === asked) show(id, name, found);
      } catch (error) {
        if (number_ === asked) fill(box.element, heading(name), failure(error, () => void load()));
      }
      box.open(at);
    };
    void load();
  };

  /** @param {string} id @param {string} name @param {{all: {node: GraphNode, edges: GraphEdge[], count: number}[], total: number}} found */
  const show = (id, name, { all, total }) => {
    const seen = new Set(explorer.scene.nodes.map((node) => node.id));
    const hidden = all.filter(({ node }) => !seen.has(node.id));
    /** @type {Set<string>} */
    const chosen = new Set();
    /** @type {EntityType | ""} */
    let type = "";
    let rows = rowsAtOnce;
    const ofType = () => hidden.filter(({ node }) => type === "" || node.type === type);
    const list = h("ul", { class: "expand-list" });
    const go = h("button", { type: "button", class: "button primary", id: "expand-add", onclick: () => {
      const picked = chosen.size > 0 ? hidden.filter(({ node }) => chosen.has(node.id)) : ofType().slice(0, pageOfNeighbours);
      box.close();
      void add(explorer, id, picked);
    } });
    const types = choice("Types", [["", `All ${number(hidden.length)}`], ...entityTypes.map((one) => /** @type {[string, string]} */ (
      [one, `${typeWords[one][1]} ${number(hidden.filter(({ node }) => node.type === one).length)}`]))], (value) => {
      type = /** @type {EntityType | ""} */ (value);
      rows = rowsAtOnce;
      draw();
    });
    const words = () => {
      const few = Math.min(ofType().length, pageOfNeighbours);
      go.textContent = chosen.size > 0 ? `Add ${number(chosen.size)} chosen` : few === ofType().length ? `Add all ${number(few)}` : `Add the strongest ${number(few)}`;
      go.disabled = chosen.size === 0 && few === 0;
    };
    const draw = () => {
      types.set(type);
      const fitting = ofType();
      fill(list, ...fitting.slice(0, rows).map(({ node, count }) => h("li", {}, h("label", { class: "expand-row", title: node.name },
        h("input", { type: "checkbox", class: "legend-check", checked: chosen.has(node.id), onchange: (/** @type {Event} */ event) => {
          if (/** @type {HTMLInputElement} */ (event.target).checked) chosen.add(node.id);
          else chosen.delete(node.id);
          words();
        } }), typeMark(node.type), h("span", { class: "entity-name" }, node.name), h("span", { class: "who-count figure" }, counted(count, "statement"))))),
      fitting.length > rows && h("li", {}, h("button", { type: "button", class: "button wide", onclick: () => {
        rows += rowsAtOnce;
        draw();
      } }, `Show more (${number(fitting.length - rows)} left)`)));
      words();
    };
    draw();
    fill(box.element, heading(name),
      h("p", { class: "facts" }, `${counted(total, "neighbour")}, ${number(all.length - hidden.length)} on the graph`,
        total > mostNeighbours && `, the strongest ${number(mostNeighbours)} looked at`),
      total >= hub && h("p", { class: "hint" }, `A hub: ${number(pageOfNeighbours)} at a time are added, the strongest first, or those that you choose.`),
      hidden.length > 0 ? h("div", { class: "expand-body" }, types.element, list) : h("p", { class: "empty-line" }, "All of them are on the graph."),
      hidden.length > 0 && h("div", { class: "dialog-actions" }, go));
    if (hidden.length > 0) go.focus();
  };
  return { open };
}

/** @param {string} name */
const heading = (name) => h("h2", { class: "expand-title", title: name }, name);
