/**
 * @import { Measures } from "../../analysis/measures.js"
 * @import { Explorer } from "../../explorer.js"
 * @import { AnalysisRoute } from "../../state/trail.js"
 * @import { Openers } from "./statement.js"
 */
import { Measuring } from "../../analysis/measures.js";
import { number } from "../../state/format.js";
import { toCsv } from "../../state/csv.js";
import { fileName } from "../../state/exports.js";
import { failure, fill, h, icon, typeMark } from "../dom.js";
import { save, textFile } from "../exports.js";

/** How many groups have a colour of their own. */
const colours = 8;
const settleFor = 400;
const measuring = new Measuring();

/** @typedef {"mentioned" | "mentioning" | "links" | "between" | "group"} Column */
/** @type {{key: Column, label: string, hint: string, show: (one: Measures) => string}[]} */
const columns = [
  { key: "mentioned", label: "In", hint: "Mentioned: statements seen here that mention it", show: (one) => number(one.mentioned) },
  { key: "mentioning", label: "Out", hint: "Mentioning: statements seen here that it makes", show: (one) => number(one.mentioning) },
  { key: "links", label: "Links", hint: "Degree: with how many it is linked", show: (one) => number(one.links) },
  { key: "between", label: "Between", hint: "Betweenness: of the shortest ways between two others, the share that leads through it", show: (one) => one.between.toFixed(2) },
  { key: "group", label: "Group", hint: "Community (Louvain): those who are linked more among themselves; 1 is the largest", show: (one) => (one.group === null ? "–" : String(one.group + 1)) },
];

/** Measures of what is seen, as a table that can be sorted; what is chosen in it is chosen on the canvas, and the other way. @param {Explorer} explorer @param {AnalysisRoute} route @param {Openers} open */
export function analysisView(explorer, route, open) {
  /** @type {Column | "name"} */
  let sorted = route.by ?? "mentioned";
  let descending = true;
  /** @type {Measures[]} */
  let found = [];
  let timer = 0;
  const body = h("tbody");
  const trouble = h("div");
  const colour = h("button", { type: "button", class: "button", id: "colour-groups", "aria-pressed": String(explorer.groups !== null), onclick: () => paint(explorer.groups === null) }, icon("colour"), "Colour by group");
  const away = h("button", { type: "button", class: "button quiet", onclick: () => save(fileName("analysis", "csv"), textFile(toCsv(["Name", "Type", ...columns.map((column) => column.hint.split(":")[0])],
    inOrder().map(({ one, node }) => [node.name, node.type, ...columns.map((column) => (column.key === "group" ? (one.group === null ? undefined : one.group + 1) : one[column.key]))])), "text/csv")) }, icon("download"), "Export the table");
  const heads = [{ key: /** @type {const} */ ("name"), label: "Name", hint: "Name" }, ...columns].map(({ key, label, hint }) => {
    const head = h("th", { scope: "col", class: key === "name" ? "" : "numeric", title: hint }, h("button", { type: "button", class: "sort", onclick: () => {
      descending = sorted === key ? !descending : key !== "name" && key !== "group";
      sorted = key;
      draw();
    } }, label, icon("sort-down", "icon small sort-mark")));
    return { key, head };
  });

  const inOrder = () => {
    const rows = found.flatMap((one) => {
      const node = explorer.graph.nodes.get(one.id);
      return node ? [{ one, node }] : [];
    });
    const value = (/** @type {typeof rows[0]} */ { one }) => /** @type {number} */ (sorted === "name" ? 0 : one[sorted] ?? 1e9);
    rows.sort((a, b) => (descending ? -1 : 1) * (sorted === "name" ? a.node.name.localeCompare(b.node.name, "en") : value(a) - value(b)) || b.one.mentioned - a.one.mentioned || a.node.name.localeCompare(b.node.name, "en"));
    return rows;
  };
  const draw = () => {
    for (const { key, head } of heads) {
      head.setAttribute("aria-sort", key === sorted ? (descending ? "descending" : "ascending") : "none");
      head.querySelector("use")?.setAttribute("href", `icons.svg#sort-${key === sorted && !descending ? "up" : "down"}`);
    }
    const { current } = explorer.trail;
    const at = current.view === "analysis" ? current.at : undefined;
    const active = document.activeElement;
    const focused = active instanceof HTMLElement && body.contains(active) ? active.dataset.id : undefined;
    fill(body, ...inOrder().map(({ one, node }) => h("tr", { class: one.id === at ? "selected" : "", "data-row": one.id, onclick: () => (one.id === at ? open.entity(one.id) : explorer.lookAt(one.id)) },
      h("th", { scope: "row" }, h("button", { type: "button", class: "entity", title: `${node.name}. Press again for the evidence`, "data-id": one.id, "aria-pressed": String(one.id === at) },
        typeMark(node.type), h("span", { class: "entity-name" }, node.name))),
      ...columns.map((column) => h("td", { class: "numeric" }, column.key === "group" && one.group !== null && one.group < colours && h("span", { class: `swatch swatch-${one.group + 1}`, "aria-hidden": "true" }), column.show(one))))));
    if (focused) /** @type {HTMLElement | null} */ (body.querySelector(`[data-id="${CSS.escape(focused)}"]`))?.focus();
    else if (at) body.querySelector(`[data-row="${CSS.escape(at)}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const paint = (/** @type {boolean} */ on) => {
    colour.setAttribute("aria-pressed", String(on));
    explorer.colourBy(on ? new Map(found.flatMap((one) => (one.group === null || one.group >= colours ? [] : [[one.id, one.group]]))) : null);
  };
  const load = async () => {
    try {
      const measures = await measuring.measure(explorer.scene);
      if (!measures) return;
      found = measures;
      fill(trouble);
      draw();
      if (explorer.groups) paint(true);
    } catch (error) {
      fill(trouble, failure(error, () => void load()));
    }
  };
  let seen = explorer.scene;
  void load();
  return {
    title: "Analysis",
    body: h("div", { class: "view" }, h("p", { class: "hint" }, "Of what is seen on the canvas. A row leads to its node, a node to its row; pressed again, it opens the evidence."),
      h("div", { class: "entity-actions" }, colour, away), trouble,
      h("table", { class: "table analysis" }, h("caption", { class: "sr" }, "Measures of the entities that are seen"), h("thead", {}, h("tr", {}, ...heads.map(({ head }) => head))), body)),
    update: () => {
      if (explorer.scene === seen) return draw();
      seen = explorer.scene;
      clearTimeout(timer);
      timer = Number(setTimeout(() => void load(), settleFor));
    },
  };
}
