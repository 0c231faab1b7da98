/**
 * @import { ArticleSummary, Evidence, GraphNode, SharedSentence, Span } from "../../state/types.js"
 * @import { Mark } from "../../state/passage.js"
 * @import { Corrections } from "../decisions/correct.js"
 * @import { Item } from "../menu.js"
 *
 * @typedef {object} Openers
 * @property {(id: string) => void} entity
 * @property {(articleId: string, at: Span) => void} article
 * @property {(id: string) => GraphNode | undefined} known
 * @property {(button: HTMLElement, label: string, items: Item[]) => void} correct   opens what can be corrected
 * @property {Corrections} corrections
 */
import { confidence, counted, date, kindHints, kindWords } from "../../state/format.js";
import { entityButton, h, icon } from "../dom.js";
import { markedText } from "./marked-text.js";

/** A statement with the words that prove it. @param {Evidence} evidence @param {Openers} open */
export function statement(evidence, open) {
  const marks = statementMarks(evidence);
  const people = new Map([...evidence.mentioned, ...(evidence.speaker ? [evidence.speaker] : [])].map((node) => [node.id, node]));
  const known = (/** @type {string} */ id) => people.get(id) ?? open.known(id);
  const at = { start: evidence.passageStart, end: evidence.passageStart + evidence.passage.length };
  const sure = evidence.confidence ?? 0;
  return h("article", { class: "statement", "data-attribution": evidence.attributionId },
    passage(evidence.passage, at, marks, known, open, evidence.article.id),
    h("p", { class: "statement-meta" },
      evidence.speaker ? entityButton(evidence.speaker, open.entity, "entity inline") : h("span", { class: "unnamed" }, "Unnamed source"),
      h("span", { class: "tag", title: kindHints[evidence.kind] }, kindWords[evidence.kind]),
      h("span", { class: "sure", title: "How sure the program is that this speaker is given these words" },
        confidence(sure), h("span", { class: "figure" }, ` ${sure.toFixed(2)}`)),
      correctButton(evidence, open)),
    place(evidence.article, at, open),
    alsoIn(evidence.alsoIn ?? [], open));
}

/** @param {Evidence} evidence @param {Openers} open */
function correctButton(evidence, open) {
  const [content] = evidence.content;
  if (!content) return null;
  const button = h("button", { type: "button", class: "link correct", "aria-haspopup": "menu",
    onclick: () => open.correct(button, "Correct this statement", open.corrections.ofStatement(evidence.article.id, content, evidence.speaker?.name)) }, "Correct");
  return button;
}

/** A sentence in which two entities stand. @param {SharedSentence} sentence @param {Openers} open */
export function sharedSentence(sentence, open) {
  const at = { start: sentence.passageStart, end: sentence.passageStart + sentence.passage.length };
  const marks = sentence.mentions.map((mention) => ({ span: mention.span, role: /** @type {const} */ ("mention"), entityId: mention.entityId }));
  return h("article", { class: "statement" },
    passage(sentence.passage, at, marks, open.known, open, sentence.article.id),
    place(sentence.article, at, open));
}

/** @param {Evidence} evidence @returns {Mark[]} */
function statementMarks({ source, cue, content, mentions }) {
  /** @param {Span[] | undefined} spans @param {"source" | "cue" | "content"} role */
  const all = (spans, role) => (spans ?? []).map((span) => ({ span, role }));
  return [
    ...all(source, "source"), ...all(cue, "cue"), ...all(content, "content"),
    ...(mentions ?? []).map((mention) => ({ span: mention.span, role: /** @type {const} */ ("mention"), entityId: mention.entityId })),
  ];
}

/** @param {string} text @param {Span} at @param {Mark[]} marks @param {Openers["known"]} known @param {Openers} open @param {string} articleId */
function passage(text, at, marks, known, open, articleId) {
  return h("blockquote", { class: "passage", title: "Open in the article", onclick: () => {
    if (getSelection()?.isCollapsed !== false) open.article(articleId, at);
  } }, markedText(text, at.start, marks, known, open.entity));
}

/** @param {ArticleSummary} article @param {Span} at @param {Openers} open */
const place = (article, at, open) =>
  h("p", { class: "statement-place" },
    h("span", { class: "outlet", title: article.title }, article.outlet ?? "Unknown outlet"),
    article.published && h("time", { class: "figure", datetime: article.published }, date(article.published)),
    h("button", { type: "button", class: "link", title: article.title, onclick: () => open.article(article.id, at) }, "Open in article"));

/** @param {ArticleSummary[]} articles @param {Openers} open */
function alsoIn(articles, open) {
  if (articles.length === 0) return null;
  return h("details", { class: "also" },
    h("summary", {}, `Also in ${counted(articles.length, "other article")}`),
    h("ul", {}, ...articles.map((article) => h("li", {},
      h("button", { type: "button", class: "link", title: article.title, onclick: () => open.article(article.id, { start: 0, end: 0 }) }, article.title),
      h("span", { class: "muted" }, [article.outlet, article.published && date(article.published)].filter(Boolean).join(", "))))));
}

/** @param {ArticleSummary} article @param {Openers} open */
export const articleRow = (article, open) =>
  h("div", { class: "article-row" }, icon("article", "icon article-icon"),
    h("div", { class: "article-text" },
      h("button", { type: "button", class: "article-title", title: article.title, onclick: () => open.article(article.id, { start: 0, end: 0 }) }, article.title),
      h("p", { class: "muted figure" }, [article.outlet, article.published && date(article.published),
        counted(article.attributions, "statement")].filter(Boolean).join(" · "))));
