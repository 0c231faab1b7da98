/** @import { AttributionKind, EntityType, IngestionEvent } from "./types.js" */

const numbers = new Intl.NumberFormat("en-GB");
const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const times = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** "1,234" @param {number} value */
export const number = (value) => numbers.format(value);

/** "1 article", "1,234 articles" @param {number} value @param {string} one @param {string} [many] */
export const counted = (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;

/** "4 Jan 2025"; what is no date comes back as it is. @param {string} day */
export function date(day) {
  const parsed = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) ? day : days.format(parsed);
}

/** "4 Jan 2025", "4–9 Jan 2025", "4 Jan – 2 Mar 2025", "9 Dec 2024 – 2 Mar 2025", "" @param {string | undefined} first @param {string | undefined} last */
export function period(first, last) {
  if (!first && !last) return "";
  if (!first || !last || first === last) return date(first ?? last ?? "");
  const [from, to] = [first.split("-"), last.split("-")];
  const day = (/** @type {string[]} */ parts) => String(Number(parts[2]));
  if (from[0] === to[0] && from[1] === to[1]) return `${day(from)}–${date(last)}`;
  if (from[0] === to[0]) return `${date(first).replace(` ${from[0]}`, "")} – ${date(last)}`;
  return `${date(first)} – ${date(last)}`;
}

/** "12:03:09" @param {Date} at */
export const time = (at) => times.format(at);

/** "12 seconds", "3 minutes", "2 hours" @param {number} milliseconds */
export function age(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return counted(seconds, "second");
  if (seconds < 3600) return counted(Math.floor(seconds / 60), "minute");
  return counted(Math.floor(seconds / 3600), "hour");
}

/** A plain word for a calibrated confidence. @param {number} confidence 0 to 1 */
export function confidence(confidence) {
  if (confidence >= 0.9) return "very sure";
  if (confidence >= 0.75) return "sure";
  if (confidence >= 0.5) return "likely";
  return "unsure";
}

/** @type {Record<AttributionKind, string>} */
export const kindWords = { Direct: "direct", Indirect: "indirect", Mixed: "mixed" };

/** What each kind of quotation is. @type {Record<AttributionKind, string>} */
export const kindHints = {
  Direct: "In quotation marks throughout",
  Indirect: "In the article's own words",
  Mixed: "The article's own words with quoted pieces",
};

/** @type {Record<EntityType, [string, string]>} */
export const typeWords = {
  Person: ["Person", "People"],
  Organisation: ["Organisation", "Organisations"],
  Place: ["Place", "Places"],
};

/** @type {Record<IngestionEvent["state"], string>} */
export const stateWords = {
  Queued: "Waiting",
  Reading: "Reading",
  Annotating: "Analysing",
  Added: "Added",
  Updated: "Updated",
  Unchanged: "Already here",
  Failed: "Failed",
};

/** An address that may be a link: http or https only, else null. @param {string | undefined} url */
export function safeUrl(url) {
  if (!url) return null;
  try {
    const parsed = new URL(url);
    return parsed.protocol === "http:" || parsed.protocol === "https:" ? parsed.href : null;
  } catch {
    return null;
  }
}
