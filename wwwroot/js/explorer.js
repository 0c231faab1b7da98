/**
 * @import { Api } from "./live/api.js"
 * @import { EdgeKind, EntityType, GraphDifference, GraphNode, Status } from "./state/types.js"
 * @import { Scene, ViewOptions } from "./state/scene.js"
 * @import { Route } from "./state/trail.js"
 *
 * @typedef {"connecting" | "live" | "reconnecting" | "failed"} Phase
 * @typedef {"scene" | "route" | "totals" | "connection"} Topic
 */
import { KnownGraph } from "./state/known-graph.js";
import { Overlay } from "./state/overlay.js";
import { compose } from "./state/scene.js";
import { Trail } from "./state/trail.js";

/** The most entities at once on the canvas. */
export const budget = 300;
/** How many neighbours one step of expanding adds. */
export const pageOfNeighbours = 20;
const mostPinned = 240;

/** What can be done on the page, and what is to be seen after it. Knows no DOM; those who show it subscribe. */
export class Explorer {
  graph = new KnownGraph();
  overlay = new Overlay();
  trail = new Trail();
  /** @type {ViewOptions} */
  options = { budget, hiddenTypes: new Set(), mentioned: true, appearsWith: false, unlinked: false, pinned: new Set() };
  /** @type {Scene} */
  scene = compose(this.graph, this.overlay, this.options);
  /** @type {Status | null} */
  status = null;
  /** @type {{phase: Phase, since: Date, asOf: Date | null, reason?: string}} */
  connection = { phase: "connecting", since: new Date(), asOf: null };
  loaded = false;
  api;
  /** @type {Map<Topic, Set<(detail?: any) => void>>} */
  #listeners = new Map();
  #statusTimer = 0;
  #togetherTimer = 0;

  /** @param {Api} api */
  constructor(api) {
    this.api = api;
  }

  /** @param {Topic} topic @param {(detail?: any) => void} listener */
  on(topic, listener) {
    const known = this.#listeners.get(topic);
    if (known) known.add(listener);
    else this.#listeners.set(topic, new Set([listener]));
  }

  /** A new snapshot is in the graph. */
  snapshotTaken() {
    const first = !this.loaded;
    this.loaded = true;
    this.refresh(first);
    this.#later();
  }

  /** Differences are in the graph. @param {GraphDifference[]} differences */
  applied(differences) {
    for (const difference of differences) this.overlay.apply(difference);
    if (this.connection.phase === "live") this.connection.asOf = new Date();
    this.refresh();
    this.#later();
  }

  /** @param {Phase} phase @param {string} [reason] */
  setConnection(phase, reason) {
    const { connection } = this;
    if (phase === "live") this.connection = { phase, since: new Date(), asOf: new Date() };
    else if (connection.phase !== phase || connection.reason !== reason)
      this.connection = { phase, reason, since: connection.phase === "live" ? new Date() : connection.since, asOf: connection.asOf };
    this.#tell("connection");
  }

  /** Composes the scene anew. @param {boolean} [whole] whether it is seen for the first time */
  refresh(whole = false) {
    const before = new Set(this.scene.nodes.map((node) => node.id));
    this.scene = compose(this.graph, this.overlay, this.options);
    this.#tell("scene", { whole });
    if (!this.graph.complete) {
      const joined = this.scene.nodes.filter((node) => node.entity && !before.has(node.id));
      // Edges that cannot be had now come with the next change or the next connection.
      if (joined.length > 0 && !whole) this.#fetchEdges().catch(() => {});
      if (this.graph.nodes.size > budget * 8) this.#forget();
    }
    if (this.options.appearsWith) this.#togetherLater();
  }

  /** @param {EntityType} type @param {boolean} shown */
  showType(type, shown) {
    if (shown) this.options.hiddenTypes.delete(type);
    else this.options.hiddenTypes.add(type);
    this.refresh();
  }

  /** @param {"mentioned" | "unlinked" | "appearsWith"} what @param {boolean} shown */
  async show(what, shown) {
    this.options[what] = shown;
    if (what === "appearsWith" && shown) await this.#fetchTogether();
    this.refresh();
  }

  /** Shows an entity on the canvas and in the panel. @param {string | GraphNode} entity @param {{tab?: string}} [more] */
  async openEntity(entity, more = {}) {
    const id = typeof entity === "string" ? entity : entity.id;
    const since = this.graph.version;
    if (!this.graph.nodes.has(id)) this.graph.addFetchedNodes([typeof entity === "string" ? await this.api.entity(id) : entity], since);
    this.bring([id]);
    this.go({ view: "entity", id, ...more });
    if (!this.graph.complete) await this.#fetchEdges();
  }

  /** @param {"Mentioned" | "AppearsWith"} kind @param {GraphNode} source @param {GraphNode} target */
  async openPair(kind, source, target) {
    this.graph.addFetchedNodes([source, target].filter((node) => !this.graph.nodes.has(node.id)), this.graph.version);
    this.bring([source.id, target.id]);
    if (!this.graph.complete) await this.#fetchEdges();
    this.go({ view: "pair", kind, source: source.id, target: target.id });
  }

  /** Opens what is behind an edge of the canvas. @param {string} id */
  openEdge(id) {
    const edge = this.scene.edges.find((one) => one.id === id);
    if (!edge) return;
    if (edge.kind === "Mentioned" || edge.kind === "AppearsWith")
      this.go({ view: "pair", kind: edge.kind, source: edge.source, target: edge.target });
    else this.go({ view: "article", id: edge.target });
  }

  /** What the canvas marks: the subject of the panel, or the last one where the panel shows an article. */
  selected() {
    for (const route of this.trail.backwards()) {
      if (route.view === "entity") return { kind: /** @type {const} */ ("entity"), id: route.id };
      if (route.view === "pair") {
        const edge = this.scene.edges.find((one) => one.kind === route.kind
          && ((one.source === route.source && one.target === route.target)
            || (route.kind === "AppearsWith" && one.source === route.target && one.target === route.source)));
        return edge ? { kind: /** @type {const} */ ("edge"), id: edge.id }
          : { kind: /** @type {const} */ ("pair"), id: route.source, other: route.target };
      }
      if (route.view === "article" && this.overlay.articles.has(route.id)) return { kind: /** @type {const} */ ("article"), id: route.id };
      if (route.view === "who") {
        const id = route.speaker?.id ?? route.mentioned?.id;
        return id ? { kind: /** @type {const} */ ("entity"), id } : null;
      }
    }
    return null;
  }

  /** Adds the strongest neighbours that are not seen yet. @param {string} id @returns {Promise<number>} how many came */
  async expand(id) {
    const since = this.graph.version;
    const seen = new Set(this.scene.nodes.map((node) => node.id));
    /** @type {GraphNode[]} */
    const fresh = [];
    for (let offset = 0; fresh.length < pageOfNeighbours; offset += 200) {
      const page = await this.api.neighbours(id, ["Mentioned"], offset, 200);
      const hidden = page.nodes.filter((node) => !seen.has(node.id));
      fresh.push(...hidden.slice(0, pageOfNeighbours - fresh.length));
      if (page.nodes.length < 200) break;
    }
    if (fresh.length === 0) return 0;
    this.graph.addFetchedNodes(fresh, since);
    this.bring([id, ...fresh.map((node) => node.id)]);
    if (!this.graph.complete) await this.#fetchEdges();
    return fresh.length;
  }

  /** Adds a page of an entity's articles to the canvas. @param {string} id */
  async expandArticles(id) {
    const page = await this.api.neighbours(id, ["Said", "AppearsIn"], this.overlay.expanded.get(id) ?? 0, pageOfNeighbours);
    this.overlay.addArticles(id, page);
    this.bring([id]);
  }

  /** @param {string} id */
  hideArticles(id) {
    this.overlay.dropArticles(id);
    this.refresh();
  }

  /** Makes sure that entities are seen, whatever their rank or type. @param {string[]} ids */
  bring(ids) {
    const { pinned, hiddenTypes } = this.options;
    for (const id of ids) {
      pinned.delete(id);
      pinned.add(id);
      const node = this.graph.nodes.get(id);
      if (node) hiddenTypes.delete(node.type);
    }
    while (pinned.size > mostPinned) pinned.delete(/** @type {string} */ (pinned.values().next().value));
    this.refresh();
  }

  /** @param {Route} route */
  go(route) {
    if (this.trail.go(route)) this.#tell("route");
    else this.#tell("route", { again: true });
  }

  back() {
    this.trail.back();
    this.#tell("route");
  }

  /** Chooses nothing. */
  home() {
    this.trail.clear();
    this.#tell("route");
  }

  /** Asks for the totals, which the stream does not carry. */
  async fetchStatus() {
    this.status = await this.api.status();
    this.#tell("totals");
  }

  /** @param {Topic} topic @param {any} [detail] */
  #tell(topic, detail) {
    for (const listener of this.#listeners.get(topic) ?? []) listener(detail);
  }

  #later() {
    clearTimeout(this.#statusTimer);
    // The totals are a side matter; when they cannot be had, the connection's state says so already.
    this.#statusTimer = Number(setTimeout(() => void this.fetchStatus().catch(() => {}), 250));
  }

  /** Edges between what is seen, of which the stream may have told only some. */
  async #fetchEdges() {
    const ids = this.scene.nodes.filter((node) => node.entity).map((node) => node.id);
    const since = this.graph.version;
    this.graph.addFetchedEdges(await this.api.edges(ids, "Mentioned"), since);
    if (this.graph.version === since) return;
    this.scene = compose(this.graph, this.overlay, this.options);
    this.#tell("scene", { whole: false });
  }

  async #fetchTogether() {
    const ids = this.scene.nodes.filter((node) => node.entity).map((node) => node.id);
    this.overlay.appearsWith = ids.length > 1 ? (await this.api.edges(ids, "AppearsWith")).slice(0, 600) : [];
  }

  #togetherLater() {
    clearTimeout(this.#togetherTimer);
    this.#togetherTimer = Number(setTimeout(async () => {
      const before = key(this.overlay.appearsWith);
      await this.#fetchTogether().catch(() => {});
      if (before !== key(this.overlay.appearsWith)) this.refresh();
    }, 500));
  }

  #forget() {
    const keep = new Set(this.scene.nodes.map((node) => node.id));
    for (const id of this.options.pinned) keep.add(id);
    const { current } = this.trail;
    if (current.view === "entity") keep.add(current.id);
    this.graph.forgetExcept(keep);
  }
}

/** @param {{id: string, count: number}[]} edges */
const key = (edges) => edges.map((edge) => edge.id + edge.count).join();
