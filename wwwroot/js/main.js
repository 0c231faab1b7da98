/**
 * @import { Saved } from "./state/link.js"
 * @import { IngestionEvent } from "./state/types.js"
 */
import { choose, chooseToo } from "./actions/arranging.js";
import { expand } from "./actions/neighbours.js";
import { openEdge, openEntity } from "./actions/opening.js";
import { findPaths } from "./actions/ways.js";
import { Explorer, budget } from "./explorer.js";
import { Api, ApiError } from "./live/api.js";
import { Follower } from "./live/follower.js";
import { Hub } from "./live/hub.js";
import { address as pageAddress } from "./panels/address.js";
import { addArticle } from "./panels/add-article.js";
import { askBox } from "./panels/ask.js";
import { Corrections } from "./panels/decisions/correct.js";
import { byId, h } from "./panels/dom.js";
import { Panel } from "./panels/evidence/panel.js";
import { exporting } from "./panels/exports.js";
import { feed } from "./panels/feed.js";
import { filterBar } from "./panels/filters.js";
import { following } from "./panels/following.js";
import { groupBar } from "./panels/group-bar.js";
import { help, tour } from "./panels/help.js";
import { legend } from "./panels/legend.js";
import { entityList } from "./panels/list.js";
import { connectionNotice, toasts } from "./panels/notices.js";
import { nodeMenu } from "./panels/node-menu.js";
import { samplesNotice } from "./panels/samples.js";
import { pageKeys, sideDrawer } from "./panels/page.js";
import { describe, hoverTip, stageMessage, stageTools } from "./panels/stage.js";
import { statusLine } from "./panels/status-line.js";
import { theme } from "./panels/theme.js";
import { timeline } from "./panels/timeline.js";
import { viewsBox } from "./panels/views.js";
import { announcement, Arrivals } from "./state/arrivals.js";
import { SavedViews } from "./state/saved-views.js";
import { Canvas } from "./view/canvas.js";
import { canvasKeys } from "./view/keys.js";
import { lasso } from "./view/lasso.js";

const libraries = /** @type {any} */ (window);
const api = new Api(document.baseURI);
const arrivals = new Arrivals();
const messages = toasts(byId("toasts"));
const report = messages.error;
const explorer = new Explorer(api, report);

// What is seen.
const corrections = new Corrections(explorer, messages);
const panel = new Panel(byId("panel"), explorer, report, {
  menu: (button, id) => deeds.openBeside(button, id),
  correct: (button, words, items) => deeds.openItems(button, words, items),
  corrections,
});
const canvas = new Canvas(libraries.cytoscape, byId("canvas"), {
  onPick: (target) => {
    if (!target) return explorer.home();
    if (target.kind === "entity" && explorer.lookAt(target.id)) return;
    if (target.kind === "entity") return void openEntity(explorer, target.id).catch(report);
    if (target.kind === "article") return explorer.go({ view: "article", id: target.id });
    openEdge(explorer, target.id);
  },
  onExpand: (id) => void expand(explorer, id).catch(report),
  onMenu: (id, at) => deeds.openAt(id, at),
  onHover: hoverTip(byId("tip"), explorer),
  covered: () => panel.covers,
  onMoved: (before) => explorer.moved("Move", before),
  onOutOfView: (count) => tools.outOfView(count),
});
explorer.places = () => canvas.positions();
const deeds = nodeMenu(explorer, canvas, byId("canvas"), messages, corrections);
groupBar(byId("group-bar"), explorer, deeds.deedsFor);
const drawing = lasso(canvas, byId("canvas"), {
  onChosen: (ids, more) => choose(explorer, more ? [...explorer.group, ...ids] : ids),
  onToggled: (id) => chooseToo(explorer, id),
  onMode: (on) => tools.lassoing(on),
});
const list = entityList(byId("list"), explorer, (id) => void openEntity(explorer, id).catch(report));
const filterRoot = h("div", { class: "filters" });
const tools = stageTools(explorer, canvas, list, filterRoot, { openPanel: () => panel.open(), lasso: drawing.toggle });
const filters = filterBar(filterRoot, explorer, report);
const search = askBox(byId("search"), explorer, report, () => panel.focus());
timeline(byId("timeline"), tools.time, explorer, report);
legend(byId("legend"), explorer);
statusLine(byId("status"), explorer);
const arrivalsList = feed(byId("feed"), arrivals, (id) => explorer.go({ view: "article", id }));
const samples = samplesNotice(byId("notices"), explorer, messages);
const adding = addArticle({ opener: byId("add"), dropZone: byId("drop"), api, toasts: messages });
const address = pageAddress(explorer, canvas, report);
viewsBox(byId("share"), new SavedViews(() => localStorage), address, messages, exporting(explorer, canvas, report));
const firstTour = tour(() => document.querySelector("dialog[open], :popover-open") !== null);
const keys = help(byId("help"), firstTour.start);
theme(byId("theme"), () => canvas.recolour());
const drawer = sideDrawer(byId("side"), byId("menu"), byId("theme"));
pageKeys({ search: search.input, panel, closeFirst: () => drawer.close() || drawing.end() || chooseNone(), undo: () => explorer.undo(), redo: () => explorer.redo(), keys: { f: filters.open, p: () => findPaths(explorer), s: drawing.toggle, t: () => tools.time.click(), "?": keys.open } });

/** @returns {boolean} whether any were chosen */
function chooseNone() {
  const any = explorer.group.length > 0;
  choose(explorer, []);
  return any;
}

explorer.on("group", () => canvas.choose(explorer.group));
explorer.on("scene", ({ whole }) => canvas.render(explorer.scene, { whole }));
explorer.on("scene", () => {
  canvas.markChanges(explorer.changes);
  canvas.select(explorer.selected());
});
explorer.on("marks", () => {
  canvas.colourBy(explorer.groups);
  canvas.select(explorer.selected());
});
explorer.on("places", (places) => canvas.restore(places));
explorer.on("route", () => {
  const selected = explorer.selected();
  canvas.select(selected);
  if (selected?.kind === "path") canvas.camera.frame(selected.nodes ?? []);
  else if (selected) canvas.camera.show(selected.id);
});
canvasKeys(canvas, byId("canvas"), {
  open: (id) => {
    const article = explorer.overlay.articles.has(id);
    if (article) explorer.go({ view: "article", id });
    else void openEntity(explorer, id).catch(report);
    panel.focus();
  },
  act: deeds.act,
  menu: deeds.openAt,
  say: (id) => (byId("announcer").textContent = describe(explorer, { kind: "entity", id })?.join(", ") ?? ""),
  selected: () => explorer.selected()?.id ?? null,
});

// What comes in.
/** What the page's address asked for when it was opened. @type {Saved | null} */
let linked = null;
const follower = new Follower(explorer.graph, {
  join: () => hub.join(),
  changesAfter: (number) => hub.changesAfter(number),
  snapshot: () => api.graph({ budget }),
}, {
  onSnapshot: () => {
    const first = !explorer.loaded;
    if (first && linked) canvas.restore(linked.places);
    explorer.snapshotTaken();
    if (!first) return;
    const asked = new URLSearchParams(location.search).get("entity");
    const shown = linked ? address.show(linked, null) : asked ? openEntity(explorer, asked) : Promise.resolve();
    void shown.catch(report).finally(address.begin);
    void news.welcome().catch(report);
    if (!linked && explorer.graph.nodes.size > 0) firstTour.startOnce();
  },
  onApplied: (differences) => {
    explorer.applied(differences);
    news.applied(differences);
    if (arrivals.drop(differences.flatMap((one) => (one.outcome === "Removed" ? [one.article.id] : [])))) arrivalsList.draw();
  },
});

const news = following(byId("feed-tools"), byId("notices"), explorer, follower, canvas, report);

/** @type {IngestionEvent[]} */
let unsaid = [];
let sayTimer = 0;
/** @param {IngestionEvent[]} events @param {boolean} aloud */
function arrived(events, aloud) {
  arrivals.add(events);
  arrivalsList.draw();
  if (!aloud) return;
  unsaid.push(...events);
  // Gathered, so that a hundred articles are one sentence.
  sayTimer ||= Number(setTimeout(() => {
    const words = announcement(unsaid);
    if (words) byId("announcer").textContent = words;
    unsaid = [];
    sayTimer = 0;
  }, 2500));
}

const hub = new Hub(libraries.signalR, new URL("live", document.baseURI).href, {
  onChanges: (differences) => void follower.receive(differences).then(news.draw).catch(() => setTimeout(() => void follower.join().catch(() => hub.retry()), 2000)),
  onIngestion: (events) => arrived(events, true),
  onConnected: async () => {
    await follower.join();
    explorer.setConnection("live");
    // Side matters: without them the graph is still right.
    void explorer.fetchStatus().catch(report);
    void api.ingestion(60).then((events) => arrived(events, false)).catch(report);
  },
  onDisconnected: (error) => explorer.setConnection(explorer.loaded ? "reconnecting" : "failed", error instanceof ApiError ? error.message : undefined),
});
connectionNotice(byId("notices"), explorer, () => hub.retry());
stageMessage(byId("stage-message"), explorer, { add: adding.open, bring: () => void samples.bring(), retry: () => hub.retry() });
addEventListener("online", () => hub.retry());
void address.asked().then((saved) => {
  linked = saved;
  return hub.start();
});

// For tests and the curious: what the page knows, to be read only.
Object.defineProperty(window, "entityGraph", {
  value: Object.freeze({
    get state() {
      const { graph, scene, connection, view } = explorer;
      return {
        number: graph.number, complete: graph.complete, phase: connection.phase,
        nodes: [...graph.nodes.values()], edges: [...graph.edges.values()],
        shown: { nodes: scene.nodes.map((node) => node.id), edges: scene.edges.map((edge) => edge.id) },
        hiddenTypes: view.hiddenTypes, pinned: view.pinned, hidden: view.hidden, group: explorer.group, filters: view.filters, filtering: explorer.filtering,
      };
    },
    get view() {
      return {
        atRest: canvas.atRest, positions: Object.fromEntries(canvas.positions()), labels: canvas.labelBoxes(),
        screen: canvas.screenPositions(), edges: canvas.edgePoints(),
      };
    },
  }),
});
