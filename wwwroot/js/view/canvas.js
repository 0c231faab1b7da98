/**
 * @import { Scene, SceneNode } from "../state/scene.js"
 * @import { Target } from "../state/selection.js"
 * @import { GraphEdge } from "../state/types.js"
 *
 * @typedef {object} CanvasEvents
 * @property {(target: Target | null) => void} onPick
 * @property {(id: string) => void} onExpand
 * @property {(id: string | null, at: {x: number, y: number}) => void} onMenu   asked for at a node, or beside all; in CSS pixels of the canvas
 * @property {(target: Target | null, at: {x: number, y: number}) => void} onHover
 * @property {() => number} covered   how much of the canvas something lies over at the bottom, in CSS pixels
 * @property {(before: Map<string, {x: number, y: number}>) => void} onMoved   nodes were dragged; where everything stood before
 * @property {(hidden: number) => void} onOutOfView   new nodes that lie outside of what is seen
 */
import { place } from "../state/placement.js";
import { Camera } from "./camera.js";
import { edgeData, nodeData, update } from "./elements.js";
import { emphasise } from "./emphasis.js";
import { LabelLayer } from "./label-layer.js";
import { asPng, asSvg } from "./picture.js";
import { edgeOpacity, palette, radius, stylesheet } from "./style.js";
import { arrange } from "./tidy.js";

/** Room kept for a node that is small as yet, half its size: what stands never moves, so it must be able to grow. */
const roomToGrow = 15;

/** How long a new node keeps its mark, in milliseconds. */
const newFor = 6000;

/** The graph on the screen. It is given what is to be seen and never moves what it has placed unless asked to. */
export class Canvas {
  #events;
  #cytoscape;
  /** @type {any} */
  cy;
  #labels;
  /** @type {Camera} */
  camera;
  /** @type {Target | null} */
  #selected = null;
  /** @type {Map<string, number> | null} */
  #groups = null;
  /** @type {string[]} chosen together */
  #group = [];
  /** @type {Map<string, {x: number, y: number}>} where nodes stood that are out of sight now */
  #remembered = new Map();
  /** @type {Map<string, {x: number, y: number}> | null} where nodes are on their way to */
  #going = null;
  /** @type {Target | null} */
  #hovered = null;
  /** How much larger nodes are drawn than at full zoom, so that they do not shrink to dots. */
  #swell = 1;

  /** @param {any} cytoscape the library @param {HTMLElement} container @param {CanvasEvents} events */
  constructor(cytoscape, container, events) {
    this.#events = events;
    this.#cytoscape = cytoscape;
    const colours = palette();
    this.cy = cytoscape({
      container, style: stylesheet(colours), minZoom: 0.06, maxZoom: 4, boxSelectionEnabled: false, autounselectify: true,
      pixelRatio: "auto", layout: { name: "preset" },
    });
    this.#labels = new LabelLayer(this.cy, container, colours);
    this.camera = new Camera(this.cy, events.covered);
    this.#listen();
    new ResizeObserver(() => {
      this.cy.resize();
      // A panel that grows must not hide what it speaks of.
      if (this.#selected) this.camera.show(this.#selected.id);
    }).observe(container);
  }

  /**
   * Shows a scene. What is there already keeps its place; what is new goes beside its neighbours.
   * @param {Scene} scene
   * @param {{whole?: boolean}} [how] whole: a graph seen for the first time, laid out as one
   */
  render(scene, { whole = false } = {}) {
    const cy = this.cy;
    const wanted = new Map(scene.nodes.map((node) => [node.id, node]));
    const edges = new Map(scene.edges.map((edge) => [edge.id, edge]));
    const fresh = scene.nodes.filter((node) => cy.getElementById(node.id).empty());
    if (cy.nodes().empty() && fresh.length > 0) this.camera.reset();
    const opacity = edgeOpacity(scene.edges.length);
    cy.batch(() => {
      cy.edges().filter((/** @type {any} */ edge) => !edges.has(edge.id())).remove();
      const leaving = cy.nodes().filter((/** @type {any} */ node) => !wanted.has(node.id()));
      for (const node of leaving) this.#remember(node);
      leaving.remove();
      const places = whole && cy.nodes().empty() && this.#remembered.size === 0 ? arrange(this.#cytoscape, scene.nodes, scene.edges, this.#isWide) : this.#places(fresh, scene.edges);
      for (const node of cy.nodes()) update(node, nodeData(/** @type {SceneNode} */ (wanted.get(node.id())), this.#swell));
      for (const edge of cy.edges()) update(edge, edgeData(/** @type {GraphEdge} */ (edges.get(edge.id())), opacity));
      // All in one call: adding one by one takes many times as long.
      cy.add([
        ...fresh.map((node) => ({ group: "nodes", data: nodeData(node, this.#swell), position: places.get(node.id), classes: whole ? "" : "new" })),
        ...scene.edges.filter((edge) => cy.getElementById(edge.id).empty()).map((edge) => ({ group: "edges", data: edgeData(edge, opacity) })),
      ]);
    });
    if (this.#selected) emphasise(this.cy, this.#selected);
    if (this.#groups) this.colourBy(this.#groups);
    if (this.#group.length > 0) this.choose(this.#group);
    this.#labels.settleSoon();
    if (fresh.length === 0) return;
    if (whole) this.camera.fit(false);
    else {
      this.#events.onOutOfView(this.camera.reveal(fresh.map((node) => node.id)));
      const marked = cy.collection(fresh.map((node) => cy.getElementById(node.id)));
      setTimeout(() => marked.removeClass("new"), newFor);
    }
  }

  /** Marks what is chosen, dims what is not beside it. @param {Target | null} target */
  select(target) {
    this.#selected = target;
    emphasise(this.cy, this.#selected);
    this.#labels.settle();
  }

  /** Colours nodes by groups; null: by their type. @param {Map<string, number> | null} groups by node, from 0 */
  colourBy(groups) {
    this.#groups = groups;
    this.cy.batch(() => this.cy.nodes().forEach((/** @type {any} */ node) => {
      const group = groups?.get(node.id());
      if (node.data("group") !== group) node.data("group", group);
    }));
  }

  /** Marks what became of edges. @param {Map<string, string> | null} changes by edge: new, gone, stronger, weaker */
  markChanges(changes) {
    if (!changes && this.cy.edges("[change]").empty()) return;
    this.cy.batch(() => this.cy.edges().forEach((/** @type {any} */ edge) => {
      const change = changes?.get(edge.id());
      if (edge.data("change") !== change) edge.data("change", change);
    }));
  }

  /** Marks what is chosen together. @param {string[]} ids */
  choose(ids) {
    this.#group = ids;
    const chosen = new Set(ids);
    this.cy.batch(() => this.cy.nodes().forEach((/** @type {any} */ node) => void node.toggleClass("chosen", chosen.has(node.id()))));
  }

  /** The entities whose middle lies where something holds. @param {(point: {x: number, y: number}) => boolean} holds in CSS pixels of the canvas @returns {string[]} */
  entitiesWhere(holds) {
    return this.cy.nodes().filter((/** @type {any} */ node) => node.data("type") !== "Article" && holds(node.renderedPosition())).map((/** @type {any} */ node) => node.id());
  }

  /** The entity at a point. @param {{x: number, y: number}} point @returns {string | undefined} */
  entityAt(point) {
    const zoom = this.cy.zoom();
    const hit = this.cy.nodes().filter((/** @type {any} */ node) => {
      const { x, y } = node.renderedPosition();
      return node.data("type") !== "Article" && Math.hypot(x - point.x, y - point.y) <= (node.data("size") / 2) * zoom + 3;
    });
    return hit.nonempty() ? hit[0].id() : this.#labels.at(point);
  }

  /** Moves the marks of the keyboard to a node. @param {string | null} id */
  cursor(id) {
    this.cy.nodes(".cursor").removeClass("cursor");
    if (id) this.cy.getElementById(id).addClass("cursor");
    this.#labels.settle();
  }

  /** Lays everything out anew. @returns {Map<string, {x: number, y: number}>} where everything stood before */
  tidy() {
    const before = this.positions();
    const nodes = this.cy.nodes().map((/** @type {any} */ node) => node.data("node"));
    const pinned = new Map(this.cy.nodes().filter((/** @type {any} */ node) => node.data("pinned")).map((/** @type {any} */ node) => [node.id(), node.position()]));
    const edges = this.cy.edges().map((/** @type {any} */ edge) => edge.data("edge"));
    const places = arrange(this.#cytoscape, nodes, edges, this.#isWide, pinned);
    this.#move(places, () => this.camera.fit(true));
    this.#remembered.clear();
    return before;
  }

  /** Puts nodes where they stood. @param {Map<string, {x: number, y: number}>} places */
  restore(places) {
    for (const [id, place] of places) if (this.cy.getElementById(id).empty()) this.#remembered.set(id, place);
    const moved = this.cy.nodes().some((/** @type {any} */ node) => {
      const place = places.get(node.id());
      return place && (place.x !== node.position().x || place.y !== node.position().y);
    });
    if (moved) this.#move(places, () => this.#events.onOutOfView(this.camera.reveal([...places.keys()].filter((id) => this.cy.getElementById(id).nonempty()))));
  }

  /** Takes on the colours of the page's theme. */
  recolour() {
    const colours = palette();
    this.cy.style(stylesheet(colours));
    this.#labels.recolour(colours);
  }

  /** Where every node stands, in model units. @returns {Map<string, {x: number, y: number}>} */
  positions() {
    return new Map(this.cy.nodes().map((/** @type {any} */ node) => [node.id(), { ...(this.#going?.get(node.id()) ?? node.position()) }]));
  }

  /** What is seen as a picture. @returns {Promise<Blob>} */
  png() {
    return asPng(this.cy, this.#labels, palette().ground);
  }

  /** What is seen as a drawing. */
  svg() {
    return asSvg(this.cy, this.#labels, palette().ground);
  }

  /** Names seen now, with their boxes in CSS pixels of the canvas. */
  labelBoxes() {
    return this.#labels.boxes();
  }

  /** Where every node is on the screen, in CSS pixels of the canvas, with half its size. */
  screenPositions() {
    const zoom = this.cy.zoom();
    return Object.fromEntries(this.cy.nodes().map((/** @type {any} */ node) =>
      [node.id(), { ...node.renderedPosition(), r: (node.data("size") / 2) * zoom }]));
  }

  /** The middle of every edge on the screen, in CSS pixels of the canvas. */
  edgePoints() {
    return Object.fromEntries(this.cy.edges().map((/** @type {any} */ edge) => [edge.id(), edge.renderedMidpoint()]));
  }

  /** Whether the names have been decided since the last movement. */
  get atRest() {
    return this.#labels.atRest;
  }

  /** @param {Map<string, {x: number, y: number}>} places @param {() => void} after */
  #move(places, after) {
    this.#going = places;
    this.camera.move(places, () => {
      if (this.#going === places) this.#going = null;
      after();
    });
  }

  get #isWide() {
    return this.cy.width() >= this.cy.height();
  }

  /** @param {SceneNode[]} fresh @param {GraphEdge[]} edges */
  #places(fresh, edges) {
    const back = fresh.filter((node) => this.#remembered.has(node.id));
    const places = new Map(back.map((node) => [node.id, /** @type {{x: number, y: number}} */ (this.#remembered.get(node.id))]));
    const fixed = this.cy.nodes().map((/** @type {any} */ node) =>
      ({ id: node.id(), ...node.position(), r: Math.max(radius(node.data("node")), roomToGrow) }));
    for (const node of back) fixed.push({ id: node.id, .../** @type {any} */ (places.get(node.id)), r: Math.max(radius(node), roomToGrow) });
    const rest = fresh.filter((node) => !places.has(node.id)).map((node) => ({ id: node.id, r: node.entity ? Math.max(radius(node), roomToGrow) : radius(node) }));
    for (const [id, spot] of place(fixed, rest, edges)) places.set(id, spot);
    return places;
  }

  /** @param {any} node */
  #remember(node) {
    if (this.#remembered.size > 2000) this.#remembered.delete(/** @type {string} */ (this.#remembered.keys().next().value));
    this.#remembered.set(node.id(), { ...node.position() });
  }

  /** From afar nodes are drawn somewhat larger than their distance would have it. */
  #resize() {
    const swell = Math.round(Math.max(1, 0.85 / this.cy.zoom()) ** 0.6 * 8) / 8;
    if (swell === this.#swell) return;
    this.#swell = swell;
    this.cy.batch(() => {
      for (const node of this.cy.nodes()) update(node, nodeData(node.data("node"), swell));
    });
  }

  #listen() {
    const cy = this.cy;
    cy.on("zoom", () => this.#resize());
    const target = (/** @type {any} */ element) => /** @type {Target} */ ({
      kind: element.isEdge() ? "edge" : element.data("type") === "Article" ? "article" : "entity",
      id: element.id(),
    });
    cy.on("tap", (/** @type {any} */ event) => {
      if (event.target !== cy) return this.#events.onPick(target(event.target));
      const named = this.#labels.at(event.renderedPosition);
      this.#events.onPick(named ? target(cy.getElementById(named)) : null);
    });
    cy.on("cxttap", (/** @type {any} */ event) => this.#askMenu(event));
    // A popover that is opened while the finger is down would close when it is lifted.
    cy.on("taphold", (/** @type {any} */ event) => {
      if (event.originalEvent?.type === "touchstart") cy.one("tapend", () => setTimeout(() => this.#askMenu(event)));
    });
    const container = /** @type {HTMLElement} */ (cy.container());
    container.addEventListener("contextmenu", (event) => event.preventDefault());
    container.addEventListener("pointerleave", () => this.#hover(null, { x: 0, y: 0 }));
    cy.on("dbltap", "node", (/** @type {any} */ event) => this.#events.onExpand(event.target.id()));
    cy.on("mouseover", "node, edge", (/** @type {any} */ event) => this.#hover(target(event.target), event.renderedPosition));
    cy.on("mouseout", "node, edge", (/** @type {any} */ event) => this.#hover(null, event.renderedPosition));
    cy.on("grab pan zoom", () => this.#hover(null, { x: 0, y: 0 }));
    /** @type {Map<string, {x: number, y: number}>} */
    let before = new Map();
    cy.on("grab", () => (before = this.positions()));
    cy.on("dragfree", () => this.#events.onMoved(before));
  }

  /** @param {any} event */
  #askMenu(event) {
    const node = event.target !== this.cy && event.target.isNode() ? event.target.id() : event.target === this.cy ? this.#labels.at(event.renderedPosition) : undefined;
    if (!node && event.target !== this.cy) return;
    this.#hover(null, event.renderedPosition);
    this.#events.onMenu(node ?? null, event.renderedPosition);
  }

  /** @param {Target | null} target @param {{x: number, y: number}} at */
  #hover(target, at) {
    if (!target && !this.#hovered) return;
    if (this.#hovered) this.cy.getElementById(this.#hovered.id).removeClass("hover");
    this.#hovered = target;
    if (target) this.cy.getElementById(target.id).addClass("hover");
    /** @type {HTMLElement} */ (this.cy.container()).classList.toggle("pointing", target !== null);
    if (target?.kind !== "edge") this.#labels.settle();
    this.#events.onHover(target, at);
  }
}
