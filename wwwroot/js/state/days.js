/** Days as people write them: "in January", "since 4 March 2025", "between May and July". */

const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const month = `(?:${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|")}|sept)\\.?`;
const day = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? ${month}(?:,? \\d{4})?|${month} \\d{1,2}(?:st|nd|rd|th)?(?:, ?\\d{4})?|${month}(?: \\d{4})?|(?:19|20)\\d{2})`;

/** @type {[RegExp, (first: Stretch, last: Stretch) => {from?: string, to?: string}][]} */
const phrases = [
  [phrase(`(?:between|from) (${day}) (?:and|to|until|till) (${day})`), (first, last) => ({ from: first.from, to: last.to })],
  [phrase(`(?:since|from) (${day})(?: on| onwards)?`), (first) => ({ from: first.from })],
  [phrase(`after (${day})`), (first) => ({ from: next(first.to) })],
  [phrase(`(?:until|till|up to|as of) (${day})`), (first) => ({ to: first.to })],
  [phrase(`before (${day})`), (first) => ({ to: previous(first.from) })],
  [phrase(`(?:in|on|during) (${day})`), (first) => ({ ...first })],
];

/**
 * @typedef {{from: string, to: string}} Stretch
 *
 * Takes a stretch of days out of a text.
 * @param {string} text
 * @param {string} latest the last day that is known, "yyyy-MM-dd": a month without a year is the last such month up to it
 * @returns {{rest: string, days: {from?: string, to?: string}}}
 */
export function readDays(text, latest) {
  for (const [pattern, read] of phrases) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [first, last] = [found[1], found[2] ?? found[1]].map((words) => stretch(words, latest));
    if (!first || !last) continue;
    const days = read(first, last);
    if (days.from && days.to && days.from > days.to) continue;
    return { rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.replace(/\s+/g, " ").trim(), days };
  }
  return { rest: text, days: {} };
}

/** @param {string} pattern */
function phrase(pattern) {
  return new RegExp(`(?:^|\\s)${pattern}(?=\\s|$)`, "i");
}

/** @param {string} words @param {string} latest @returns {Stretch | null} */
function stretch(words, latest) {
  const exact = /^\d{4}-\d{2}-\d{2}$/.exec(words);
  if (exact) return isDay(words) ? { from: words, to: words } : null;
  if (/^\d{4}$/.test(words)) return { from: `${words}-01-01`, to: `${words}-12-31` };
  const at = months.findIndex((name) => words.toLowerCase().includes(name.slice(0, 3)));
  const year = /\b\d{4}\b/.exec(words)?.[0];
  const number = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(words.replace(/\b\d{4}\b/, ""))?.[1];
  const known = Number(latest.slice(0, 4)) || new Date().getUTCFullYear();
  const start = (/** @type {number} */ in_) => `${in_}-${String(at + 1).padStart(2, "0")}-${(number ?? "1").padStart(2, "0")}`;
  const from = year ? start(Number(year)) : start(known) <= latest ? start(known) : start(known - 1);
  if (!isDay(from)) return null;
  return { from, to: number ? from : new Date(Date.UTC(Number(from.slice(0, 4)), at + 1, 0)).toISOString().slice(0, 10) };
}

/** Whether it is a day of the calendar. @param {string} text */
export function isDay(text) {
  const parsed = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** The day so many days later. @param {string} day @param {number} by */
export const plusDays = (day, by) => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** @param {string} day */
const next = (day) => plusDays(day, 1);

/** @param {string} day */
const previous = (day) => plusDays(day, -1);
