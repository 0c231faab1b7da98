/**
 * @import { Mark, Run } from "../../state/passage.js"
 * @import { EntityType, Span } from "../../state/types.js"
 *
 * @typedef {{id: string, name: string, type: EntityType}} Known   an entity that a mention may refer to
 */
import { typeWords } from "../../state/format.js";
import { cut, groupByMention } from "../../state/passage.js";
import { h } from "../dom.js";

/**
 * An article's words with source, cue, content and mentions marked. The text is hostile: it only ever becomes text nodes.
 * @param {string} text
 * @param {number} offset where the text begins in the article
 * @param {Mark[]} marks
 * @param {(id: string) => Known | undefined} entity
 * @param {(id: string, at: {element: HTMLElement, span: Span}) => void} open
 * @param {{start: number, end: number}} [here] a stretch to be set apart
 * @returns {DocumentFragment}
 */
export function markedText(text, offset, marks, entity, open, here) {
  const all = here ? [...marks, { span: here, role: /** @type {any} */ ("here") }] : marks;
  const fragment = document.createDocumentFragment();
  for (const { mention, runs } of groupByMention(cut(text, offset, all))) {
    const words = runs.map(run);
    const known = mention?.entityId ? entity(mention.entityId) : undefined;
    if (!known) {
      fragment.append(...words);
      continue;
    }
    const { id } = known;
    const span = /** @type {Mark} */ (mention).span;
    const link = h("a", {
      class: `mention mention-${known.type.toLowerCase()}`, href: `?entity=${encodeURIComponent(id)}`, "data-entity": id,
      title: `${known.name} (${typeWords[known.type][0].toLowerCase()})`,
      onclick: (/** @type {MouseEvent} */ event) => {
        event.stopPropagation();
        if (event.ctrlKey || event.metaKey || event.shiftKey) return; // Meant to open beside this page.
        event.preventDefault();
        open(id, { element: link, span });
      },
    }, ...words);
    fragment.append(link);
  }
  return fragment;
}

/** @param {Run} run */
function run({ text, marks }) {
  const roles = new Set(marks.map((mark) => mark.role));
  roles.delete("mention");
  if (roles.size === 0) return document.createTextNode(text);
  return h("span", { class: [...roles].map((role) => `m-${role}`).join(" ") }, text);
}

/** What the marks mean. */
export const markKey = () =>
  h("p", { class: "mark-key" }, h("span", { class: "mark-key-word" }, "Marks:"),
    h("span", { class: "m-source" }, "speaker"), h("span", { class: "m-cue" }, "cue"),
    h("span", { class: "m-content" }, "what was said"), h("span", { class: "mention mention-person" }, "mention"));
