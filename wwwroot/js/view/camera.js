const margin = 44;
/** So near to the border something is hardly seen. */
const edge = 40;
/** Names stand beside the outermost nodes. */
const sideMargin = 74;

/** What part of the graph is seen. */
export class Camera {
  #cy;
  /** Whether somebody has moved the view by hand; from then on it moves only when asked to. */
  #held = false;
  #covered;

  /** @param {any} cy @param {() => number} covered how much of the canvas something lies over at the bottom, in CSS pixels */
  constructor(cy, covered) {
    this.#cy = cy;
    this.#covered = covered;
    cy.on("dragpan scrollzoom pinchzoom", () => (this.#held = true));
    cy.on("dragfree", () => (this.#held = true));
  }

  reset() {
    this.#held = false;
    this.#cy.viewport({ zoom: 0.9, pan: { x: this.#cy.width() / 2, y: this.#height() / 2 } });
  }

  /** Leaves the view alone from now on. */
  hold() {
    this.#held = true;
  }

  /** Shows everything. @param {boolean} smooth */
  fit(smooth) {
    const cy = this.#cy;
    if (cy.nodes().empty()) return this.reset();
    this.#go(this.#viewOf(cy.nodes(), 0, 1.5), smooth);
  }

  /** Brings a node, or where an edge leads, to the middle if it is not well within sight. @param {string} id @param {boolean} [always] */
  show(id, always = false) {
    const cy = this.#cy;
    const found = cy.getElementById(id);
    if (found.empty() || cy.width() === 0) return;
    const node = found.isEdge() ? found.target() : found;
    this.#held = true;
    const { x, y } = node.renderedPosition();
    const within = x > edge && y > edge && x < cy.width() - edge && y < this.#height() - edge;
    if (within && !always) return;
    const zoom = Math.max(cy.zoom(), 0.7);
    const { x: mx, y: my } = node.position();
    this.#go({ zoom, pan: { x: cy.width() / 2 - mx * zoom, y: this.#height() / 2 - my * zoom } }, true);
  }

  /** Shows some nodes, no nearer than need be; leaves the view alone where all of them are in sight. @param {string[]} ids */
  frame(ids) {
    const cy = this.#cy;
    const nodes = cy.collection(ids.map((id) => cy.getElementById(id)));
    if (nodes.empty() || cy.width() === 0) return;
    this.#held = true;
    const out = nodes.some((/** @type {any} */ node) => {
      const { x, y } = node.renderedPosition();
      return x < edge || y < edge || x > cy.width() - edge || y > this.#height() - edge;
    });
    if (out) this.#go(this.#viewOf(nodes, 0, Math.max(cy.zoom(), 0.7)), true);
  }

  /** What is in the middle, in model units, and how near. */
  get looksAt() {
    const cy = this.#cy;
    const [zoom, pan] = [cy.zoom(), cy.pan()];
    return { x: (cy.width() / 2 - pan.x) / zoom, y: (this.#height() / 2 - pan.y) / zoom, zoom };
  }

  /** @param {{x: number, y: number, zoom: number}} what */
  lookAt({ x, y, zoom }) {
    this.#held = true;
    this.#go({ zoom, pan: { x: this.#cy.width() / 2 - x * zoom, y: this.#height() / 2 - y * zoom } }, false);
  }

  /** @param {number} factor */
  zoomBy(factor) {
    const cy = this.#cy;
    this.#held = true;
    const zoom = Math.min(Math.max(cy.zoom() * factor, cy.minZoom()), cy.maxZoom());
    cy.zoom({ level: zoom, renderedPosition: { x: cy.width() / 2, y: this.#height() / 2 } });
  }

  /** @param {number} dx @param {number} dy in CSS pixels */
  panBy(dx, dy) {
    this.#held = true;
    this.#cy.panBy({ x: dx, y: dy });
  }

  /**
   * Makes room for new nodes while nobody has taken the view in hand; else counts those out of sight.
   * @param {string[]} ids @returns {number}
   */
  reveal(ids) {
    const cy = this.#cy;
    const extent = cy.extent();
    const outside = ids.filter((id) => {
      const { x, y } = cy.getElementById(id).position();
      return x < extent.x1 || x > extent.x2 || y < extent.y1 || y > extent.y2;
    });
    if (outside.length === 0) return 0;
    if (this.#held) return outside.length;
    // Room to spare, so that the view moves a few times and not with every article.
    this.#go(this.#viewOf(cy.nodes(), Math.min(cy.width(), this.#height()) * 0.06, 0.9), true);
    return 0;
  }

  /** Moves nodes to places. @param {Map<string, {x: number, y: number}>} places @param {() => void} after */
  move(places, after) {
    const cy = this.#cy;
    cy.nodes().layout({
      name: "preset", fit: false, animate: !still(), animationDuration: 420, animationEasing: "ease-in-out-cubic",
      positions: (/** @type {any} */ node) => places.get(node.id()) ?? node.position(),
      stop: after,
    }).run();
  }

  #height() {
    return Math.max(this.#cy.height() - this.#covered(), 160);
  }

  /** @param {any} elements @param {number} spare room beyond the margins @param {number} maxZoom */
  #viewOf(elements, spare, maxZoom) {
    const cy = this.#cy;
    const [width, height] = [cy.width(), this.#height()];
    const box = elements.boundingBox({ includeLabels: false, includeOverlays: false });
    const aside = Math.min(sideMargin, width * 0.1) + spare;
    const zoom = Math.max(cy.minZoom(), Math.min(
      maxZoom, (width - 2 * aside) / Math.max(box.w, 1), (height - 2 * (margin + spare)) / Math.max(box.h, 1)));
    return { zoom, pan: { x: width / 2 - ((box.x1 + box.x2) / 2) * zoom, y: height / 2 - ((box.y1 + box.y2) / 2) * zoom } };
  }

  /** @param {{zoom: number, pan: {x: number, y: number}}} view @param {boolean} smooth */
  #go(view, smooth) {
    this.#cy.stop();
    if (smooth && !still()) this.#cy.animate({ ...view, duration: 380, easing: "ease-in-out-cubic" });
    else this.#cy.viewport(view);
  }
}

/** Whether the reader wants no motion. */
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
