/**
 * Which statements are seen: the one filter that the graph, the lists and the panel share.
 *
 * @import { AttributionKind, EntityType } from "./types.js"
 * @typedef {{id: string, name: string, type: EntityType}} Ref   an entity by name
 * @typedef {object} Filters   what is left out lets everything through
 * @property {Ref} [speaker]
 * @property {Ref} [mentioned]
 * @property {string} [outlet]
 * @property {string} [from]            the first day, "yyyy-MM-dd"
 * @property {string} [to]              the last day
 * @property {AttributionKind} [kind]
 * @property {number} [minConfidence]   0 to 1
 * @property {number} [minCount]        the least number of statements behind a link
 *
 * @typedef {keyof Filters | "days"} FilterKey   "days": from and to together
 */
import { confidence, date, kindWords, period } from "./format.js";

/** The confidences that one can choose from. */
export const confidences = [0.5, 0.75, 0.9];

/** An entity's name without its totals, which change. @param {Ref} node @returns {Ref} */
export const ref = ({ id, name, type }) => ({ id, name, type });

/** As parameters of a request. @param {Filters} filters @returns {Record<string, string | number | undefined>} */
export const toQuery = ({ speaker, mentioned, outlet, from, to, kind, minConfidence }) =>
  ({ speaker: speaker?.id, mentioned: mentioned?.id, outlet, from, to, kind, minConfidence });

/** As a part of a request's body. @param {Filters} filters */
export const toBody = ({ speaker, mentioned, outlet, from, to, kind, minConfidence }) =>
  ({ speakerId: speaker?.id, mentionedId: mentioned?.id, outlet, from, to, kind, minConfidence });

/** Whether they leave out any statement, so that the totals of the whole graph do not hold. @param {Filters} filters */
export const restricts = (filters) => Object.values(toQuery(filters)).some((value) => value !== undefined);

/** Whether nothing is filtered. @param {Filters} filters */
export const isEmpty = (filters) => Object.values(filters).every((value) => value === undefined);

/** Equal for equal filters. @param {Filters} filters */
export const filterKey = (filters) => JSON.stringify(toQuery(filters));

/**
 * The parameters for the statements of and about certain entities that pass the filters too; null where none can.
 * @param {Filters} filters
 * @param {{speaker?: string, mentioned?: string}} ends
 */
export function within(filters, { speaker, mentioned }) {
  if (speaker && filters.speaker && filters.speaker.id !== speaker) return null;
  if (mentioned && filters.mentioned && filters.mentioned.id !== mentioned) return null;
  const query = toQuery(filters);
  return { ...query, speaker: speaker ?? query.speaker, mentioned: mentioned ?? query.mentioned };
}

/** Without one of them. @param {Filters} filters @param {FilterKey} key @returns {Filters} */
export function without(filters, key) {
  const rest = { ...filters };
  for (const name of key === "days" ? /** @type {const} */ (["from", "to"]) : [key]) delete rest[name];
  return rest;
}

/** Each in a few words. @param {Filters} filters @returns {{key: FilterKey, text: string}[]} */
export function inWords(filters) {
  const { speaker, mentioned, outlet, from, to, kind, minConfidence, minCount } = filters;
  /** @type {[FilterKey, string | false | undefined][]} */
  const all = [
    ["speaker", speaker && `said by ${speaker.name}`],
    ["mentioned", mentioned && `about ${mentioned.name}`],
    ["days", days(from, to)],
    ["outlet", outlet && `in ${outlet}`],
    ["kind", kind && `${kindWords[kind]} quotations`],
    ["minConfidence", minConfidence !== undefined && `at least ${confidence(minConfidence)} (${minConfidence})`],
    ["minCount", minCount !== undefined && `links of ${minCount} or more`],
  ];
  return all.flatMap(([key, text]) => (text ? [{ key, text }] : []));
}

/** @param {string | undefined} from @param {string | undefined} to */
function days(from, to) {
  if (from && to) return period(from, to);
  return from ? `since ${date(from)}` : to ? `until ${date(to)}` : undefined;
}
