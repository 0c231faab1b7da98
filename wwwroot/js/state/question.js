/**
 * Understands a few plain questions about the graph. Names stay text here; whoever asks finds the entities.
 *
 * @typedef {object} Question
 * @property {"statements" | "together" | "paths"} about   statements said and mentioned; who stands beside somebody; how some are linked
 * @property {string} [speaker]       whose statements
 * @property {string} [mentioned]     about whom
 * @property {string[]} [ends]        between whom, or beside whom
 * @property {string} [outlet]
 * @property {string} [from]          "yyyy-MM-dd"
 * @property {string} [to]
 */
import { readDays } from "./days.js";
import { mostEnds } from "./paths.js";

const name = "(.+?)";
const spoke = "(?:mention(?:ed|s)?|name[sd]?|quote[sd]?|criticise[sd]?|discuss(?:ed|es)?|say(?:s)?(?: something)? about|said(?: something)? about|sp[eo]a?ke?s? (?:of|about)|talk(?:ed|s)? about|spoken (?:of|about))";
const tell = "(?:say|said|says|claim|claimed|think|tell|write|wrote)";
const tied = "(?:linked|connected|tied|related|joined)";

/** @type {[RegExp, (parts: string[]) => Omit<Question, "from" | "to" | "outlet"> | null][]} */
const forms = [
  [rule(`how (?:is|are|was|were) ${name} ${tied} (?:to|with|and) ${name}`), ([a, b]) => paths([a, ...several(b)])],
  [rule(`how (?:is|are|was|were) ${name} ${tied}(?: together| to each other)?`), ([all]) => paths(several(all))],
  [rule(`(?:the )?(?:links?|paths?|ways?|connections?) (?:between|from) ${name} (?:and|to) ${name}`), ([a, b]) => paths([...several(a), ...several(b)])],
  [rule(`who (?:is|are|was|were|has been|appears?|appeared|stands?) (?:mentioned |named |seen )?(?:together )?(?:with|beside|alongside) ${name}`),
    ([who]) => ({ about: "together", ends: [who] })],
  [rule(`who (?:has |had |have |did )?${spoke} (?:whom|who|anybody|anyone)`), () => ({ about: "statements" })],
  [rule(`(?:who|which outlets?) (?:has |have )?quoted ${name} (?:about|on) ${name}`), ([who, whom]) => ({ about: "statements", speaker: who, mentioned: whom })],
  [rule(`who (?:has |had |have )?${spoke} ${name}`), ([whom]) => ({ about: "statements", mentioned: whom })],
  [rule(`who (?:is|are|was|were) (?:mentioned|named|quoted|spoken of) by ${name}`), ([who]) => ({ about: "statements", speaker: who })],
  [rule(`whom? (?:did|does|has|have) ${name} ${spoke}`), ([who]) => ({ about: "statements", speaker: who })],
  [rule(`what (?:did|does|has|have|do) ${name} ${tell} (?:about|of|on) ${name}`), ([who, whom]) => ({ about: "statements", speaker: who, mentioned: whom })],
  [rule(`what (?:did|does|has|have|do) ${name} ${tell}`), ([who]) => ({ about: "statements", speaker: who })],
  [rule(`(?:what|who) (?:was|is|has been|have been)? ?(?:said|says)(?: what)? (?:about|of|on) ${name}`), ([whom]) => ({ about: "statements", mentioned: whom })],
  [rule(`(?:what|everything|statements?|quotes?|quotations?|words?) (?:by|from|of) ${name} (?:about|on) ${name}`), ([who, whom]) => ({ about: "statements", speaker: who, mentioned: whom })],
  [rule(`(?:statements?|quotes?|quotations?) (?:by|from) ${name}`), ([who]) => ({ about: "statements", speaker: who })],
  [rule(`(?:statements?|quotes?|quotations?) (?:about|on) ${name}`), ([whom]) => ({ about: "statements", mentioned: whom })],
  [rule(`${name} (?:about|on) ${name}`), ([who, whom]) => ({ about: "statements", speaker: who, mentioned: whom })],
];

/** Whether somebody seems to be asking rather than naming. @param {string} text */
export const soundsLikeAQuestion = (text) => /^\s*(?:who|whom|what|how|which|when|where|why|statements?|quotes?|links?|paths?) /i.test(text) || /\?\s*$/.test(text);

/**
 * What a text asks for; null where it is not understood.
 * @param {string} text
 * @param {{latest: string, outlets?: string[]}} known the last day that the graph knows, and its outlets
 * @returns {Question | null}
 */
export function readQuestion(text, { latest, outlets = [] }) {
  const asked = text.trim().replace(/[?!.\s]+$/, "").replace(/\s+/g, " ");
  const { rest, days } = readDays(asked, latest);
  const outlet = outletIn(rest, outlets);
  const plain = (outlet ? rest.slice(0, outlet.at) + rest.slice(outlet.end) : rest).replace(/\s+/g, " ").trim();
  for (const [form, read] of forms) {
    const found = form.exec(plain);
    const question = found && read(found.slice(1).map(bare));
    if (question && [question.speaker, question.mentioned, ...(question.ends ?? [])].every((one) => one !== ""))
      return { ...question, ...days, ...(outlet && { outlet: outlet.name }) };
  }
  return null;
}

/** @param {string} pattern */
function rule(pattern) {
  return new RegExp(`^${pattern}$`, "i");
}

/** @param {string[]} ends @returns {Omit<Question, "from" | "to" | "outlet"> | null} */
const paths = (ends) => (ends.length >= 2 && ends.length <= mostEnds ? { about: "paths", ends: ends.map(bare) } : null);

/** "A, B and C" @param {string} list */
const several = (list) => list.split(/\s*,\s*(?:and\s+)?|\s+and\s+/i).filter(Boolean);

/** @param {string} text */
const bare = (text) => text.trim().replace(/^["“'‘]|["”'’]$/g, "");

/** An outlet named by its full name after "in". @param {string} text @param {string[]} outlets */
function outletIn(text, outlets) {
  for (const name of [...outlets].sort((a, b) => b.length - a.length)) {
    const phrase = ` in ${name.toLowerCase()}`;
    const at = text.toLowerCase().indexOf(phrase);
    const end = at + phrase.length;
    if (at >= 0 && (end === text.length || text[end] === " ")) return { name, at, end };
  }
  return null;
}
