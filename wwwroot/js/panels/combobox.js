/** @import { Ref } from "../state/filters.js" */
/** @import { GraphNode, SearchHit } from "../state/types.js" */
import { number } from "../state/format.js";
import { h, icon, typeMark } from "./dom.js";

/**
 * @typedef {object} Choice   a row of the list
 * @property {(Node | string | null)[]} content
 * @property {string} title
 * @property {Ref} [node]          what stays in the box, where choices do
 * @property {() => void} [take]   what choosing it does; without one it only tells something
 * @property {string} [fills]      what it writes into the box instead, to be gone on with
 * @property {string} [className]
 *
 * @typedef {object} ComboboxOptions
 * @property {string} label
 * @property {string} placeholder
 * @property {(text: string, signal: AbortSignal) => Promise<Choice[]>} search
 * @property {() => Choice[]} [suggest]    what stands there before anything is typed
 * @property {() => void} [onEmpty]        it held a choice and was emptied
 * @property {boolean} [keeps]             whether the chosen name stays in the box
 * @property {string} [icon]
 * @property {string} [hint]               a key that leads here
 */

let made = 0;

/** A text box that completes what one types from a list (the WAI-ARIA combobox pattern with a list box). */
export class Combobox {
  #options;
  #id = `combobox-${++made}`;
  input;
  element;
  #list;
  /** @type {Choice[]} */
  #found = [];
  #active = -1;
  /** @type {AbortController | undefined} */
  #request;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Enter was pressed before the answer came: the first hit is meant. */
  #impatient = false;
  /** @type {Ref | null} */
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
      onfocus: () => this.#focused(), onblur: () => this.#leave(),
    });
    this.element = h("div", { class: `combobox${options.icon ? " with-icon" : ""}` }, options.icon && icon(options.icon), this.input,
      options.hint && h("kbd", { class: "field-hint", "aria-hidden": "true" }, options.hint), this.#list);
  }

  /** Puts an entity into the box without telling anybody. @param {Ref | null} node */
  set(node) {
    this.chosen = node;
    this.input.value = node?.name ?? "";
    this.input.title = node?.name ?? "";
  }

  /** Writes a text into the box as if it had been typed. @param {string} text */
  write(text) {
    this.input.value = text;
    this.input.focus();
    this.input.setSelectionRange(text.length, text.length);
    this.#typed();
  }

  #focused() {
    this.input.select();
    if (this.input.value.trim() === "") this.#suggest();
  }

  #suggest() {
    const choices = this.#options.suggest?.() ?? [];
    if (choices.length > 0) this.#fillWith(choices, -1);
    else this.#close();
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#impatient = false;
    const text = this.input.value.trim();
    if (this.chosen && text !== this.chosen.name) {
      this.chosen = null;
      if (text === "") this.#options.onEmpty?.();
    }
    if (text === "") return this.#suggest();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#search(text);
    }, 110);
  }

  /** @param {string} text */
  async #search(text) {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    try {
      const found = await this.#options.search(text, request.signal);
      if (request.signal.aborted) return;
      const first = found.findIndex(canBeChosen);
      this.#fillWith(found, first);
      if (this.#impatient && first >= 0) this.#choose(first);
    } catch (error) {
      if (request.signal.aborted) return;
      this.#fillWith([told(/** @type {Error} */ (error).message)], -1);
    }
    this.#impatient = false;
  }

  /** @param {Choice[]} choices @param {number} active */
  #fillWith(choices, active) {
    this.#found = choices;
    this.#active = active;
    this.#list.replaceChildren(...choices.map((choice, index) => this.#row(choice, index)));
    if (document.activeElement !== this.input) return;
    this.#list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.#mark();
  }

  /** @param {Choice} choice @param {number} index */
  #row(choice, index) {
    const live = canBeChosen(choice);
    return h("li", {
      role: "option", id: `${this.#id}-${index}`, class: `${live ? "option" : "option-none"} ${choice.className ?? ""}`, "aria-selected": "false",
      "aria-disabled": live ? undefined : "true", title: choice.title,
      onmousedown: (/** @type {Event} */ event) => event.preventDefault(), onclick: () => this.#choose(index),
    }, ...choice.content);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const open = !this.#list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return void this.#typed();
      const live = this.#found.flatMap((choice, index) => (canBeChosen(choice) ? [index] : []));
      if (live.length === 0) return;
      const at = live.indexOf(this.#active);
      this.#active = live[(at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + live.length) % live.length];
      this.#mark();
    } else if (event.key === "Enter") {
      if (open && this.#active >= 0 && !this.#stale) {
        event.preventDefault();
        this.#choose(this.#active);
      } else if (this.input.value.trim() !== "" && !this.chosen) {
        event.preventDefault();
        clearTimeout(this.#timer);
        this.#impatient = true;
        void this.#search(this.input.value.trim());
      }
    } else if (event.key === "Escape" && (open || (this.input.value !== "" && !this.chosen))) {
      // What was chosen stays: Escape closes the box around it then.
      event.stopPropagation();
      if (open) this.#close();
      else this.set(null);
    }
  }

  /** Whether the list is older than what was typed last. */
  get #stale() {
    return this.#timer !== undefined;
  }

  /** @param {number} index */
  #choose(index) {
    const choice = this.#found[index];
    if (!choice || !canBeChosen(choice)) return;
    if (choice.fills !== undefined) return this.write(choice.fills);
    this.#close();
    this.set(this.#options.keeps ? choice.node ?? null : null);
    choice.take?.();
  }

  #close() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
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

/** @param {Choice} choice */
const canBeChosen = (choice) => choice.take !== undefined || choice.fills !== undefined;

/** A row that only tells something. @param {string} text @returns {Choice} */
export const told = (text) => ({ content: [text], title: text });

/** Entities as rows; with none, a row that says so. @param {string} text @param {SearchHit[]} hits @param {(node: GraphNode) => void} take @returns {Choice[]} */
export function entityChoices(text, hits, take) {
  if (hits.length === 0) return [told(`No entity is called “${text}”.`)];
  return hits.map(({ node, matchedName }) => ({
    node, title: node.name, take: () => take(node),
    content: [
      typeMark(node.type),
      h("span", { class: "option-name" }, node.name, matchedName && matchedName !== node.name && h("span", { class: "option-alias" }, matchedName)),
      h("span", { class: "option-count", title: "mentioned in / said" }, `${number(node.mentionedBy)} / ${number(node.said)}`),
    ],
  }));
}
