/** @import { LabelPlace, LabelWish } from "../state/labels.js" */
import { placeLabels, shorten } from "../state/labels.js";

const height = 15;
const maxWidth = 168;
const restAfter = 130;
/** So many of the most relevant are named even where their names cover lesser nodes. */
const foremost = 14;

/**
 * Names drawn over the graph at a constant size. Which ones is decided whenever the graph comes to rest; while it moves, the
 * names that are there move along.
 */
export class LabelLayer {
  #cy;
  #surface = document.createElement("canvas");
  /** @type {CanvasRenderingContext2D} */
  #context;
  /** @type {Map<string, LabelPlace & {text: string}>} */
  #places = new Map();
  /** @type {Map<string, {text: string, width: number}>} */
  #measured = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #colours;
  #font = "";
  #strongFont = "";

  /**
   * @param {any} cy
   * @param {HTMLElement} container
   * @param {{text: string, ground: string, muted: string, accent: string}} colours
   */
  constructor(cy, container, colours) {
    this.#cy = cy;
    this.#colours = colours;
    this.#surface.className = "labels";
    this.#surface.setAttribute("aria-hidden", "true");
    container.append(this.#surface);
    this.#context = /** @type {CanvasRenderingContext2D} */ (this.#surface.getContext("2d"));
    this.#readFont();
    cy.on("render", () => this.#draw());
    cy.on("viewport position resize", () => this.settleSoon());
  }

  /** @param {{text: string, ground: string, muted: string, accent: string}} colours */
  recolour(colours) {
    this.#colours = colours;
    this.#draw();
  }

  /** Decides anew once nothing has moved for a moment. */
  settleSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), restAfter);
  }

  /** Decides now which names are seen. */
  settle() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const cy = this.#cy;
    const [width, tall, zoom] = [cy.width(), cy.height(), cy.zoom()];
    const focused = cy.elements(".selected").nonempty();
    /** @type {(LabelWish & {order: number, text: string})[]} */
    const wishes = [];
    const bodies = [];
    for (const node of cy.nodes()) {
      const { x, y } = node.renderedPosition();
      const r = (node.data("size") / 2) * zoom;
      if (x < -r || y < -r || x > width + r || y > tall + r) continue;
      const dim = node.hasClass("dim");
      const wide = node.data("type") === "Place" ? 1.12 : 1;
      if (!dim) bodies.push({ id: node.id(), x, y, r: r * wide });
      const urgent = node.hasClass("selected") || node.hasClass("hover") || node.hasClass("cursor") || node.hasClass("end");
      const article = node.data("type") === "Article";
      const near = focused && node.hasClass("near");
      if ((dim && !urgent) || (article && !urgent && !near && zoom < 1)) continue;
      const must = urgent || (near && !article) ? "always" : node.data("rank") < foremost && !article ? "lesser" : undefined;
      const measured = this.#measure(node.data("label"), urgent);
      wishes.push({ id: node.id(), x, y, r, width: measured.width, height, must, text: measured.text,
        order: (urgent ? -2e6 : near && !article ? -1e6 : 0) + node.data("rank") });
    }
    wishes.sort((a, b) => a.order - b.order);
    const texts = new Map(wishes.map((wish) => [wish.id, wish.text]));
    this.#places = new Map(placeLabels(wishes, bodies, { left: 2, top: 2, right: width - 2, bottom: tall - 2 }).map((place) => [place.id, { ...place, text: texts.get(place.id) ?? "" }]));
    this.#draw();
  }

  /** Whether the names have been decided since the last movement. */
  get atRest() {
    return this.#timer === undefined;
  }

  /** The names seen now with their boxes on the screen. */
  boxes() {
    return [...this.#places.values()].map(({ id, text, box }) => ({ id, text, ...box }));
  }

  /** The node whose name is at a point of the canvas. @param {{x: number, y: number}} point @returns {string | undefined} */
  at(point) {
    for (const { id, box } of this.#places.values())
      if (point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom) return id;
    return undefined;
  }

  #readFont() {
    const family = getComputedStyle(document.documentElement).getPropertyValue("--font-ui").trim() || "sans-serif";
    this.#font = `500 12px ${family}`;
    this.#strongFont = `650 12px ${family}`;
  }

  /** @param {string} label @param {boolean} strong */
  #measure(label, strong) {
    const key = `${strong ? "!" : ""}${label}`;
    let known = this.#measured.get(key);
    if (!known) {
      if (this.#measured.size > 5000) this.#measured.clear();
      this.#context.font = strong ? this.#strongFont : this.#font;
      const measure = (/** @type {string} */ text) => this.#context.measureText(text).width;
      const text = shorten(label, strong ? maxWidth * 1.8 : maxWidth, measure);
      known = { text, width: Math.ceil(measure(text)) };
      this.#measured.set(key, known);
    }
    return known;
  }

  /** The names as they are drawn now. @returns {{text: string, x: number, y: number, font: string, colour: string}[]} x: where they begin, y: their middle; in CSS pixels of the canvas */
  texts() {
    return [...this.#places.values()].flatMap((place) => {
      const node = this.#cy.getElementById(place.id);
      if (node.empty() || node.hasClass("dim")) return [];
      const { x, y } = node.renderedPosition();
      const strong = node.hasClass("selected") || node.hasClass("end") || node.hasClass("hover") || node.hasClass("cursor");
      return [{ text: place.text, x: x + place.dx, y: y + place.dy + height / 2, font: strong ? this.#strongFont : this.#font,
        colour: node.data("type") === "Article" ? this.#colours.muted : this.#colours.text }];
    });
  }

  /** Draws the names and the pins. @param {CanvasRenderingContext2D} context @param {number} ratio how many of its pixels stand for one of the screen */
  paint(context, ratio) {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = this.#colours.ground;
    for (const node of this.#cy.nodes("[?pinned]")) this.#paintPin(context, node);
    for (const { text, x, y, font, colour } of this.texts()) {
      context.font = font;
      context.fillStyle = colour;
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    }
  }

  /** A pinned node has a dot at its upper right. @param {CanvasRenderingContext2D} context @param {any} node */
  #paintPin(context, node) {
    const { x, y } = node.renderedPosition();
    const reach = (node.data("size") / 2) * this.#cy.zoom() * 0.75;
    context.beginPath();
    context.arc(x + reach, y - reach, 4, 0, 2 * Math.PI);
    context.stroke();
    context.fillStyle = this.#colours.text;
    context.fill();
  }

  #draw() {
    const ratio = window.devicePixelRatio || 1;
    const [wide, tall] = [Math.round(this.#cy.width() * ratio), Math.round(this.#cy.height() * ratio)];
    // Setting the size clears it, too.
    if (this.#surface.width !== wide || this.#surface.height !== tall) [this.#surface.width, this.#surface.height] = [wide, tall];
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    this.#context.clearRect(0, 0, wide, tall);
    this.paint(this.#context, ratio);
  }
}
