/**
 * @import { Explorer } from "../../explorer.js"
 * @import { PairRoute } from "../../state/trail.js"
 * @import { Openers } from "./statement.js"
 */
import { ties } from "../../state/edges.js";
import { isEmpty, within } from "../../state/filters.js";
import { counted, period } from "../../state/format.js";
import { entityButton, fill, h, icon } from "../dom.js";
import { markKey } from "./marked-text.js";
import { paged } from "./paged.js";
import { sharedSentence, statement } from "./statement.js";
import { takeAway } from "./take-away.js";

/** The statements that pass the filters. @param {Explorer} explorer @param {{speaker?: string, mentioned?: string}} ends @param {number} offset @param {number} limit */
export function evidence(explorer, ends, offset, limit) {
  const query = within(explorer.view.filters, ends);
  return query ? explorer.api.evidence({ ...query, offset, limit }) : Promise.resolve({ items: [], total: 0 });
}

/** What is behind an edge. @param {Explorer} explorer @param {PairRoute} route @param {Openers} open @param {(error: unknown) => void} report */
export function pairView(explorer, route, open, report) {
  const { graph } = explorer;
  const said = route.kind === "Mentioned";
  const head = h("div", { class: "pair-head", "data-kind": route.kind, "data-source": route.source, "data-target": route.target });
  const facts = h("p", { class: "facts" });
  const away = said && takeAway((offset, limit) => evidence(explorer, { speaker: route.source, mentioned: route.target }, offset, limit),
    `${graph.nodes.get(route.source)?.name ?? ""} on ${graph.nodes.get(route.target)?.name ?? ""}`, report);
  const holder = h("div");
  const stale = h("button", { type: "button", class: "button wide stale", hidden: true, onclick: () => load() }, "Show what has come in since");
  let count = -1;

  const end = (/** @type {string} */ id) => {
    const node = graph.nodes.get(id);
    return node ? entityButton(node, open.entity, "entity strong") : h("span", { class: "muted" }, "No longer in the graph");
  };
  const load = () => {
    stale.hidden = true;
    count = explorer.shown.edgeBetween(route.source, route.target)?.count ?? 0;
    fill(holder, paged({
      load: /** @returns {Promise<{items: any[], total: number}>} */ (offset, limit) => said
        ? evidence(explorer, { speaker: route.source, mentioned: route.target }, offset, limit)
        : explorer.api.sentences(route.source, route.target, offset, limit),
      row: (/** @type {any} */ item) => (said ? statement(item, open) : sharedSentence(item, open)),
      empty: !said ? "No sentence holds both any more." : isEmpty(explorer.view.filters) ? "No statement is behind this link any more." : "No statement behind this link passes the filters.",
      onTotal: (total) => {
        if (!said) facts.textContent = counted(total, "sentence");
      },
    }));
  };
  const draw = () => {
    const edge = said ? explorer.shown.edgeBetween(route.source, route.target) : explorer.overlay.appearsWith.find((one) => ties(one, route.source, route.target));
    const back = said ? explorer.shown.edgeBetween(route.target, route.source) : undefined;
    fill(head,
      h("div", { class: "pair-ends" }, end(route.source), h("span", { class: "pair-word" }, said ? icon("arrow") : icon("edge-appearswith", "icon wide-icon"),
        said ? "mentioned" : "appears with"), end(route.target)),
      back && h("button", { type: "button", class: "button quiet", id: "pair-swap", title: "Show the other direction",
        onclick: () => explorer.go({ ...route, source: route.target, target: route.source }) }, icon("swap"), `The other way (${back.count})`));
    if (said) facts.textContent = edge
      ? [counted(edge.count, "statement"), counted(edge.articles, "article"), period(edge.first, edge.last)].filter(Boolean).join(" · ") : "";
    if (said && count >= 0 && edge && edge.count !== count) stale.hidden = false;
  };
  draw();
  load();
  return { title: said ? "Statements" : "Sentences", body: h("div", { class: "view" }, head, facts, away, said && markKey(), stale, holder), update: draw };
}

