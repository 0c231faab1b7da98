/**
 * @import { Explorer } from "../explorer.js"
 * @import { Canvas } from "../view/canvas.js"
 */
import { isEmpty } from "../state/filters.js";
import { fileName, linksAsCsv, sceneAsJson } from "../state/exports.js";
import { fill, h, icon } from "./dom.js";

/** Hands a file to the reader. @param {string} name @param {Blob} content */
export function save(name, content) {
  const url = URL.createObjectURL(content);
  h("a", { href: url, download: name }).click();
  // Some browsers read it a moment later only.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** @param {string} content @param {string} type */
export const textFile = (content, type) => new Blob([content], { type: `${type};charset=utf-8` });

/** The forms in which the server writes a whole graph. @type {[string, string][]} */
const serverForms = [["graphml", "GraphML"], ["gexf", "GEXF"], ["csv", "CSV"], ["json", "JSON"], ["cypher", "Cypher"], ["ftm", "FollowTheMoney"]];

/** What is seen as a picture or as data, and the whole graph. @param {Explorer} explorer @param {Canvas} canvas @param {(error: unknown) => void} report */
export function exporting(explorer, canvas, report) {
  const { api } = explorer;
  const fromServer = (/** @type {string} */ format) => {
    const { view, scene } = explorer;
    const kinds = [view.mentioned && "Mentioned", view.appearsWith && "AppearsWith"].filter(Boolean).join(",");
    return api.exportOf(format, scene.nodes.filter((node) => node.entity).map((node) => node.id), kinds, view.filters);
  };
  /** @type {[string, string, () => Blob | Promise<Blob>][]} */
  const ofView = [
    ["png", "Picture (PNG)", () => canvas.png()],
    ["svg", "Drawing (SVG)", () => textFile(canvas.svg(), "image/svg+xml")],
    ["csv", "Links (CSV)", () => textFile(linksAsCsv(explorer.scene), "text/csv")],
    ["json", "Data (JSON)", () => textFile(sceneAsJson(explorer.scene, explorer.places()), "application/json")],
    ["graphml", "GraphML", () => fromServer("graphml")],
    ["gexf", "GEXF", () => fromServer("gexf")],
  ];
  const run = async (/** @type {string} */ ending, /** @type {() => Blob | Promise<Blob>} */ make) => {
    try {
      save(fileName("entitygraph-view", ending), await make());
    } catch (error) {
      report(error);
    }
  };
  const part = (/** @type {string} */ title, /** @type {HTMLElement[]} */ buttons) =>
    h("section", { class: "exports" }, h("h3", { class: "views-heading" }, title), h("div", { class: "exports-list", role: "group", "aria-label": title }, ...buttons));
  const only = h("input", { type: "checkbox", class: "legend-check", checked: true, onchange: () => draw() });
  const choice = h("label", { class: "check" }, only, "Only what passes the filters");
  const links = h("div", { class: "exports-list", role: "group", "aria-label": "Export the whole graph" });
  const draw = () => {
    const { filters } = explorer.view;
    choice.hidden = isEmpty(filters);
    fill(links, ...serverForms.map(([format, label]) => h("a", { class: "button", "data-whole": format, download: "", href: api.exportAddress(format, only.checked ? filters : {}) }, icon("download"), label)));
  };
  explorer.on("view", draw);
  draw();
  return [
    part("Export what is seen", ofView.map(([ending, label, make]) => h("button", { type: "button", class: "button", "data-format": ending, onclick: () => void run(ending, make) }, icon("download"), label))),
    h("section", { class: "exports" }, h("h3", { class: "views-heading" }, "Export the whole graph"), choice, links),
  ];
}
