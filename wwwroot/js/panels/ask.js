/**
 * @import { Explorer } from "../explorer.js"
 * @import { Filters, Ref } from "../state/filters.js"
 * @import { Question } from "../state/question.js"
 * @import { GraphNode } from "../state/types.js"
 * @import { Choice } from "./combobox.js"
 */
import { openEntity, openPair } from "../actions/opening.js";
import { askPaths } from "../actions/ways.js";
import { inWords, ref } from "../state/filters.js";
import { counted, typeWords } from "../state/format.js";
import { readQuestion, soundsLikeAQuestion } from "../state/question.js";
import { Combobox, entityChoices, told } from "./combobox.js";
import { h, icon } from "./dom.js";

const examples = ["who mentioned ", "what did … say about …", "how is … linked to …", "who was mentioned with … in January"];

/** The one box: it completes entities, and understands a few questions. @param {HTMLElement} root @param {Explorer} explorer @param {(error: unknown) => void} report @param {() => void} shown the panel has the answer */
export function askBox(root, explorer, report, shown) {
  /** @type {Promise<string[]> | undefined} */
  let outlets;
  const open = (/** @type {GraphNode} */ node) => void openEntity(explorer, node).then(shown).catch(report);

  /** @param {string} text @param {AbortSignal} signal @returns {Promise<Choice[]>} */
  const search = async (text, signal) => {
    outlets ??= explorer.api.outlets();
    const question = readQuestion(text, { latest: latestDay(explorer), outlets: await outlets.catch(() => []) });
    if (!question) {
      const hits = await explorer.api.search(text, 10, signal);
      const unread = soundsLikeAQuestion(text) ? [told("Not understood as a question; names like it:")] : [];
      return [...unread, ...entityChoices(text, hits, open)];
    }
    const named = await resolve(explorer, question, signal);
    if (named.missing.length > 0) return named.missing.map((name) => told(`No entity is called “${name}”.`));
    return named.readings.map((reading) => {
      const { words, run } = answer(explorer, question, reading);
      const which = reading.doubtful.map((node) => `${node.name}: ${typeWords[node.type][0].toLowerCase()}, ${counted(node.articles, "article")}`).join("; ");
      return { content: [icon("ask"), h("span", { class: "option-name option-question" }, words, which && h("span", { class: "option-alias" }, which))], title: words, take: () => void run().then(shown).catch(report) };
    });
  };
  const suggest = () => [
    { ...told("Type a name, or ask:"), className: "options-head" },
    ...examples.map((example) => ({ content: [icon("ask"), h("span", { class: "option-name muted" }, example)], title: example, fills: example.replace(/ ?….*/, " ") })),
  ];
  const box = new Combobox({
    label: "Search people, organisations and places, or ask", icon: "search", hint: "/", search, suggest,
    placeholder: matchMedia("(max-width: 760px)").matches ? "Search or ask" : "Search, or ask: who mentioned …",
  });
  root.append(box.element);
  explorer.on("totals", () => (outlets = undefined));
  return box;
}

/** The last day that the graph knows. @param {Explorer} explorer */
function latestDay(explorer) {
  let latest = "";
  for (const node of explorer.graph.nodes.values()) if (node.last && node.last > latest) latest = node.last;
  return latest || new Date().toISOString().slice(0, 10);
}

/** What of a hit's score comes of how much is said of it at the most: the rest tells how well the name fits. */
const relevanceShare = 0.02;
/** How many readings of a question are offered. */
const mostReadings = 5;

/**
 * The entities that a question may name, the best reading first: where a name fits several entities equally well, each of them.
 * @param {Explorer} explorer @param {Question} question @param {AbortSignal} signal
 * @returns {Promise<{missing: string[], readings: {speaker?: GraphNode, mentioned?: GraphNode, ends: GraphNode[], doubtful: GraphNode[]}[]}>}
 */
async function resolve(explorer, question, signal) {
  const names = [question.speaker, question.mentioned, ...(question.ends ?? [])];
  const found = await Promise.all(names.map(async (name) => {
    if (name === undefined) return [undefined];
    const hits = await explorer.api.search(name, mostReadings, signal);
    return hits.filter((hit) => hits[0].score - hit.score <= relevanceShare).map((hit) => hit.node);
  }));
  const missing = names.filter((name, index) => name !== undefined && found[index].length === 0).map(String);
  /** @type {(GraphNode | undefined)[][]} */
  let readings = [[]];
  for (const nodes of found) readings = readings.flatMap((before) => nodes.map((node) => [...before, node])).slice(0, mostReadings);
  return { missing, readings: readings.map(([speaker, mentioned, ...ends]) => ({
    speaker, mentioned, ends: ends.flatMap((node) => node ?? []),
    doubtful: [speaker, mentioned, ...ends].filter((node, index) => found[index].length > 1).flatMap((node) => node ?? []),
  })) };
}

/** @param {Explorer} explorer @param {Question} question @param {{speaker?: GraphNode, mentioned?: GraphNode, ends: GraphNode[]}} named */
function answer(explorer, question, { speaker, mentioned, ends }) {
  /** @type {Filters} */
  const filters = { outlet: question.outlet, from: question.from, to: question.to,
    ...(speaker && { speaker: ref(speaker) }), ...(mentioned && { mentioned: ref(mentioned) }) };
  const limits = inWords(filters).map((one) => one.text).join(", ");
  if (question.about === "paths")
    return { words: `How ${list(ends)} are linked${limits && `, ${limits}`}`, run: async () => askPaths(explorer, ends, filters) };
  if (question.about === "together")
    return { words: `Who appears with ${ends[0].name}${limits && `, ${limits}`}`, run: async () => {
      explorer.filter(filters, "Ask");
      await openEntity(explorer, ends[0], { tab: "with" });
    } };
  return { words: `Statements ${limits || "of all"}`, run: async () => {
    const seen = [speaker, mentioned].flatMap((node) => node ?? []);
    explorer.graph.addFetchedNodes(seen, explorer.graph.version);
    explorer.filter(filters, "Ask");
    if (speaker && mentioned) await openPair(explorer, "Mentioned", speaker, mentioned);
    else explorer.go({ view: "who" });
  } };
}

/** "A, B and C" @param {Ref[]} nodes */
const list = (nodes) => nodes.map((node) => node.name).join(", ").replace(/, ([^,]*)$/, " and $1");
