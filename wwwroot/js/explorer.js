/**
 * @import { Api } from "./live/api.js"
 * @import { EntityType, GraphDifference, GraphEdge, GraphNode, Status } from "./state/types.js"
 * @import { Filters, Ref } from "./state/filters.js"
 * @import { Path, PathsBetween } from "./state/paths.js"
 * @import { Scene } from "./state/scene.js"
 * @import { PathsRoute, Route } from "./state/trail.js"
 * @import { View } from "./state/view.js"
 *
 * @typedef {"connecting" | "live" | "reconnecting" | "failed"} Phase
 * @typedef {"scene" | "route" | "totals" | "connection" | "view" | "group" | "places" | "marks"} Topic
 * @typedef {Map<string, {x: number, y: number}>} Places
 */
import { FilteredGraph } from "./live/filtered-graph.js";
import { ref, restricts } from "./state/filters.js";
import { History } from "./state/history.js";
import { KnownGraph } from "./state/known-graph.js";
import { Overlay } from "./state/overlay.js";
import { mostEnds, onPaths, pairs } from "./state/paths.js";
import { compose } from "./state/scene.js";
import { Trail } from "./state/trail.js";
import { bringing, firstView, hiding, pinning, sameView } from "./state/view.js";

/** The most entities at once on the canvas. */
export const budget = 300;
/** How many neighbours one step of expanding adds. */
export const pageOfNeighbours = 20;

/** What can be done on the page, and what is to be seen after it. Knows no DOM; those who show it subscribe. */
export class Explorer {
  graph = new KnownGraph();
  overlay = new Overlay();
  trail = new Trail();
  /** @type {View} */
  view = firstView;
  /** @type {History<{view: View, places: Places}>} */
  history = new History();
  /** @type {Scene} */
  scene = compose(this.graph, this.overlay, this.view, { budget });
  /** @type {Status | null} */
  status = null;
  /** @type {{phase: Phase, since: Date, asOf: Date | null, reason?: string}} */
  connection = { phase: "connecting", since: new Date(), asOf: null };
  /** Entities chosen together. @type {string[]} */
  group = [];
  loaded = false;
  /** Whether a filter's answer is on its way. */
  filtering = false;
  api;
  /** Where everything stands; the canvas tells. @type {() => Places} */
  places = () => new Map();
  /** The ways between entities that the panel lists. @type {Path[]} */
  #paths = [];
  /** The one of them that is pointed at. @type {Path | null} */
  #pointed = null;
  /** @type {Map<Topic, Set<(detail?: any) => void>>} */
  #listeners = new Map();
  #filtered;
  #report;
  #statusTimer = 0;
  #togetherTimer = 0;

  /** @param {Api} api @param {(error: unknown) => void} report what could not be done in the background */
  constructor(api, report) {
    this.api = api;
    this.#report = report;
    this.#filtered = new FilteredGraph(api, budget, () => this.#filteredAnew(), report);
  }

  /** @param {Topic} topic @param {(detail?: any) => void} listener */
  on(topic, listener) {
    const known = this.#listeners.get(topic);
    if (known) known.add(listener);
    else this.#listeners.set(topic, new Set([listener]));
  }

  /** The graph of what the filters let through. */
  get shown() {
    return this.#filtered.graph ?? this.graph;
  }

  /** A new snapshot is in the graph. */
  snapshotTaken() {
    const first = !this.loaded;
    this.loaded = true;
    this.refresh(first);
    this.#filtered.touch();
    this.#later();
  }

  /** Differences are in the graph. @param {GraphDifference[]} differences */
  applied(differences) {
    for (const difference of differences) this.overlay.apply(difference);
    if (this.connection.phase === "live") this.connection.asOf = new Date();
    this.#filtered.touch();
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
    this.#compose(whole);
    if (!this.shown.complete) {
      const joined = this.scene.nodes.filter((node) => node.entity && !before.has(node.id));
      // Edges that cannot be had now come with the next change or the next connection.
      if (joined.length > 0 && !whole) this.#fetchEdges().catch(() => {});
      if (this.graph.nodes.size > budget * 8) this.#forget();
    }
    if (this.view.appearsWith) this.#togetherLater();
  }

  /**
   * Does something to the view that can be undone.
   * @param {string} label what is done: "Hide 3 entities"
   * @param {Partial<View>} patch
   */
  change(label, patch) {
    const next = { ...this.view, ...patch };
    if (sameView(next, this.view)) return;
    this.history.done(label, { view: this.view, places: this.places() });
    this.#take(next);
  }

  /** Something was moved; what stood before can be had back. @param {string} label @param {Places} before */
  moved(label, before) {
    this.history.done(label, { view: this.view, places: before });
    this.#tell("view");
  }

  undo() {
    this.#restore(this.history.undo({ view: this.view, places: this.places() }));
  }

  redo() {
    this.#restore(this.history.redo({ view: this.view, places: this.places() }));
  }

  /** @param {Filters} filters @param {string} [label] */
  filter(filters, label = "Filter") {
    const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== "");
    this.change(label, { filters: Object.fromEntries(given) });
  }

  /** @param {EntityType} type @param {boolean} shown */
  showType(type, shown) {
    const rest = this.view.hiddenTypes.filter((one) => one !== type);
    this.change(shown ? "Show a type" : "Hide a type", { hiddenTypes: shown ? rest : [...rest, type] });
  }

  /** Shows an entity on the canvas and in the panel. @param {string | GraphNode} entity @param {{tab?: string}} [more] */
  async openEntity(entity, more = {}) {
    const id = typeof entity === "string" ? entity : entity.id;
    const since = this.graph.version;
    if (!this.graph.nodes.has(id)) this.graph.addFetchedNodes([typeof entity === "string" ? await this.api.entity(id) : entity], since);
    this.bring([id]);
    this.go({ view: "entity", id, ...more });
    if (!this.shown.complete) await this.#fetchEdges();
  }

  /** @param {"Mentioned" | "AppearsWith"} kind @param {GraphNode} source @param {GraphNode} target */
  async openPair(kind, source, target) {
    this.graph.addFetchedNodes([source, target].filter((node) => !this.graph.nodes.has(node.id)), this.graph.version);
    this.bring([source.id, target.id]);
    if (!this.shown.complete) await this.#fetchEdges();
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
      if (route.view === "paths") {
        const { nodes, edges } = onPaths(this.#pointed ? [this.#pointed] : this.#paths);
        return nodes.length === 0 ? null
          : { kind: /** @type {const} */ ("path"), id: route.ends[0].id, nodes, edges: edges.map((edge) => edge.id), ends: route.ends.map((end) => end.id) };
      }
      if (route.view === "article" && this.overlay.articles.has(route.id)) return { kind: /** @type {const} */ ("article"), id: route.id };
      if (route.view === "who") return null;
    }
    return null;
  }

  /** Asks how entities are linked. @param {Ref[]} ends @param {Filters} [filters] */
  askPaths(ends, filters) {
    if (filters) this.filter(filters, "Ask");
    this.go({ view: "paths", ends: ends.map(ref), kinds: ["Mentioned"], maxLength: 4 });
  }

  /** Begins with what is chosen. */
  findPaths() {
    const { current } = this.trail;
    const chosen = this.group.length > 0 ? this.group : current.view === "entity" ? [current.id] : current.view === "pair" ? [current.source, current.target] : [];
    this.askPaths(chosen.slice(0, mostEnds).flatMap((id) => this.graph.nodes.get(id) ?? []));
  }

  /** Finds the ways that a route asks for and shows them. @param {PathsRoute} route @returns {Promise<PathsBetween[]>} one for each two ends */
  async loadPaths(route) {
    const since = this.graph.version;
    const { kinds, maxLength } = route;
    const found = await Promise.all(pairs(route.ends).map(async ([from, to]) =>
      ({ from, to, ...(await this.api.paths(from.id, to.id, { kinds, maxLength, filters: this.view.filters })) })));
    if (this.trail.current !== route) return found;
    this.graph.addFetchedNodes(found.flatMap((one) => one.nodes), since);
    this.#paths = found.flatMap((one) => one.paths);
    const { nodes, edges } = onPaths(this.#paths);
    if (this.shown !== this.graph) this.shown.addFetchedNodes(found.flatMap((one) => one.nodes), this.shown.version);
    this.shown.addFetchedEdges(edges.filter((edge) => edge.kind === "Mentioned"), this.shown.version);
    this.bring(nodes, "Show the ways");
    this.#tell("route", { again: true });
    return found;
  }

  /** Brings one of the listed ways out in the graph. @param {Path | null} path null: all of them */
  pointAt(path) {
    if (path === this.#pointed) return;
    this.#pointed = path;
    this.#tell("marks");
  }

  /** Adds the strongest neighbours that are not seen yet. @param {string} id @returns {Promise<number>} how many came */
  async expand(id) {
    const since = this.graph.version;
    const seen = new Set(this.scene.nodes.map((node) => node.id));
    /** @type {GraphNode[]} */
    const fresh = [];
    const edges = [];
    for (let offset = 0; fresh.length < pageOfNeighbours; offset += 200) {
      const page = await this.api.neighbours(id, ["Mentioned"], offset, 200, this.view.filters);
      const hidden = page.nodes.filter((node) => !seen.has(node.id));
      edges.push(...page.edges);
      fresh.push(...hidden.slice(0, pageOfNeighbours - fresh.length));
      if (page.nodes.length < 200) break;
    }
    if (fresh.length === 0) return 0;
    this.graph.addFetchedNodes(fresh, since);
    this.shown.addFetchedNodes(fresh, this.shown.version);
    this.shown.addFetchedEdges(edges, this.shown.version);
    this.bring([id, ...fresh.map((node) => node.id)], "Expand");
    if (!this.shown.complete) await this.#fetchEdges();
    return fresh.length;
  }

  /** Adds a page of an entity's articles to the canvas. @param {string} id */
  async expandArticles(id) {
    const page = await this.api.neighbours(id, ["Said", "AppearsIn"], this.overlay.expanded.get(id) ?? 0, pageOfNeighbours, this.view.filters);
    this.overlay.addArticles(id, page);
    this.bring([id]);
    this.refresh();
  }

  /** @param {string} id */
  hideArticles(id) {
    this.overlay.dropArticles(id);
    this.refresh();
  }

  /** Makes sure that entities are seen, whatever their rank or type. @param {string[]} ids @param {string} [label] */
  bring(ids, label = "Bring an entity") {
    const before = new Set(this.scene.nodes.map((node) => node.id));
    const patch = bringing(this.view, ids, ids.flatMap((id) => this.graph.nodes.get(id)?.type ?? []));
    // What is seen already is only made sure of, which is no step to go back over.
    if (ids.every((id) => before.has(id))) this.#take({ ...this.view, ...patch });
    else this.change(label, patch);
  }

  /** @param {string[]} ids */
  hide(ids) {
    this.change(ids.length === 1 ? "Hide an entity" : `Hide ${ids.length} entities`, hiding(this.view, ids));
    this.choose([]);
    const { current } = this.trail;
    if (current.view === "entity" && ids.includes(current.id)) this.home();
  }

  /** @param {string[]} ids */
  pin(ids) {
    this.change("Pin", pinning(this.view, ids));
  }

  /** Chooses several entities together. @param {string[]} ids */
  choose(ids) {
    if (ids.length === 0 && this.group.length === 0) return;
    this.group = ids;
    this.#tell("group");
  }

  /** @param {Route} route */
  go(route) {
    const other = this.trail.go(route);
    this.#routed(other ? undefined : { again: true });
  }

  back() {
    this.trail.back();
    this.#routed();
  }

  /** Chooses nothing. */
  home() {
    this.trail.clear();
    this.#routed();
  }

  /** Asks for the totals, which the stream does not carry. */
  async fetchStatus() {
    this.status = await this.api.status();
    this.#tell("totals");
  }

  /** @param {View} next */
  #take(next) {
    const { view } = this;
    this.view = next;
    if (next.appearsWith && !view.appearsWith) void this.#fetchTogether().then(() => this.refresh()).catch(this.#report);
    if (next.filters !== view.filters) void this.#refilter();
    this.refresh();
    this.#tell("view");
  }

  #filteredAnew() {
    this.refresh();
    // A snapshot holds the most relevant; what was asked for beside them needs its links too.
    if (this.view.brought.length > 0 && !this.shown.complete) this.#fetchEdges().catch(this.#report);
  }

  async #refilter() {
    const { filters } = this.view;
    this.filtering = restricts(filters);
    try {
      await this.#filtered.set(filters);
    } catch (error) {
      this.#report(error);
    } finally {
      if (filters === this.view.filters) this.filtering = false;
      this.#tell("view");
    }
  }

  /** @param {{view: View, places: Places} | undefined} step */
  #restore(step) {
    if (!step) return;
    this.#take(step.view);
    this.#tell("places", step.places);
  }

  /** @param {any} [detail] */
  #routed(detail) {
    this.#pointed = null;
    if (this.trail.current.view !== "paths" && this.#paths.length > 0) {
      this.#paths = [];
      this.#compose(false);
    } else if (restricts(this.view.filters) || (this.view.filters.minCount ?? 1) > 1) this.#compose(false);
    this.#tell("route", detail);
  }

  /** @param {boolean} whole */
  #compose(whole) {
    const { current } = this.trail;
    const subject = new Set(current.view === "entity" ? [current.id] : current.view === "pair" ? [current.source, current.target] : []);
    const restricted = this.#filtered.graph !== null;
    if (restricted) {
      const kept = [...subject, ...this.view.pinned, ...this.view.brought].flatMap((id) => this.graph.nodes.get(id) ?? []);
      this.shown.addFetchedNodes(kept, this.shown.version);
    }
    this.scene = compose(this.shown, this.overlay, this.view, { budget, subject, restricted, more: this.trail.current.view === "paths" ? onPaths(this.#paths).edges : [] });
    this.#tell("scene", { whole });
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
    const graph = this.shown;
    const ids = [...new Set([...this.scene.nodes.filter((node) => node.entity).map((node) => node.id), ...this.view.brought])];
    const since = graph.version;
    graph.addFetchedEdges(await this.api.edges(ids, "Mentioned", this.view.filters), since);
    if (graph.version !== since && graph === this.shown) this.#compose(false);
  }

  async #fetchTogether() {
    const ids = this.scene.nodes.filter((node) => node.entity).map((node) => node.id);
    this.overlay.appearsWith = ids.length > 1 ? (await this.api.edges(ids, "AppearsWith", this.view.filters)).slice(0, 600) : [];
  }

  #togetherLater() {
    clearTimeout(this.#togetherTimer);
    this.#togetherTimer = Number(setTimeout(async () => {
      const before = key(this.overlay.appearsWith);
      await this.#fetchTogether().catch(() => {});
      if (before !== key(this.overlay.appearsWith)) this.#compose(false);
    }, 500));
  }

  #forget() {
    const { current } = this.trail;
    const keep = [...this.scene.nodes.map((node) => node.id), ...this.view.brought, ...this.view.pinned, ...(current.view === "entity" ? [current.id] : [])];
    this.graph.forgetExcept(new Set(keep));
  }
}

/** @param {{id: string, count: number}[]} edges */
const key = (edges) => edges.map((edge) => edge.id + edge.count).join();
