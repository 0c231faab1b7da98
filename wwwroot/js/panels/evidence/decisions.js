/**
 * @import { Explorer } from "../../explorer.js"
 * @import { Decision } from "../../state/decisions.js"
 * @import { Openers } from "./statement.js"
 */
import { decide, whoDecides } from "../../actions/deciding.js";
import { decisionInWords } from "../../state/decisions.js";
import { date } from "../../state/format.js";
import { h, icon, typeMark } from "../dom.js";
import { paged } from "./paged.js";

/** Who decided what and when, last first, each to be taken back. @param {Explorer} explorer @param {Openers} open @param {(error: unknown) => void} report */
export function decisionsView(explorer, open, report) {
  const who = h("input", { class: "field", maxlength: 100, autocomplete: "name", value: whoDecides() ?? "", "aria-label": "Your name, beside what you decide", placeholder: "Your name (optional)", onchange: () => {
    try {
      localStorage.setItem("decided-by", who.value.trim());
    } catch (error) {
      report(error);
    }
  } });
  /** @param {Decision} decision */
  const row = (decision) => {
    const undone = decision.undoneAt !== undefined;
    const change = h("button", { type: "button", class: "button", onclick: async () => {
      change.disabled = true;
      try {
        if (undone) await decide(explorer, decision.ruling, "Decide again");
        else {
          await explorer.api.undoDecision(decision.number, whoDecides());
          explorer.tell("decided");
        }
      } catch (error) {
        report(error);
        change.disabled = false;
      }
    } }, icon(undone ? "redo" : "undo"), undone ? "Redo" : "Undo");
    return h("article", { class: `decision${undone ? " undone" : ""}`, "data-decision": decision.number },
      h("div", { class: "decision-text" }, h("p", {}, decisionInWords(decision)),
        (decision.reasons?.length ?? 0) > 0 && h("p", { class: "muted" }, (decision.reasons ?? []).map((reason) => reason.text).join("; ")),
        h("p", { class: "facts" }, `${decision.by ?? "The program"} · ${date(decision.at.slice(0, 10))}`,
          undone && ` · undone${decision.undoneBy ? ` by ${decision.undoneBy}` : ""} ${date((decision.undoneAt ?? "").slice(0, 10))}`),
        h("div", { class: "chips" }, ...decision.entities.filter((one) => explorer.graph.nodes.has(one.id)).map((one) =>
          h("button", { type: "button", class: "chip", title: one.name, onclick: () => open.entity(one.id) }, typeMark(one.type), h("span", { class: "entity-name" }, one.name))))),
      change);
  };
  return {
    title: "Decisions",
    body: h("div", { class: "view" }, h("p", { class: "hint" }, "Merges, splits and corrections. They hold for articles that come in again, too, and each can be taken back."), who,
      paged({ load: (offset, limit) => explorer.api.decisions({ offset, limit }), row,
        empty: "Nothing was decided yet. Choose two entities to merge them, or correct a statement where you read it." })),
  };
}
