/**
 * Days, weeks and months in a row, for the histogram.
 *
 * @typedef {"Day" | "Week" | "Month"} Unit
 * @typedef {object} Period
 * @property {string} start   its first day, "yyyy-MM-dd"
 * @property {string} end     its last day
 * @property {number} statements
 * @property {number} articles
 */
import { plusDays } from "./days.js";
import { date, period } from "./format.js";

const months = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const most = 1200;

/** The unit in which a stretch of days makes a good number of bars. @param {string} first @param {string} last @returns {Unit} */
export function unitFor(first, last) {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  return days <= 92 ? "Day" : days <= 730 ? "Week" : "Month";
}

/** The first day of the next period. @param {string} start @param {Unit} unit */
function nextStart(start, unit) {
  if (unit !== "Month") return plusDays(start, unit === "Day" ? 1 : 7);
  const [year, month] = start.split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** All periods from the first to the last in which something was said, those with nothing among them. @param {{unit: Unit, periods: {start: string, statements: number, articles: number}[]}} timeline @returns {Period[]} */
export function inARow({ unit, periods }) {
  const known = new Map(periods.map((one) => [one.start, one]));
  const last = periods.at(-1)?.start ?? "";
  /** @type {Period[]} */
  const row = [];
  for (let start = periods[0]?.start ?? "9"; start <= last && row.length < most; start = nextStart(start, unit))
    row.push({ start, end: plusDays(nextStart(start, unit), -1), statements: known.get(start)?.statements ?? 0, articles: known.get(start)?.articles ?? 0 });
  return row;
}

/** "3 May 2025", "5–11 May 2025", "May 2025" @param {Period} one @param {Unit} unit */
export const nameOf = ({ start, end }, unit) => (unit === "Month" ? months.format(new Date(`${start}T00:00:00Z`)) : unit === "Day" ? date(start) : period(start, end));

/** Which periods a filter lets through: the first and the last of them. @param {Period[]} row @param {string | undefined} from @param {string | undefined} to @returns {[number, number]} */
export function between(row, from, to) {
  const first = from === undefined ? 0 : row.findIndex((one) => one.end >= from);
  const last = to === undefined ? row.length - 1 : row.findLastIndex((one) => one.start <= to);
  return [first < 0 ? row.length - 1 : first, Math.max(last, 0)];
}

/** The days of a stretch of periods; what reaches an end is not limited there. @param {Period[]} row @param {number} first @param {number} last @returns {{from?: string, to?: string}} */
export const daysOf = (row, first, last) => ({ from: first > 0 ? row[first].start : undefined, to: last < row.length - 1 ? row[last].end : undefined });
