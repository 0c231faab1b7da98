/**
 * @import { Explorer } from "../../explorer.js"
 * @import { Merge } from "../../state/decisions.js"
 * @import { GraphNode } from "../../state/types.js"
 * @import { Toasts } from "../notices.js"
 */
import { choose } from "../../actions/arranging.js";
import { decide } from "../../actions/deciding.js";
import { openEntity } from "../../actions/opening.js";
import { previewInWords } from "../../state/decisions.js";
import { counted } from "../../state/format.js";
import { byRelevance } from "../../state/scene.js";
import { fill, h, icon, typeMark } from "../dom.js";
import { ask } from "./dialog.js";

/** Asks whether entities are one and the same, and shows what merging would move. @param {Explorer} explorer @param {string[]} ids @param {Toasts} toasts */
export function mergeDialog(explorer, ids, toasts) {
  const nodes = ids.flatMap((id) => explorer.graph.nodes.get(id) ?? []).sort(byRelevance);
  if (nodes.length < 2) return;
  let into = nodes[0];
  const preview = h("p", { class: "decision-preview", role: "status" });
  const yes = h("button", { type: "button", class: "button primary" }, icon("merge"), "Merge");
  /** @returns {Merge} */
  const ruling = () => ({ kind: "merge", entityIds: ids, intoId: into.id });
  let asked = 0;
  const look = async () => {
    const number = ++asked;
    preview.textContent = "Looking at what would move …";
    yes.disabled = true;
    try {
      const found = await explorer.api.previewDecision(ruling());
      if (number !== asked) return;
      fill(preview, previewInWords(found), (found.names?.length ?? 0) > 0 && h("span", { class: "muted" }, ` Known as ${found.names?.join(", ")}.`));
      yes.disabled = Boolean(found.refusal || found.isAlreadySo);
    } catch (error) {
      if (number === asked) preview.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  const row = (/** @type {GraphNode} */ node) => h("label", { class: "expand-row" },
    h("input", { type: "radio", name: "into", class: "legend-check", checked: node === into, onchange: () => {
      into = node;
      void look();
    } }), typeMark(node.type), h("span", { class: "entity-name" }, node.name), h("span", { class: "who-count figure" }, counted(node.articles, "article")));
  const different = nodes.length === 2 && h("button", { type: "button", class: "button", onclick: async () => {
    try {
      await decide(explorer, { kind: "doNotMerge", firstId: nodes[0].id, secondId: nodes[1].id }, "Keep apart");
      box.close();
      toasts.show(`“${nodes[0].name}” and “${nodes[1].name}” are kept apart.`, { action: { label: "Undo", run: () => explorer.undo() } });
    } catch (error) {
      toasts.error(error);
    }
  } }, "They are different");
  const box = ask(`Merge ${counted(nodes.length, "entity", "entities")}?`, {
    body: [h("p", {}, "They become one. Which one stays, with its name?"), h("fieldset", { class: "decision-list", "aria-label": "Which one stays" }, ...nodes.map(row)), preview],
    yes, more: different ? [different] : [],
    run: async () => {
      if (!await decide(explorer, ruling(), `Merge ${counted(nodes.length, "entity", "entities")}`)) return;
      choose(explorer, []);
      await openEntity(explorer, into.id);
      toasts.show(`${counted(nodes.length, "entity", "entities")} are one now: “${into.name}”.`, { action: { label: "Undo", run: () => explorer.undo() } });
    },
  });
  void look();
}
