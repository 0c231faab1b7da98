/**
 * What people decide about the graph, as the server speaks of it.
 *
 * @import { EntityType, GraphNode, Span } from "./types.js"
 *
 * @typedef {{kind: "merge", entityIds: string[], intoId: string}} Merge
 * @typedef {{kind: "separate", entityId: string, articleIds: string[], intoId?: string}} Separate
 * @typedef {{kind: "doNotMerge", firstId: string, secondId: string}} DoNotMerge
 * @typedef {{kind: "retype", entityId: string, type: EntityType}} Retype
 * @typedef {{kind: "changeSpeaker", articleId: string, content: Span, speakerId?: string}} ChangeSpeaker
 * @typedef {{kind: "notAStatement", articleId: string, content: Span}} NotAStatement
 * @typedef {{kind: "changeMention", articleId: string, span: Span, entityId?: string}} ChangeMention
 * @typedef {Merge | Separate | DoNotMerge | Retype | ChangeSpeaker | NotAStatement | ChangeMention} Ruling   kind stands first
 *
 * @typedef {{kind: string, text: string}} Reason
 * @typedef {object} Decision
 * @property {number} number
 * @property {Ruling} ruling
 * @property {string} [by]          absent: the program
 * @property {string} at            ISO 8601
 * @property {Reason[]} [reasons]
 * @property {{id: string, type: EntityType, name: string}[]} entities   with the names that they had then
 * @property {string} [undoneAt]
 * @property {string} [undoneBy]
 *
 * @typedef {object} Preview what a ruling would move
 * @property {string} [refusal]
 * @property {boolean} [isAlreadySo]
 * @property {GraphNode[]} [entities]
 * @property {number} articles
 * @property {number} statements
 * @property {number} mentions
 * @property {string[]} [names]
 */
import { counted, typeWords } from "./format.js";

/** "A, B and C" @param {string[]} names */
const list = (names) => names.map((name) => `“${name}”`).join(", ").replace(/, ([^,]*)$/, " and $1");

/** A decision in a sentence. @param {Decision} decision */
export function decisionInWords({ ruling, entities }) {
  const name = (/** @type {string | undefined} */ id) => entities.find((one) => one.id === id)?.name ?? "an entity that is gone";
  switch (ruling.kind) {
    case "merge": return `${list(ruling.entityIds.filter((id) => id !== ruling.intoId).map(name))} merged into “${name(ruling.intoId)}”`;
    case "separate": return `“${name(ruling.entityId)}” in ${counted(ruling.articleIds.length, "article")} is ${ruling.intoId ? `“${name(ruling.intoId)}”` : "somebody else"}`;
    case "doNotMerge": return `“${name(ruling.firstId)}” is not “${name(ruling.secondId)}”`;
    case "retype": return `“${name(ruling.entityId)}” is a ${typeWords[ruling.type][0].toLowerCase()}`;
    case "changeSpeaker": return ruling.speakerId ? `A statement is “${name(ruling.speakerId)}”’s` : "A statement is nobody’s by name";
    case "notAStatement": return "Something taken for a statement is none";
    case "changeMention": return ruling.entityId ? `A mention is of “${name(ruling.entityId)}”` : "A mention is of nobody";
  }
}

/** What a ruling would move, in a sentence. @param {Preview} preview */
export function previewInWords({ refusal, isAlreadySo, articles, statements, mentions }) {
  if (refusal) return refusal;
  if (isAlreadySo) return "It is so already.";
  const moved = [statements > 0 && counted(statements, "statement"), mentions > 0 && counted(mentions, "mention")].filter(Boolean).join(" and ");
  return moved ? `Moves ${moved} in ${counted(articles, "article")}.` : "Moves nothing.";
}
