/**
 * @import { Explorer } from "../explorer.js"
 * @import { Target } from "../state/selection.js"
 * @import { Canvas } from "../view/canvas.js"
 */
import { findPaths } from "../actions/ways.js";
import { counted, typeWords } from "../state/format.js";
import { byId, failure, fill, h, icon } from "./dom.js";

/** @param {string} drawing @param {string} label @param {() => void} run @param {Record<string, any>} [more] */
const tool = (drawing, label, run, more = {}) =>
  h("button", { type: "button", class: "icon-button", title: label, onclick: run, ...more }, icon(drawing), h("span", { class: "sr" }, label));

/** The tools on the canvas, and the switch between graph and list. @param {Explorer} explorer @param {Canvas} canvas @param {{draw: () => void}} list @param {HTMLElement} filters @param {{openPanel: () => void, lasso: () => void}} actions */
export function stageTools(explorer, canvas, list, filters, { openPanel, lasso }) {
  const chooser = tool("lasso", "Choose several: draw around them (S, or Shift and drag)", lasso, { id: "lasso", "aria-pressed": "false" });
  const undo = tool("undo", "Undo", () => explorer.undo(), { id: "undo" });
  const redo = tool("redo", "Redo", () => explorer.redo(), { id: "redo" });
  const steps = () => {
    const { undoes, redoes } = explorer.history;
    name(undo, undoes ? `Undo: ${undoes} (Ctrl+Z)` : "Nothing to undo", undoes === undefined);
    name(redo, redoes ? `Redo: ${redoes} (Ctrl+Shift+Z)` : "Nothing to redo", redoes === undefined);
  };
  explorer.on("view", steps);
  steps();
  fill(byId("canvas-tools"),
    tool("plus", "Zoom in (+)", () => canvas.camera.zoomBy(1.3)), tool("minus", "Zoom out (−)", () => canvas.camera.zoomBy(1 / 1.3)),
    tool("fit", "Show everything (0)", () => canvas.camera.fit(true), { id: "fit" }), h("span", { class: "tool-line" }),
    tool("tidy", "Tidy: lay everything out anew", () => explorer.moved("Tidy", canvas.tidy()), { id: "tidy" }), chooser,
    tool("path", "How entities are linked (P)", () => findPaths(explorer), { id: "paths" }), h("span", { class: "tool-line" }), undo, redo);

  const views = ["graph", "list"].map((view) => h("button", { type: "button", class: "segment", "aria-pressed": String(view === "graph"), id: `view-${view}`,
    onclick: () => show(view) }, icon(view), view === "graph" ? "Graph" : "List"));
  const outside = h("button", { type: "button", class: "button floating", id: "outside", hidden: true, onclick: () => {
    canvas.camera.fit(true);
    outside.hidden = true;
  } });
  const evidence = h("button", { type: "button", class: "button floating panel-open", title: "Who mentioned whom", "aria-label": "Who mentioned whom", onclick: openPanel }, icon("ask"), h("span", { class: "button-text" }, "Who mentioned whom"));
  const time = h("button", { type: "button", class: "button tool-button", id: "time", title: "When things were said (T)", "aria-controls": "timeline" }, icon("time"), h("span", { class: "button-text" }, "Time"));
  fill(byId("stage-tools"), h("div", { class: "segments", role: "group", "aria-label": "View" }, ...views), time, filters, outside, evidence);

  function show(/** @type {string} */ view) {
    const asList = view === "list";
    byId("canvas").hidden = asList;
    byId("canvas-tools").hidden = asList;
    byId("list").hidden = !asList;
    views.forEach((button, index) => button.setAttribute("aria-pressed", String((index === 1) === asList)));
    outside.hidden = true;
    list.draw();
    if (!asList) canvas.cy.resize();
  }
  let unseen = 0;
  return {
    /** @param {number} count */
    outOfView: (count) => {
      if (outside.hidden) unseen = 0;
      if (count === 0) return;
      unseen += count;
      fill(outside, icon("fit"), `${unseen} new out of view`);
      outside.hidden = false;
    },
    time,
    viewMoved: () => (outside.hidden = true),
    /** @param {boolean} on */
    lassoing: (on) => chooser.setAttribute("aria-pressed", String(on)),
  };
}

/** @param {HTMLButtonElement} button @param {string} label @param {boolean} disabled */
function name(button, label, disabled) {
  button.title = label;
  button.disabled = disabled;
  const words = button.querySelector(".sr");
  if (words) words.textContent = label;
}

/** What the stage says instead of a graph: loading, empty, or an error. @param {HTMLElement} root @param {Explorer} explorer @param {{add: () => void, bring: () => void, retry: () => void}} actions */
export function stageMessage(root, explorer, actions) {
  let seen = "";
  const draw = () => {
    const { loaded, scene, connection, graph } = explorer;
    const state = !loaded ? (connection.phase === "failed" ? `failed ${connection.reason}` : "loading")
      : scene.nodes.length > 0 ? "graph" : graph.nodes.size > 0 ? "filtered" : "empty";
    if (state === seen) return;
    seen = state;
    root.hidden = state === "graph";
    root.dataset.state = state.split(" ")[0];
    if (state === "loading") fill(root, ghost(), h("p", { class: "sr", role: "status" }, "The graph is being loaded."));
    else if (state.startsWith("failed")) fill(root, h("div", { class: "message" }, failure(new Error(connection.reason ?? "The server cannot be reached."), actions.retry)));
    else if (state === "filtered") fill(root, h("div", { class: "message" }, h("h2", {}, "Everything is filtered out"),
      h("p", {}, "No entity passes what is chosen above the graph and in the legend."),
      h("button", { type: "button", class: "button", onclick: () => explorer.change("Show everything", {
        filters: {}, hiddenTypes: [], hidden: [], only: null, mentioned: true, unlinked: true }) }, "Show everything")));
    else if (state === "empty") fill(root, h("div", { class: "message" }, h("h2", {}, "Who said what about whom"),
      h("p", {}, "Add an article, and the people, organisations and places in it appear here with what is said of them."),
      h("div", { class: "message-actions" },
        h("button", { type: "button", class: "button primary", onclick: actions.add }, icon("plus"), "Add an article"),
        h("button", { type: "button", class: "button", id: "load-samples", onclick: actions.bring }, "Load the sample articles")),
      h("p", { class: "muted" }, "Or drop files anywhere on this page.")));
  };
  explorer.on("scene", draw);
  explorer.on("connection", draw);
  draw();
}

/** A still sketch of a graph while the real one is on its way. */
function ghost() {
  const spots = [[50, 46, 26], [36, 34, 16], [64, 36, 18], [40, 62, 14], [61, 60, 20], [27, 50, 10], [74, 50, 11], [50, 26, 11], [51, 73, 10], [30, 70, 8], [72, 70, 8], [24, 32, 8]];
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 100 100");
  svg.setAttribute("class", "ghost");
  svg.setAttribute("aria-hidden", "true");
  const shape = (/** @type {string} */ name, /** @type {Record<string, number>} */ values) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(values)) element.setAttribute(key, String(value));
    svg.append(element);
  };
  for (const [x, y] of spots.slice(1)) shape("line", { x1: spots[0][0], y1: spots[0][1], x2: x, y2: y });
  for (const [x, y, r] of spots) shape("circle", { cx: x, cy: y, r: r / 8 });
  return svg;
}

/** What stands beside the pointer. @param {HTMLElement} tip @param {Explorer} explorer @returns {(target: Target | null, at: {x: number, y: number}) => void} */
export function hoverTip(tip, explorer) {
  return (target, at) => {
    const words = target ? describe(explorer, target) : null;
    tip.hidden = words === null;
    if (!words) return;
    fill(tip, h("b", {}, words[0]), h("span", {}, words[1]));
    const stage = /** @type {HTMLElement} */ (tip.offsetParent ?? tip.parentElement);
    const left = Math.min(at.x + 14, stage.clientWidth - tip.offsetWidth - 8);
    const below = at.y + 18 + tip.offsetHeight < stage.clientHeight;
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${below ? at.y + 18 : at.y - tip.offsetHeight - 12}px`;
  };
}

/** @param {Explorer} explorer @param {Target} target @returns {[string, string] | null} */
export function describe(explorer, target) {
  const { graph, scene } = explorer;
  if (target.kind === "edge") {
    const edge = scene.edges.find((one) => one.id === target.id);
    if (!edge) return null;
    const name = (/** @type {string} */ id) => scene.nodes.find((node) => node.id === id)?.label ?? "";
    const word = { Mentioned: "mentioned", AppearsWith: "appears with", Said: "is quoted in", AppearsIn: "is named in" }[edge.kind];
    const unit = { Mentioned: "statement", AppearsWith: "sentence", Said: "statement", AppearsIn: "mention" }[edge.kind];
    return [`${name(edge.source)} ${word} ${name(edge.target)}`, counted(edge.count, unit)];
  }
  const node = graph.nodes.get(target.id);
  if (node) return [node.name, `${typeWords[node.type][0]} · mentioned in ${counted(node.mentionedBy, "statement")} · said ${node.said}`];
  const article = explorer.overlay.articles.get(target.id);
  return article ? [article.title, article.outlet ?? "Article"] : null;
}
