/**
 * @import { Span } from "./types.js"
 *
 * @typedef {"source" | "cue" | "content" | "mention"} Role
 * @typedef {object} Mark
 * @property {Span} span
 * @property {Role} role
 * @property {string} [entityId]   whom a mention refers to
 * @property {string} [statement]  the attribution that it belongs to
 *
 * @typedef {object} Run   a stretch of text under the same marks
 * @property {string} text
 * @property {number} start
 * @property {Mark[]} marks
 */

/**
 * Cuts a stretch of an article's text at the borders of its marks. The runs joined give the text again.
 * @param {string} text
 * @param {number} offset where the text begins in the article, which the marks' spans refer to
 * @param {Mark[]} marks  may overlap and reach beyond the text
 * @returns {Run[]}
 */
export function cut(text, offset, marks) {
  const end = offset + text.length;
  const borders = new Set([offset, end]);
  const inside = marks.filter((mark) => mark.span.start < end && mark.span.end > offset && mark.span.start < mark.span.end);
  for (const { span } of inside) {
    borders.add(Math.max(span.start, offset));
    borders.add(Math.min(span.end, end));
  }
  const sorted = [...borders].sort((a, b) => a - b);
  /** @type {Run[]} */
  const runs = [];
  const starting = [...inside].sort((a, b) => a.span.start - b.span.start);
  /** @type {Mark[]} */
  let open = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [from, to] = [sorted[i], sorted[i + 1]];
    while (next < starting.length && starting[next].span.start <= from) open.push(starting[next++]);
    open = open.filter((mark) => mark.span.end > from);
    runs.push({ text: text.slice(from - offset, to - offset), start: from, marks: [...open] });
  }
  return runs;
}

/**
 * Groups neighbouring runs that lie in the same mention, so that a mention that a cue or content cuts stays one link.
 * @param {Run[]} runs
 * @returns {{mention?: Mark, runs: Run[]}[]}
 */
export function groupByMention(runs) {
  /** @type {{mention?: Mark, runs: Run[]}[]} */
  const groups = [];
  for (const run of runs) {
    // Of nested mentions ("the minister's wife"), the innermost is what a click means.
    const mention = run.marks
      .filter((mark) => mark.role === "mention")
      .reduce((/** @type {Mark | undefined} */ best, mark) => (!best || length(mark) < length(best) ? mark : best), undefined);
    const last = groups.at(-1);
    if (last && last.mention === mention) last.runs.push(run);
    else groups.push({ mention, runs: [run] });
  }
  return groups;
}

/** @param {Mark} mark */
const length = (mark) => mark.span.end - mark.span.start;

/**
 * The paragraphs of an article's text, with their offsets; white space between them belongs to none.
 * @param {string} text
 * @returns {{text: string, start: number}[]}
 */
export function paragraphs(text) {
  const found = [];
  for (const match of text.matchAll(/[^\r\n]+/gu)) {
    const lead = match[0].length - match[0].trimStart().length;
    const trimmed = match[0].trim();
    if (trimmed) found.push({ text: trimmed, start: match.index + lead });
  }
  return found;
}
