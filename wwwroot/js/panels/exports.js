/**
 * @import { Explorer } from "../explorer.js"
 * @import { Canvas } from "../view/canvas.js"
 */
import { fileName, linksAsCsv, sceneAsJson } from "../state/exports.js";
import { h, icon } from "./dom.js";

/** Hands a file to the reader. @param {string} name @param {Blob} content */
export function save(name, content) {
  const url = URL.createObjectURL(content);
  h("a", { href: url, download: name }).click();
  // Some browsers read it a moment later only.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** What is seen, as a picture or as data. @param {Explorer} explorer @param {Canvas} canvas @param {(error: unknown) => void} report */
export function exportsOfView(explorer, canvas, report) {
  const text = (/** @type {string} */ content, /** @type {string} */ type) => new Blob([content], { type: `${type};charset=utf-8` });
  /** @type {[string, string, () => Blob | Promise<Blob>][]} */
  const forms = [
    ["png", "Picture (PNG)", () => canvas.png()],
    ["svg", "Drawing (SVG)", () => text(canvas.svg(), "image/svg+xml")],
    ["csv", "Links (CSV)", () => text(linksAsCsv(explorer.scene), "text/csv")],
    ["json", "Data (JSON)", () => text(sceneAsJson(explorer.scene, explorer.places()), "application/json")],
  ];
  return h("div", { class: "exports" }, h("h3", { class: "views-heading" }, "Export what is seen"),
    h("div", { class: "exports-list", role: "group", "aria-label": "Export what is seen" }, ...forms.map(([ending, label, make]) => h("button", { type: "button", class: "button", "data-format": ending, onclick: async () => {
      try {
        save(fileName("entitygraph", ending), await make());
      } catch (error) {
        report(error);
      }
    } }, icon("download"), label))));
}
