/**
 * @import { Explorer } from "../../explorer.js"
 * @import { EntityRoute } from "../../state/trail.js"
 * @import { ArticleSummary, Evidence, GraphNode, WhoMentioned } from "../../state/types.js"
 * @import { Openers } from "./statement.js"
 */
import { expand, expandArticles, hideArticles, pageOfNeighbours } from "../../actions/neighbours.js";
import { openPair } from "../../actions/opening.js";
import { findPaths } from "../../actions/ways.js";
import { isEmpty, restricts, within } from "../../state/filters.js";
import { counted, number, period, typeWords } from "../../state/format.js";
import { fill, h, icon, typeMark } from "../dom.js";
import { tabs } from "../tabs.js";
import { markKey } from "./marked-text.js";
import { paged } from "./paged.js";
import { evidence } from "./pair.js";
import { roles } from "./roles.js";
import { articleRow, statement } from "./statement.js";
import { takeAway } from "./take-away.js";

/** All about one entity. @param {Explorer} explorer @param {EntityRoute} route @param {Openers} open @param {(error: unknown) => void} report @param {(button: HTMLElement, id: string) => void} menu */
export function entityView(explorer, route, open, report, menu) {
  const { id } = route;
  const node = () => explorer.graph.nodes.get(id);
  const head = h("header", { class: "entity-head" });
  const actions = h("div", { class: "entity-actions" });
  const rolesHolder = h("div", { class: "roles" });
  const stale = h("button", { type: "button", class: "button wide stale", hidden: true, onclick: () => reload() }, "Show what has come in since");
  let neighbours = -1;
  let loaded = signature(node());

  const bar = tabs({
    label: "Evidence", selected: route.tab ?? (node() && node()?.mentionedBy === 0 && (node()?.said ?? 0) > 0 ? "said" : "about"),
    onSelect: (tab) => explorer.trail.replace({ ...route, tab }),
    tabs: [
      { id: "about", label: "Said about", body: () => statements(explorer, { mentioned: id }, open, "Nobody is quoted on it yet.", speakers, report) },
      { id: "said", label: "Said", body: () => statements(explorer, { speaker: id }, open, "It makes no statement in these articles.", spokenOf, report) },
      { id: "with", label: "Appears with", body: () => together(explorer, id) },
      { id: "articles", label: "Articles", body: () => paged({
        load: async (offset, limit) => {
          if (!restricts(explorer.view.filters)) return explorer.api.articles({ entity: id, offset, limit });
          const { articles: items, total } = await explorer.api.neighbours(id, ["AppearsIn"], offset, limit, explorer.view.filters);
          return { items, total };
        },
        row: (/** @type {ArticleSummary} */ article) => articleRow(article, open), empty: isEmpty(explorer.view.filters) ? "No article names it any more." : "No article that names it passes the filters." }) },
    ],
  });
  const reload = () => {
    stale.hidden = true;
    loaded = signature(node());
    bar.reload();
  };
  const busy = async (/** @type {() => Promise<unknown>} */ work) => {
    actions.inert = true;
    try {
      await work();
    } catch (error) {
      report(error);
    } finally {
      actions.inert = false;
    }
  };

  const more = h("button", { type: "button", class: "icon-button", id: "more", title: "More: hide, pin, focus, collapse …", "aria-haspopup": "menu", onclick: () => menu(more, id) },
    icon("more"), h("span", { class: "sr" }, "More actions"));
  const drawActions = () => {
    const shown = new Set(explorer.scene.nodes.map((one) => one.id));
    const seen = new Set(explorer.shown.edgesAt(id).map((edge) => (edge.source === id ? edge.target : edge.source)).filter((other) => shown.has(other)));
    const hidden = Math.max(0, neighbours - seen.size);
    const onGraph = explorer.view.articles[id] ?? 0;
    const articles = node()?.articles ?? 0;
    fill(actions,
      h("button", { type: "button", class: "button", id: "expand", disabled: hidden === 0, title: "Add the strongest neighbours that are not shown (double click)",
        onclick: () => busy(() => expand(explorer, id)) }, icon("expand"),
      hidden > 0 ? `Expand +${Math.min(hidden, pageOfNeighbours)} of ${number(hidden)}` : neighbours < 0 ? "Expand" : `All ${counted(neighbours, "neighbour")} shown`),
      h("button", { type: "button", class: "button", id: "links-to", title: "Find the ways from here to another entity", onclick: () => findPaths(explorer) }, icon("path"), "Links to …"),
      articles > onGraph && h("button", { type: "button", class: "button", onclick: () => busy(() => expandArticles(explorer, id)) }, icon("article"),
        onGraph === 0 ? "Articles on graph" : `More articles (${number(articles - onGraph)})`),
      onGraph > 0 && h("button", { type: "button", class: "button quiet", onclick: () => hideArticles(explorer, id) }, "Hide articles"),
      more);
  };
  const draw = () => {
    const now = node();
    if (!now) {
      fill(head, h("p", { class: "empty-line" }, "This entity is no longer in the graph: no article names it any more."));
      fill(actions);
      return;
    }
    fill(head,
      h("h2", { class: "entity-title", title: now.name }, typeMark(now.type), h("span", {}, now.name)),
      h("p", { class: "facts" }, [typeWords[now.type][0], period(now.first, now.last)].filter(Boolean).join(" · ")),
      h("dl", { class: "figures" }, figure("Mentioned in", now.mentionedBy, "statement"), figure("Said", now.said, "statement"), figure("Named in", now.articles, "article")));
    drawActions();
    if (signature(now) !== loaded) stale.hidden = false;
  };
  const countNeighbours = () => explorer.api.neighbours(id, ["Mentioned"], 0, 1, explorer.view.filters).then((page) => {
    neighbours = page.total;
    drawActions();
  }, () => {}); // Without the count the button stays without a number.
  draw();
  void countNeighbours();
  void roles(explorer, id, open).then((found) => fill(rolesHolder, ...found), () => {});
  return {
    title: "Entity", body: h("div", { class: "view" }, head, rolesHolder, actions, stale, bar.element),
    update: () => {
      if (signature(node()) !== loaded) void countNeighbours();
      draw();
    },
  };

  /** @param {WhoMentioned} item */
  function speakers(item) {
    return chip(item.speaker, item.edge.count, () => void openPair(explorer, "Mentioned", item.speaker, item.mentioned).catch(report));
  }
  /** @param {WhoMentioned} item */
  function spokenOf(item) {
    return chip(item.mentioned, item.edge.count, () => void openPair(explorer, "Mentioned", item.speaker, item.mentioned).catch(report));
  }
}

/** @param {GraphNode | undefined} node */
const signature = (node) => (node ? `${node.mentionedBy}/${node.said}/${node.articles}` : "");

/** @param {string} label @param {number} value @param {string} unit */
const figure = (label, value, unit) =>
  h("div", {}, h("dt", {}, label), h("dd", {}, h("b", {}, number(value)), ` ${value === 1 ? unit : `${unit}s`}`));

/** @param {GraphNode} node @param {number} count @param {() => void} open */
const chip = (node, count, open) =>
  h("button", { type: "button", class: "chip", title: node.name, onclick: open }, typeMark(node.type), h("span", { class: "entity-name" }, node.name),
    h("span", { class: "chip-count figure" }, number(count)));

/**
 * @param {Explorer} explorer @param {{speaker?: string, mentioned?: string}} filter @param {Openers} open @param {string} empty
 * @param {(item: WhoMentioned) => Node} counterpart @param {(error: unknown) => void} report
 */
function statements(explorer, filter, open, empty, counterpart, report) {
  const chips = h("div", { class: "chips" });
  const query = within(explorer.view.filters, filter);
  if (query) explorer.api.mentions({ ...query, limit: 6 }).then((page) => fill(chips, ...page.items.map(counterpart)), () => {}); // The list below tells of errors.
  const load = (/** @type {number} */ offset, /** @type {number} */ limit) => evidence(explorer, filter, offset, limit);
  const name = explorer.graph.nodes.get(filter.speaker ?? filter.mentioned ?? "")?.name ?? "";
  return h("div", {}, chips, takeAway(load, filter.speaker ? `said by ${name}` : `about ${name}`, report), markKey(), paged({
    load,
    row: (/** @type {Evidence} */ item) => statement(item, open), empty: isEmpty(explorer.view.filters) ? empty : "No statement here passes the filters.",
  }));
}

/** @param {Explorer} explorer @param {string} id */
function together(explorer, id) {
  return paged({
    size: 30, className: "who-list", empty: "It shares no sentence with another entity.",
    load: async (offset, limit) => {
      const page = await explorer.api.neighbours(id, ["AppearsWith"], offset, limit, explorer.view.filters);
      const counts = new Map(page.edges.map((edge) => [edge.source === id ? edge.target : edge.source, edge.count]));
      return { items: page.nodes.map((node) => ({ node, count: counts.get(node.id) ?? 0, centre: page.centre })), total: page.total };
    },
    row: ({ node, count, centre }) => h("button", { type: "button", class: "with-row", title: `Sentences with ${node.name}`,
      onclick: () => void openPair(explorer, "AppearsWith", centre, node) },
    typeMark(node.type), h("span", { class: "entity-name" }, node.name), h("span", { class: "who-count figure" }, counted(count, "sentence"))),
  });
}
