/**
 * @import { Explorer } from "../../explorer.js"
 * @import { Separate } from "../../state/decisions.js"
 * @import { ArticleSummary } from "../../state/types.js"
 * @import { Toasts } from "../notices.js"
 */
import { decide } from "../../actions/deciding.js";
import { previewInWords } from "../../state/decisions.js";
import { counted, date } from "../../state/format.js";
import { paged } from "../evidence/paged.js";
import { h, icon } from "../dom.js";
import { ask } from "./dialog.js";

/** Asks in which articles an entity is somebody else. @param {Explorer} explorer @param {string} id @param {Toasts} toasts */
export function splitDialog(explorer, id, toasts) {
  const name = explorer.graph.nodes.get(id)?.name ?? "";
  /** @type {Set<string>} */
  const chosen = new Set();
  const preview = h("p", { class: "decision-preview", role: "status" }, "Choose articles to see what would move.");
  const yes = h("button", { type: "button", class: "button primary", disabled: true }, icon("split"), "Split off");
  /** @returns {Separate} */
  const ruling = () => ({ kind: "separate", entityId: id, articleIds: [...chosen] });
  let asked = 0;
  const look = async () => {
    const number = ++asked;
    yes.disabled = true;
    if (chosen.size === 0) {
      preview.textContent = "Choose articles to see what would move.";
      return;
    }
    try {
      const found = await explorer.api.previewDecision(ruling());
      if (number !== asked) return;
      preview.textContent = previewInWords(found);
      yes.disabled = Boolean(found.refusal || found.isAlreadySo);
    } catch (error) {
      if (number === asked) preview.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  const row = (/** @type {ArticleSummary} */ article) => h("label", { class: "expand-row", title: article.title },
    h("input", { type: "checkbox", class: "legend-check", onchange: (/** @type {Event} */ event) => {
      if (/** @type {HTMLInputElement} */ (event.target).checked) chosen.add(article.id);
      else chosen.delete(article.id);
      void look();
    } }), h("span", { class: "entity-name" }, article.title), h("span", { class: "who-count figure" }, [article.outlet, article.published && date(article.published)].filter(Boolean).join(", ")));
  ask(`Split “${name}”?`, {
    body: [h("p", {}, `In which articles is “${name}” somebody else?`),
      h("fieldset", { class: "decision-list", "aria-label": "Articles" }, paged({ load: (offset, limit) => explorer.api.articles({ entity: id, offset, limit }), row, empty: "No article names it." })), preview],
    yes,
    run: async () => {
      if (!await decide(explorer, ruling(), "Split an entity")) return;
      toasts.show(`“${name}” in ${counted(chosen.size, "article")} is an entity of its own now.`, { action: { label: "Undo", run: () => explorer.undo() } });
    },
  });
}
