/**
 * @import { Explorer } from "../../explorer.js"
 * @import { Ruling } from "../../state/decisions.js"
 * @import { Evidence, GraphNode, Span } from "../../state/types.js"
 * @import { Item } from "../menu.js"
 * @import { Toasts } from "../notices.js"
 */
import { decide } from "../../actions/deciding.js";
import { previewInWords } from "../../state/decisions.js";
import { typeWords } from "../../state/format.js";
import { entityTypes } from "../../state/types.js";
import { Combobox, entityChoices } from "../combobox.js";
import { h } from "../dom.js";
import { ask } from "./dialog.js";

/** Corrections of what the program found, made where it is read. */
export class Corrections {
  #explorer;
  #toasts;

  /** @param {Explorer} explorer @param {Toasts} toasts */
  constructor(explorer, toasts) {
    this.#explorer = explorer;
    this.#toasts = toasts;
  }

  /** What can be corrected in a statement. @param {string} articleId @param {Span} content the first stretch of what was said @param {string | undefined} speaker @returns {Item[]} */
  ofStatement(articleId, content, speaker) {
    return [
      { label: speaker ? `Not “${speaker}”: somebody else said it` : "Somebody with a name said it", drawing: "edit", key: "S",
        run: () => this.#who("Who said it?", "Nobody with a name", (node) => ({ kind: "changeSpeaker", articleId, content, speakerId: node?.id }), "Correct a speaker") },
      { label: "It is not a quotation", drawing: "hide", key: "N", run: () => void this.#decide({ kind: "notAStatement", articleId, content }, "Not a quotation") },
    ];
  }

  /** What can be corrected in a mention. @param {string} articleId @param {Span} span @param {string} name @returns {Item[]} */
  ofMention(articleId, span, name) {
    return [{ label: `Not “${name}”: somebody else is meant`, drawing: "edit", key: "S",
      run: () => this.#who("Who is meant?", "Nobody", (node) => ({ kind: "changeMention", articleId, span, entityId: node?.id }), "Correct a mention") }];
  }

  /** The other types that an entity may have. @param {GraphNode} node @returns {Item[]} */
  ofType(node) {
    return entityTypes.filter((type) => type !== node.type).map((type) => ({ label: `Wrong type: it is a ${typeWords[type][0].toLowerCase()}`, drawing: "edit",
      run: () => void this.#decide({ kind: "retype", entityId: node.id, type }, "Correct a type") }));
  }

  /** @param {Ruling} ruling @param {string} label */
  async #decide(ruling, label) {
    try {
      const done = await decide(this.#explorer, ruling, label);
      this.#toasts.show(done ? "Corrected." : "It is so already.", done ? { action: { label: "Undo", run: () => this.#explorer.undo() } } : {});
    } catch (error) {
      this.#toasts.error(error);
    }
  }

  /** @param {string} question @param {string} nobody @param {(node: GraphNode | null) => Ruling} rulingOf @param {string} label */
  #who(question, nobody, rulingOf, label) {
    const explorer = this.#explorer;
    /** @type {GraphNode | null} */
    let chosen = null;
    const none = h("input", { type: "checkbox", class: "legend-check", onchange: () => void look() });
    const preview = h("p", { class: "decision-preview", role: "status" });
    const yes = h("button", { type: "button", class: "button primary", disabled: true }, "Correct");
    const box = new Combobox({
      label: "Entity", placeholder: "A name", keeps: true, onEmpty: () => {
        chosen = null;
        void look();
      },
      search: async (text, signal) => entityChoices(text, await explorer.api.search(text, 8, signal), (node) => {
        chosen = node;
        none.checked = false;
        void look();
      }),
    });
    const look = async () => {
      const node = none.checked ? null : chosen;
      yes.disabled = true;
      preview.textContent = "";
      if (!node && !none.checked) return;
      try {
        const found = await explorer.api.previewDecision(rulingOf(node));
        preview.textContent = previewInWords(found);
        yes.disabled = Boolean(found.refusal || found.isAlreadySo);
      } catch (error) {
        preview.textContent = error instanceof Error ? error.message : String(error);
      }
    };
    ask(question, {
      body: [box.element, h("label", { class: "check" }, none, nobody), preview], yes,
      run: async () => {
        await decide(explorer, rulingOf(none.checked ? null : chosen), label);
        this.#toasts.show("Corrected.", { action: { label: "Undo", run: () => explorer.undo() } });
      },
    });
    box.input.focus();
  }
}
