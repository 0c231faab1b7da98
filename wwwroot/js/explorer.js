/**
 * @import { Api } from "./live/api.js"
 * @import { EntityType, GraphDifference, GraphNode, Status } from "./state/types.js"
 * @import { Change } from "./state/compare.js"
 * @import { Filters } from "./state/filters.js"
 * @import { Scene } from "./state/scene.js"
 * @import { Route } from "./state/trail.js"
 * @import { View } from "./state/view.js"
 *
 * @typedef {"connecting" | "live" | "reconnecting" | "failed"} Phase
 * @typedef {"scene" | "route" | "totals" | "connection" | "view" | "group" | "places" | "marks" | "decided"} Topic
 * @typedef {Map<string, {x: number, y: number}>} Places
 * @typedef {{undo: () => Promise<unknown>, redo: () => Promise<unknown>}} Deed   a step that was taken on the server
 */
import { FilteredGraph } from "./live/filtered-graph.js";
import { Ways } from "./live/ways.js";
import { restricts } from "./state/filters.js";
import { History } from "./state/history.js";
import { KnownGraph } from "./state/known-graph.js";
import { Overlay } from "./state/overlay.js";
import { compose } from "./state/scene.js";
import { selection } from "./state/selection.js";
import { Trail } from "./state/trail.js";
import { bringing, firstView, sameView } from "./state/view.js";

/** The most entities at once on the canvas. */
export const budget = 300;

/** What can be done on the page, and what is to be seen after it. Knows no DOM; those who show it subscribe. */
export class Explorer {
  graph = new KnownGraph();
  overlay = new Overlay();
  trail = new Trail();
  /** @type {View} */
  view = firstView;
  /** @type {History<{view: View, places: Places, deed?: Deed}>} */
  history = new History();
  /** @type {Scene} */
  scene = compose(this.graph, this.overlay, this.view, { budget });
  /** @type {Status | null} */
  status = null;
  /** @type {{phase: Phase, since: Date, asOf: Date | null, reason?: string}} */
  connection = { phase: "connecting", since: new Date(), asOf: null };
  /** Entities chosen together. @type {string[]} */
  group = [];
  /** What became of links, where two times are compared. @type {Map<string, Change> | null} */
  changes = null;
  /** The groups by which entities are coloured, 0 to 7. @type {Map<string, number> | null} */
  groups = null;
  loaded = false;
  /** Whether a filter's answer is on its way. */
  filtering = false;
  api;
  ways;
  /** Where everything stands; the canvas tells. @type {() => Places} */
  places = () => new Map();
  /** @type {Map<Topic, Set<(detail?: any) => void>>} */
  #listeners = new Map();
  #filtered;
  #report;
  #statusTimer = 0;
  #togetherTimer = 0;

  /** @param {Api} api @param {(error: unknown) => void} report what could not be done in the background */
  constructor(api, report) {
    this.api = api;
    this.ways = new Ways(api);
    this.#report = report;
    this.#filtered = new FilteredGraph(api, budget, () => this.#filteredAnew(), report);
  }

  /** @param {Topic} topic @param {(detail?: any) => void} listener */
  on(topic, listener) {
    const known = this.#listeners.get(topic);
    if (known) known.add(listener);
    else this.#listeners.set(topic, new Set([listener]));
  }

  /** Tells those who listen. @param {Topic} topic @param {any} [detail] */
  tell(topic, detail) {
    for (const listener of this.#listeners.get(topic) ?? []) listener(detail);
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
    this.tell("connection");
  }

  /** Composes the scene anew. @param {boolean} [whole] whether it is seen for the first time */
  refresh(whole = false) {
    const before = new Set(this.scene.nodes.map((node) => node.id));
    this.#compose(whole);
    if (!this.shown.complete) {
      const joined = this.scene.nodes.filter((node) => node.entity && !before.has(node.id));
      // Edges that cannot be had now come with the next change or the next connection.
      if (joined.length > 0 && !whole) this.fetchEdges().catch(() => {});
      if (this.graph.nodes.size > budget * 8) this.#forget();
    }
    if (this.view.appearsWith) this.#togetherLater();
  }

  /**
   * Does something to the view that can be undone.
   * @param {string | null} label what is done: "Hide 3 entities"; null where it goes on with the step before
   * @param {Partial<View>} patch
   */
  change(label, patch) {
    const next = { ...this.view, ...patch };
    if (sameView(next, this.view)) return;
    if (label !== null) this.#keep(label);
    this.#take(next);
  }

  /** Puts another view in the place of this one. @param {string | null} label the step that it is; null: none @param {View} view @param {Places} places */
  replace(label, view, places) {
    if (label !== null) this.#keep(label);
    this.tell("places", places);
    this.#take(view);
  }

  /** Something was moved; what stood before can be had back. @param {string} label @param {Places} before */
  moved(label, before) {
    this.history.done(label, { view: this.view, places: before });
    this.tell("view");
  }

  /** Something was decided on the server; the step before it can be had back. @param {string} label @param {Deed} deed */
  decided(label, deed) {
    this.history.done(label, { view: this.view, places: this.places(), deed });
    this.tell("view");
    this.tell("decided");
  }

  undo() {
    const deed = this.history.before?.deed;
    this.#restore(this.history.undo({ view: this.view, places: this.places(), deed }), deed?.undo);
  }

  redo() {
    const deed = this.history.after?.deed;
    this.#restore(this.history.redo({ view: this.view, places: this.places(), deed }), deed?.redo);
  }

  /** @param {Filters} filters @param {string | null} [label] */
  filter(filters, label = "Filter") {
    const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== "");
    this.change(label, { filters: Object.fromEntries(given) });
  }

  /** @param {EntityType} type @param {boolean} shown */
  showType(type, shown) {
    const rest = this.view.hiddenTypes.filter((one) => one !== type);
    this.change(shown ? "Show a type" : "Hide a type", { hiddenTypes: shown ? rest : [...rest, type] });
  }

  /** What the canvas marks. */
  selected() {
    return selection(this.trail, this.scene, this.overlay, this.ways.marked);
  }

  /** Makes sure that entities are seen, whatever their rank or type. @param {string[]} ids @param {string} [label] */
  bring(ids, label = "Bring an entity") {
    const seen = new Set(this.scene.nodes.map((node) => node.id));
    const next = { ...this.view, ...bringing(this.view, ids, ids.flatMap((id) => this.graph.nodes.get(id)?.type ?? [])) };
    // What is seen already is only made sure of, which is no step to go back over.
    if (ids.some((id) => !seen.has(id)) && !sameView(next, this.view)) this.#keep(label);
    this.#take(next);
  }

  /** @param {Route} route */
  go(route) {
    const other = this.trail.go(route);
    this.#routed(other ? undefined : { again: true });
  }

  /** Looks at an entity without leaving the analysis. @param {string} id @returns {boolean} whether the analysis is open */
  lookAt(id) {
    const { current } = this.trail;
    if (current.view !== "analysis") return false;
    this.trail.replace({ ...current, at: id });
    this.tell("route", { again: true });
    return true;
  }

  /** Colours entities by the group that they belong to; null: by their type. @param {Map<string, number> | null} groups */
  colourBy(groups) {
    this.groups = groups;
    this.tell("marks");
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

  /** Asks for the edges between what is seen, of which the stream may have told only some. */
  async fetchEdges() {
    const graph = this.shown;
    const ids = [...new Set([...this.scene.nodes.filter((node) => node.entity).map((node) => node.id), ...this.view.brought])];
    const since = graph.version;
    graph.addFetchedEdges(await this.api.edges(ids, "Mentioned", this.view.filters), since);
    if (graph.version !== since && graph === this.shown) this.#compose(false);
  }

  /** Asks for the totals, which the stream does not carry. */
  async fetchStatus() {
    this.status = await this.api.status();
    this.tell("totals");
  }

  /** Keeps what is there now, to be gone back to. @param {string} label */
  #keep(label) {
    this.history.done(label, { view: this.view, places: this.places() });
  }

  /** @param {View} next */
  #take(next) {
    const { view } = this;
    this.view = next;
    if (next.appearsWith && !view.appearsWith) void this.#fetchTogether().then(() => this.refresh()).catch(this.#report);
    if (next.filters !== view.filters) void this.#refilter();
    this.refresh();
    this.tell("view");
  }

  #filteredAnew() {
    this.refresh();
    // A snapshot holds the most relevant; what was asked for beside them needs its links too.
    if (this.view.brought.length > 0 && !this.shown.complete) this.fetchEdges().catch(this.#report);
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
      this.tell("view");
    }
  }

  /** @param {{view: View, places: Places} | undefined} step @param {() => Promise<unknown>} [deed] what the server has to do for it */
  #restore(step, deed) {
    if (!step) return;
    if (deed) void deed().then(() => this.tell("decided"), this.#report);
    this.#take(step.view);
    this.tell("places", step.places);
  }

  /** @param {any} [detail] */
  #routed(detail) {
    this.ways.pointed = null;
    if (!["paths", "common", "compare"].includes(this.trail.current.view) && this.ways.listed.length > 0) {
      this.ways.listed = [];
      this.changes = null;
      this.#compose(false);
    } else if (restricts(this.view.filters) || (this.view.filters.minCount ?? 1) > 1) this.#compose(false);
    this.tell("route", detail);
  }

  /** @param {boolean} whole */
  #compose(whole) {
    const subject = new Set(this.trail.subject);
    const restricted = this.#filtered.graph !== null;
    if (restricted) {
      const kept = [...subject, ...this.view.pinned, ...this.view.brought].flatMap((id) => this.graph.nodes.get(id) ?? []);
      this.shown.addFetchedNodes(kept, this.shown.version);
    }
    this.scene = compose(this.shown, this.overlay, this.view, { budget, subject, restricted, more: this.ways.all.edges });
    const seen = new Set(this.scene.nodes.map((node) => node.id));
    if (this.group.some((id) => !seen.has(id))) {
      this.group = this.group.filter((id) => seen.has(id));
      this.tell("group");
    }
    this.tell("scene", { whole });
  }

  #later() {
    clearTimeout(this.#statusTimer);
    // The totals are a side matter; when they cannot be had, the connection's state says so already.
    this.#statusTimer = Number(setTimeout(() => void this.fetchStatus().catch(() => {}), 250));
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
    const keep = [...this.scene.nodes.map((node) => node.id), ...this.view.brought, ...this.view.pinned, ...this.trail.subject];
    this.graph.forgetExcept(new Set(keep));
  }
}

/** @param {{id: string, count: number}[]} edges */
const key = (edges) => edges.map((edge) => edge.id + edge.count).join();
