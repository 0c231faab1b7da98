/**
 * @import { Explorer } from "../../explorer.js"
 * @import { WhoRoute } from "../../state/trail.js"
 * @import { GraphNode, WhoMentioned } from "../../state/types.js"
 */
import { counted, number, period } from "../../state/format.js";
import { h, icon, typeMark } from "../dom.js";
import { paged } from "./paged.js";

/** Who mentioned whom, most statements first. @param {Explorer} explorer @param {WhoRoute} route */
export function whoView(explorer, route) {
  const total = h("span", { class: "figure" });
  const list = () => paged({
    size: 25, className: "who-list",
    load: (offset, limit) => explorer.api.mentions({ speaker: route.speaker?.id, mentioned: route.mentioned?.id, offset, limit }),
    row: (/** @type {WhoMentioned} */ item) => row(item, (pair) => void explorer.openPair("Mentioned", pair.speaker, pair.mentioned)),
    empty: route.speaker || route.mentioned ? "No statement fits. Try it the other way round, or leave one side open."
      : "Nobody has mentioned anybody yet. Add an article to begin.",
    onTotal: (count) => (total.textContent = counted(count, "pair")),
  });
  const any = (/** @type {GraphNode | undefined} */ node) =>
    node ? h("span", { class: "who-name", title: node.name }, typeMark(node.type), node.name) : h("span", { class: "who-any" }, "anyone");
  const asked = route.speaker || route.mentioned;
  let loadedAt = explorer.graph.number;
  const holder = h("div", {}, list());
  const stale = h("button", { type: "button", class: "button wide stale", hidden: true, onclick: () => {
    loadedAt = explorer.graph.number;
    stale.hidden = true;
    holder.replaceChildren(list());
  } }, "Show what has come in since");
  return {
    title: "Who mentioned whom",
    body: h("div", { class: "view" },
      asked
        ? h("p", { class: "who-asked" }, any(route.speaker), icon("arrow"), any(route.mentioned), total)
        : h("p", { class: "hint" }, "Strongest links first. Choose a row, or a node or link of the graph, to see the sentences behind it."),
      stale, holder),
    update: () => {
      if (explorer.graph.number === loadedAt) return;
      // An empty answer is worth nothing: ask again at once. Otherwise the reader decides when the list may change.
      if (holder.querySelector(".who-row") === null || !asked && holder.scrollTop === 0 && !holder.contains(document.activeElement)) schedule();
      else stale.hidden = false;
    },
  };

  function schedule() {
    loadedAt = explorer.graph.number;
    explorer.api.mentions({ speaker: route.speaker?.id, mentioned: route.mentioned?.id, limit: 1 })
      .then((page) => page.total > 0 && holder.replaceChildren(list()), () => {});
  }
}

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
