/**
 * @import { Explorer } from "../../explorer.js"
 * @import { WhoMentioned } from "../../state/types.js"
 */
import { openPair } from "../../actions/opening.js";
import { inWords, isEmpty, toQuery } from "../../state/filters.js";
import { counted, number, period } from "../../state/format.js";
import { h, icon, typeMark } from "../dom.js";
import { paged } from "./paged.js";
import { takeAway } from "./take-away.js";

/** How long after the last change the list is read anew, in milliseconds. */
const settleFor = 900;

/** Who mentioned whom, most statements first. @param {Explorer} explorer @param {(error: unknown) => void} report */
export function whoView(explorer, report) {
  const { filters } = explorer.view;
  const asked = !isEmpty(filters);
  const least = filters.minCount ?? 1;
  const total = h("span", { class: "figure" });
  const holder = h("div");
  const stale = h("button", { type: "button", class: "button wide stale", hidden: true, onclick: () => read(true) }, "Show what has come in since");
  let seen = explorer.graph.number;
  let timer = 0;

  /** @param {boolean} swap whether what is there stays until the new list is ready */
  const read = (swap) => {
    seen = explorer.graph.number;
    stale.hidden = true;
    const list = paged({
      size: 25, className: "who-list",
      load: async (offset, limit) => {
        const page = await explorer.api.mentions({ ...toQuery(filters), offset, limit });
        // The strongest come first, so that the first link that is too weak is the end.
        const items = page.items.filter((item) => item.edge.count >= least);
        return items.length < page.items.length ? { items, total: offset + items.length } : page;
      },
      row: (/** @type {WhoMentioned} */ item) => row(item, () => void openPair(explorer, "Mentioned", item.speaker, item.mentioned).catch(report)),
      empty: asked ? "No statement passes the filters. Remove one of them above the graph."
        : "Nobody has mentioned anybody yet. Add an article to begin.",
      onTotal: (count) => (total.textContent = counted(count, "pair")),
      onReady: (ready) => holder.replaceChildren(ready),
    });
    if (!swap) holder.replaceChildren(list);
  };
  read(false);
  return {
    title: "Who mentioned whom",
    body: h("div", { class: "view" },
      asked
        ? h("p", { class: "who-asked" }, h("span", {}, sentence(inWords(filters).map((one) => one.text).join(", "))), total)
        : h("p", { class: "hint" }, "Strongest links first. Choose a row, or a node or link of the graph, to see the sentences behind it."),
      h("div", { class: "panel-links" }, takeAway((offset, limit) => explorer.api.evidence({ ...toQuery(filters), offset, limit }), "statements", report),
        h("button", { type: "button", class: "button quiet", id: "analysis", onclick: () => explorer.go({ view: "analysis" }) }, icon("chart"), "Analysis"),
        h("button", { type: "button", class: "button quiet", id: "decisions", onclick: () => explorer.go({ view: "decisions" }) }, icon("edit"), "Decisions")), stale, holder),
    update: () => {
      if (explorer.graph.number === seen) return;
      clearTimeout(timer);
      timer = Number(setTimeout(() => {
        // Nobody's reading is disturbed: a list that is scrolled, pointed at or walked through waits to be told.
        const inUse = (holder.closest(".panel-body")?.scrollTop ?? 0) > 0 || holder.matches(":hover, :focus-within");
        if (inUse && holder.querySelector(".who-row")) stale.hidden = false;
        else if (holder.isConnected) read(true);
      }, settleFor));
    },
  };
}

/** @param {string} words */
const sentence = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** @param {WhoMentioned} item @param {(item: WhoMentioned) => void} open */
function row(item, open) {
  const { speaker, mentioned, edge, outlets } = item;
  return h("button", { type: "button", class: "who-row", "data-edge": edge.id, title: `${speaker.name} mentioned ${mentioned.name} in ${counted(edge.count, "statement")}`,
    onclick: () => open(item) },
  h("span", { class: "who-end" }, typeMark(speaker.type), h("span", { class: "entity-name" }, speaker.name)),
  icon("arrow", "icon who-arrow"),
  h("span", { class: "who-end" }, typeMark(mentioned.type), h("span", { class: "entity-name" }, mentioned.name)),
  h("span", { class: "who-count figure" }, number(edge.count)),
  h("span", { class: "who-detail" }, [outlets.length > 2 ? counted(outlets.length, "outlet") : outlets.join(", "), period(edge.first, edge.last)].filter(Boolean).join(" · ")));
}
