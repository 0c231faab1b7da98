/**
 * @import { AnnotatedArticle, ArticleSummary, EdgeKind, Evidence, GraphDifference, GraphEdge, GraphNode, GraphSnapshot,
 *   IngestionEvent, Neighbourhood, SearchHit, SharedSentence, Status, WhoMentioned } from "../state/types.js"
 *
 * @import { Decision, Preview, Ruling } from "../state/decisions.js"
 * @import { Filters } from "../state/filters.js"
 * @import { Path } from "../state/paths.js"
 * @typedef {Record<string, string | number | boolean | undefined | null>} Query
 */
import { toBody, toQuery } from "../state/filters.js";

/**
 * @template T
 * @typedef {{items: T[], total: number}} Page
 */

/** The server answered with an error, or did not answer. The message is fit to be shown. */
export class ApiError extends Error {
  /** @param {string} message @param {number} status 0 where there was no answer */
  constructor(message, status) {
    super(message);
    this.name = "ApiError";
    this.status = status;
  }
}

/** The server's REST interface, one method an endpoint. */
export class Api {
  #base;

  /** @param {string} base the address of the page's folder */
  constructor(base) {
    this.#base = base;
  }

  /** @returns {Promise<Status>} */
  status() {
    return this.#get("api/status");
  }

  /** @param {Query} query @returns {Promise<GraphSnapshot>} */
  graph(query) {
    return this.#get("api/graph", query);
  }

  /** @param {string} q @param {number} limit @param {AbortSignal} [signal] @returns {Promise<SearchHit[]>} */
  search(q, limit, signal) {
    return this.#get("api/entities", { q, limit }, signal);
  }

  /** @param {string} id @returns {Promise<GraphNode>} */
  entity(id) {
    return this.#get(`api/entities/${encodeURIComponent(id)}`);
  }

  /** @param {string} id @param {EdgeKind[]} kinds @param {number} offset @param {number} limit @param {Filters} [filters] @returns {Promise<Neighbourhood>} */
  neighbours(id, kinds, offset, limit, filters = {}) {
    return this.#get(`api/entities/${encodeURIComponent(id)}/neighbours`, { ...toQuery(filters), kinds: kinds.join(","), offset, limit });
  }

  /** @param {string[]} entityIds @param {EdgeKind} kind @param {Filters} [filters] @returns {Promise<GraphEdge[]>} */
  edges(entityIds, kind, filters = {}) {
    return this.#send("POST", "api/edges", { entityIds, kind, filter: toBody(filters) });
  }

  /** @param {string} source @param {string} target @param {{kinds: EdgeKind[], maxLength: number, filters: Filters}} how @returns {Promise<{paths: Path[], nodes: GraphNode[], number: number, complete: boolean}>} */
  paths(source, target, { kinds, maxLength, filters }) {
    return this.#get("api/paths", { ...toQuery(filters), source, target, kinds: kinds.join(","), maxLength, limit: 6 });
  }

  /** @param {Query} query @returns {Promise<Page<WhoMentioned>>} */
  mentions(query) {
    return this.#get("api/mentions", query);
  }

  /** @param {Query} query @returns {Promise<Page<Evidence>>} */
  evidence(query) {
    return this.#get("api/evidence", query);
  }

  /** @param {string} first @param {string} second @param {number} offset @param {number} limit @returns {Promise<Page<SharedSentence>>} */
  sentences(first, second, offset, limit) {
    return this.#get("api/sentences", { first, second, offset, limit });
  }

  /** @param {Query} query @returns {Promise<Page<ArticleSummary>>} */
  articles(query) {
    return this.#get("api/articles", query);
  }

  /** @param {string} id @returns {Promise<AnnotatedArticle>} */
  article(id) {
    return this.#get(`api/articles/${encodeURIComponent(id)}`);
  }

  /** @param {"Day" | "Week" | "Month"} unit @param {Filters} filters @returns {Promise<{unit: "Day" | "Week" | "Month", periods: {start: string, statements: number, articles: number}[], undated: number}>} */
  timeline(unit, filters) {
    return this.#get("api/timeline", { ...toQuery(filters), unit });
  }

  /** @returns {Promise<string[]>} */
  outlets() {
    return this.#get("api/outlets");
  }

  /** @param {number} after @param {number} limit @returns {Promise<GraphDifference[]>} */
  changes(after, limit) {
    return this.#get("api/changes", { after, limit });
  }

  /** @param {number} limit @returns {Promise<IngestionEvent[]>} */
  ingestion(limit) {
    return this.#get("api/ingestion", { limit });
  }

  /** @param {Record<string, string>} article @returns {Promise<{inputs: string[]}>} */
  addArticle(article) {
    return this.#send("POST", "api/articles", article);
  }

  /** @param {File[]} files @returns {Promise<{inputs: string[]}>} */
  addFiles(files) {
    const form = new FormData();
    for (const file of files) form.append("files", file, file.name);
    return this.#request("api/articles/files", { method: "POST", body: form });
  }

  /** Where the graph can be downloaded. @param {string} format @param {Filters} filters @returns {string} */
  exportAddress(format, filters) {
    return new URL(withQuery("api/export", { format, ...toQuery(filters) }), this.#base).href;
  }

  /** A file of what is between entities. @param {string} format @param {string[]} entityIds @param {string} kinds separated by commas @param {Filters} filters @returns {Promise<Blob>} */
  async exportOf(format, entityIds, kinds, filters) {
    return (await this.#answer("api/export", asJson("POST", { format, entityIds, kinds: kinds || "Mentioned", filter: toBody(filters) }))).blob();
  }

  /** @param {Ruling} ruling @param {string} [by] @returns {Promise<{outcome: "Decided" | "Unchanged", decision?: Decision}>} */
  decide(ruling, by) {
    return this.#send("POST", "api/decisions", { ruling, by });
  }

  /** What a ruling would move. @param {Ruling} ruling @returns {Promise<Preview>} */
  previewDecision(ruling) {
    return this.#send("POST", "api/decisions/preview", { ruling });
  }

  /** @param {number} number @param {string} [by] @returns {Promise<unknown>} */
  undoDecision(number, by) {
    return this.#send("DELETE", withQuery(`api/decisions/${number}`, { by }));
  }

  /** @param {Query} query @returns {Promise<Page<Decision>>} */
  decisions(query) {
    return this.#get("api/decisions", query);
  }

  /** @returns {Promise<unknown>} */
  bringSamples() {
    return this.#send("POST", "api/samples");
  }

  /** @returns {Promise<unknown>} */
  clearSamples() {
    return this.#send("DELETE", "api/samples");
  }

  /** @param {string} path @param {Query} [query] @param {AbortSignal} [signal] */
  #get(path, query = {}, signal) {
    return this.#request(withQuery(path, query), { signal });
  }

  /** @param {string} method @param {string} path @param {unknown} [body] */
  #send(method, path, body) {
    return this.#request(path, body === undefined ? { method } : asJson(method, body));
  }

  /** @param {string} path @param {RequestInit} init @returns {Promise<any>} */
  async #request(path, init) {
    return parse(await (await this.#answer(path, init)).text());
  }

  /** @param {string} path @param {RequestInit} init @returns {Promise<Response>} one that is well */
  async #answer(path, init) {
    let response;
    try {
      response = await fetch(new URL(path, this.#base), { ...init, headers: { Accept: "application/json", ...init.headers } });
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") throw error;
      throw new ApiError("The server cannot be reached.", 0);
    }
    if (!response.ok) throw new ApiError(reasonOf(parse(await response.text()), response), response.status);
    return response;
  }
}

/** @param {string} path @param {Query} query */
function withQuery(path, query) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return given.length > 0 ? `${path}?${search}` : path;
}

/** @param {string} method @param {unknown} body @returns {RequestInit} */
const asJson = (method, body) => ({ method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** @param {string} text */
function parse(text) {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // A proxy's HTML page, say: the status then tells what there is to tell.
  }
}

/** The reason in a problem document (RFC 9457). @param {any} body @param {Response} response */
function reasonOf(body, response) {
  /** @type {string[]} */
  const fields = body?.errors && typeof body.errors === "object" ? Object.values(body.errors).flat().map(String) : [];
  return body?.detail ?? (fields.length > 0 ? fields.join(" ") : body?.title ?? `The server answered with ${response.status}.`);
}
