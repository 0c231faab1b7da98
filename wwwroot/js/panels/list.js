/**
 * @import { Explorer } from "../explorer.js"
 * @import { GraphNode } from "../state/types.js"
 */
import { date, number, typeWords } from "../state/format.js";
import { byRelevance } from "../state/scene.js";
import { fill, h, icon, typeMark } from "./dom.js";

/** @type {{key: string, label: string, numeric?: boolean, compare: (a: GraphNode, b: GraphNode) => number}[]} */
const columns = [
  { key: "name", label: "Name", compare: (a, b) => a.name.localeCompare(b.name, "en") },
  { key: "type", label: "Type", compare: (a, b) => a.type.localeCompare(b.type) },
  { key: "mentionedBy", label: "Mentioned in", numeric: true, compare: (a, b) => a.mentionedBy - b.mentionedBy },
  { key: "said", label: "Said", numeric: true, compare: (a, b) => a.said - b.said },
  { key: "articles", label: "Articles", numeric: true, compare: (a, b) => a.articles - b.articles },
  { key: "first", label: "First", numeric: true, compare: (a, b) => (a.first ?? "").localeCompare(b.first ?? "") },
  { key: "last", label: "Last", numeric: true, compare: (a, b) => (a.last ?? "").localeCompare(b.last ?? "") },
];

/** The entities on the canvas as a table that can be sorted; the same entity is chosen in both. @param {HTMLElement} root @param {Explorer} explorer @param {(id: string) => void} open */
export function entityList(root, explorer, open) {
  let [sorted, descending] = ["mentionedBy", true];
  const body = h("tbody");
  const heads = columns.map((column) => {
    const head = h("th", { scope: "col", class: column.numeric ? "numeric" : "" },
      h("button", { type: "button", class: "sort", onclick: () => {
        descending = sorted === column.key ? !descending : column.numeric === true;
        sorted = column.key;
        draw();
      } }, column.label, icon("sort-down", "icon small sort-mark")));
    return head;
  });
  const table = h("table", { class: "table" }, h("caption", { class: "sr" }, "Entities shown in the graph"), h("thead", {}, h("tr", {}, ...heads)), body);
  const none = h("p", { class: "empty-line" }, "No entity is shown. Change the filters or add articles.");
  fill(root, table, none);

  const draw = () => {
    if (root.hidden) return;
    columns.forEach((column, index) => {
      const on = column.key === sorted;
      heads[index].setAttribute("aria-sort", on ? (descending ? "descending" : "ascending") : "none");
      heads[index].querySelector("use")?.setAttribute("href", `icons.svg#sort-${on && !descending ? "up" : "down"}`);
    });
    const compare = columns.find((column) => column.key === sorted)?.compare ?? byRelevance;
    const entities = explorer.scene.nodes.flatMap((node) => (node.entity ? [node.entity] : []));
    entities.sort((a, b) => (descending ? compare(b, a) : compare(a, b)) || byRelevance(a, b));
    const { current } = explorer.trail;
    const active = document.activeElement;
    const focused = active instanceof HTMLElement && body.contains(active) ? active.dataset.id : undefined;
    none.hidden = entities.length > 0;
    table.hidden = entities.length === 0;
    fill(body, ...entities.map((node) => row(node, current.view === "entity" && current.id === node.id, open)));
    if (focused) /** @type {HTMLElement | null} */ (body.querySelector(`[data-id="${CSS.escape(focused)}"]`))?.focus();
  };
  explorer.on("scene", draw);
  explorer.on("route", draw);
  return { draw };
}

/** @param {GraphNode} node @param {boolean} selected @param {(id: string) => void} open */
function row(node, selected, open) {
  return h("tr", { class: selected ? "selected" : "", onclick: () => open(node.id) },
    h("th", { scope: "row" }, h("button", { type: "button", class: "entity", title: node.name, "data-id": node.id, "aria-pressed": String(selected) },
      typeMark(node.type), h("span", { class: "entity-name" }, node.name))),
    h("td", {}, typeWords[node.type][0]),
    h("td", { class: "numeric" }, number(node.mentionedBy)), h("td", { class: "numeric" }, number(node.said)),
    h("td", { class: "numeric" }, number(node.articles)),
    h("td", { class: "numeric" }, node.first ? date(node.first) : "–"), h("td", { class: "numeric" }, node.last ? date(node.last) : "–"));
}
