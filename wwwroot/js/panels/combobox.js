/** @import { GraphNode, SearchHit } from "../state/types.js" */
import { number } from "../state/format.js";
import { h, icon, typeMark } from "./dom.js";

/**
 * @typedef {object} ComboboxOptions
 * @property {string} label
 * @property {string} placeholder
 * @property {(text: string, signal: AbortSignal) => Promise<SearchHit[]>} search
 * @property {(node: GraphNode | null) => void} onChoose   null: it was emptied
 * @property {boolean} [keeps]      whether the chosen name stays in the box
 * @property {string} [icon]
 * @property {string} [hint]        a key that leads here
 */

let made = 0;

/** A text box that completes entities as one types (the WAI-ARIA combobox pattern with a list box). */
export class Combobox {
  #options;
  #id = `combobox-${++made}`;
  input;
  element;
  #list;
  /** @type {GraphNode[]} */
  #found = [];
  #active = -1;
  /** @type {AbortController | undefined} */
  #request;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Enter was pressed before the answer came: the first hit is meant. */
  #impatient = false;
  /** @type {GraphNode | null} */
  chosen = null;

  /** @param {ComboboxOptions} options */
  constructor(options) {
    this.#options = options;
    this.#list = h("ul", { class: "options", role: "listbox", id: `${this.#id}-list`, "aria-label": options.label, hidden: true });
    this.input = h("input", {
      type: "text", class: "field", role: "combobox", placeholder: options.placeholder, "aria-label": options.label, autocomplete: "off",
      "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${this.#id}-list`, spellcheck: "false", maxlength: 200,
      enterkeyhint: "search",
      oninput: () => this.#typed(), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
      onfocus: () => this.input.select(), onblur: () => this.#leave(),
    });
    this.element = h("div", { class: `combobox${options.icon ? " with-icon" : ""}` }, options.icon && icon(options.icon), this.input,
      options.hint && h("kbd", { class: "field-hint", "aria-hidden": "true" }, options.hint), this.#list);
  }

  /** Puts an entity into the box without telling anybody. @param {GraphNode | null} node */
  set(node) {
    this.chosen = node;
    this.input.value = node?.name ?? "";
    this.input.title = node?.name ?? "";
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#impatient = false;
    const text = this.input.value.trim();
    if (this.chosen && text !== this.chosen.name) {
      this.chosen = null;
      if (text === "") this.#options.onChoose(null);
    }
    if (text === "") return this.#close();
    this.#timer = setTimeout(() => void this.#search(text), 110);
  }

  /** @param {string} text */
  async #search(text) {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    try {
      const hits = await this.#options.search(text, request.signal);
      if (request.signal.aborted) return;
      this.#found = hits.map((hit) => hit.node);
      this.#active = hits.length > 0 ? 0 : -1;
      this.#list.replaceChildren(...(hits.length > 0
        ? [...hits.map((hit, index) => this.#row(hit, index)), h("li", { class: "options-key", "aria-hidden": "true" }, "mentioned in / said")]
        : [h("li", { class: "option-none", role: "option", "aria-disabled": "true" }, `No entity is called “${text}”.`)]));
      this.#open();
      if (this.#impatient && hits.length > 0) this.#choose(0);
      this.#impatient = false;
    } catch (error) {
      if (request.signal.aborted) return;
      this.#found = [];
      this.#list.replaceChildren(h("li", { class: "option-none", role: "option", "aria-disabled": "true" }, /** @type {Error} */ (error).message));
      this.#open();
    }
  }

  /** @param {SearchHit} hit @param {number} index */
  #row({ node, matchedName }, index) {
    const alias = matchedName && matchedName !== node.name ? h("span", { class: "option-alias" }, matchedName) : null;
    return h("li", {
      role: "option", id: `${this.#id}-${index}`, class: "option", "aria-selected": "false", title: node.name,
      onmousedown: (/** @type {Event} */ event) => event.preventDefault(), onclick: () => this.#choose(index),
    },
    typeMark(node.type), h("span", { class: "option-name" }, node.name, alias),
    h("span", { class: "option-count", title: "mentioned in / said" }, `${number(node.mentionedBy)} / ${number(node.said)}`));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const open = !this.#list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return void this.#typed();
      const count = this.#found.length;
      if (count === 0) return;
      this.#active = (this.#active + (event.key === "ArrowDown" ? 1 : -1) + count) % count;
      this.#mark();
    } else if (event.key === "Enter") {
      if (open && this.#active >= 0) {
        event.preventDefault();
        this.#choose(this.#active);
      } else if (this.input.value.trim() !== "" && !this.chosen) {
        event.preventDefault();
        clearTimeout(this.#timer);
        this.#impatient = true;
        void this.#search(this.input.value.trim());
      }
    } else if (event.key === "Escape" && (open || this.input.value !== "")) {
      event.stopPropagation();
      if (open) this.#close();
      else {
        this.set(null);
        this.#options.onChoose(null);
      }
    }
  }

  /** @param {number} index */
  #choose(index) {
    const node = this.#found[index];
    if (!node) return;
    this.#close();
    this.set(this.#options.keeps ? node : null);
    this.#options.onChoose(node);
  }

  #open() {
    if (document.activeElement !== this.input) return;
    this.#list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.#mark();
  }

  #close() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  #mark() {
    [...this.#list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === this.#active)));
    const row = this.#list.children[this.#active];
    if (!row?.id) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", row.id);
    const { top, bottom } = row.getBoundingClientRect();
    const frame = this.#list.getBoundingClientRect();
    if (top < frame.top) this.#list.scrollTop -= frame.top - top;
    else if (bottom > frame.bottom) this.#list.scrollTop += bottom - frame.bottom;
  }

  #leave() {
    this.#close();
    // A name half typed is no choice: the box shows again what holds.
    if (this.#options.keeps && !this.chosen) this.input.value = "";
  }
}
