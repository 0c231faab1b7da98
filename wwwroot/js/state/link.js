/**
 * A view as text: what the address of the page holds, and what is kept under a name. Whoever follows a link may have got it
 * from a stranger, so that nothing is taken from it but what it should hold.
 *
 * @import { Filters, Ref } from "./filters.js"
 * @import { Route } from "./trail.js"
 * @import { View } from "./view.js"
 *
 * @typedef {object} Saved
 * @property {View} view
 * @property {Route | null} route    what the panel shows
 * @property {Map<string, {x: number, y: number}>} places   in model units
 * @property {{x: number, y: number, zoom: number} | null} camera   what is in the middle, and how near
 */
import { isDay } from "./days.js";
import { entityTypes } from "./types.js";
import { firstView } from "./view.js";

const mostText = 400_000;
const mostBytes = 2_000_000;
const mostIds = 1000;

/** @param {Saved} saved @returns {Promise<string>} of the letters A–Z, a–z, 0–9, - and _ */
export async function pack({ view, route, places, camera }) {
  const changed = Object.fromEntries(Object.entries(view).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(/** @type {any} */ (firstView)[key])));
  const plain = {
    v: changed, r: route?.view === "who" ? undefined : route ?? undefined,
    p: [...places].map(([id, { x, y }]) => [id, Math.round(x), Math.round(y)]),
    c: camera ? [Math.round(camera.x), Math.round(camera.y), Number(camera.zoom.toFixed(3))] : undefined,
  };
  const stream = new Blob([JSON.stringify(plain)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text @returns {Promise<Saved | null>} null where it is no view */
export async function unpack(text) {
  if (text.length > mostText || !/^[\w-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    return read(JSON.parse(await inflate(bytes)));
  } catch {
    return null; // Cut off or made up: no view, whatever the reason.
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function inflate(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > mostBytes) throw new RangeError("The view is too large.");
    parts.push(value);
  }
  return new Blob(parts).text();
}

const text = (/** @type {any} */ value) => (typeof value === "string" && value.length > 0 && value.length <= 500 ? value : undefined);
const finite = (/** @type {any} */ value, low = -1e6, high = 1e6) => (typeof value === "number" && value >= low && value <= high ? value : undefined);
/** @template T @param {any} value @param {readonly T[]} list @returns {T | undefined} */
const oneOf = (value, list) => (list.includes(value) ? value : undefined);
/** @param {any} value @returns {any[]} */
const listOf = (value) => (Array.isArray(value) ? value.slice(0, mostIds) : []);
const ids = (/** @type {any} */ value) => [...new Set(listOf(value).flatMap((one) => text(one) ?? []))];
const day = (/** @type {any} */ value) => (typeof value === "string" && isDay(value) ? value : undefined);

/** @param {any} plain @returns {Saved | null} */
function read(plain) {
  if (typeof plain !== "object" || plain === null || typeof plain.v !== "object" || plain.v === null) return null;
  const places = listOf(plain.p).flatMap((one) => {
    const [id, x, y] = [text(one?.[0]), finite(one?.[1]), finite(one?.[2])];
    return id !== undefined && x !== undefined && y !== undefined ? [/** @type {const} */ ([id, { x, y }])] : [];
  });
  const [x, y, zoom] = [finite(plain.c?.[0]), finite(plain.c?.[1]), finite(plain.c?.[2], 0.06, 4)];
  return {
    view: readView(plain.v), route: readRoute(plain.r), places: new Map(places),
    camera: x !== undefined && y !== undefined && zoom !== undefined ? { x, y, zoom } : null,
  };
}

/** @param {any} plain @returns {View} */
function readView(plain) {
  const flag = (/** @type {"mentioned" | "appearsWith" | "unlinked"} */ key) => (typeof plain[key] === "boolean" ? plain[key] : firstView[key]);
  const articles = Object.entries(plain.articles ?? {}).slice(0, mostIds)
    .flatMap(([id, count]) => (Number.isInteger(count) && count > 0 && count <= 1000 ? [[id, count]] : []));
  return {
    filters: readFilters(plain.filters ?? {}), hiddenTypes: entityTypes.filter((type) => listOf(plain.hiddenTypes).includes(type)),
    mentioned: flag("mentioned"), appearsWith: flag("appearsWith"), unlinked: flag("unlinked"),
    brought: ids(plain.brought), pinned: ids(plain.pinned), hidden: ids(plain.hidden), only: Array.isArray(plain.only) ? ids(plain.only) : null,
    articles: Object.fromEntries(articles),
  };
}

/** @param {any} plain @returns {Filters} */
function readFilters(plain) {
  const all = {
    speaker: readRef(plain.speaker), mentioned: readRef(plain.mentioned), outlet: text(plain.outlet), from: day(plain.from), to: day(plain.to),
    kind: oneOf(plain.kind, /** @type {const} */ (["Direct", "Indirect", "Mixed"])), minConfidence: finite(plain.minConfidence, 0, 1), minCount: finite(plain.minCount, 1, 9999),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** @param {any} plain @returns {Ref | undefined} */
function readRef(plain) {
  const [id, name, type] = [text(plain?.id), text(plain?.name), oneOf(plain?.type, entityTypes)];
  return id && name && type ? { id, name, type } : undefined;
}

/** @param {any} plain @returns {Route | null} */
function readRoute(plain) {
  const id = text(plain?.id);
  const ends = listOf(plain?.ends).slice(0, 4).flatMap((one) => readRef(one) ?? []);
  switch (plain?.view) {
    case "entity": return id ? { view: "entity", id, tab: text(plain.tab) } : null;
    case "article": {
      const [start, end] = [finite(plain.at?.start, 0, 1e9), finite(plain.at?.end, 0, 1e9)];
      return id ? { view: "article", id, ...(start !== undefined && end !== undefined && { at: { start, end } }) } : null;
    }
    case "pair": {
      const [kind, source, target] = [oneOf(plain.kind, /** @type {const} */ (["Mentioned", "AppearsWith"])), text(plain.source), text(plain.target)];
      return kind && source && target ? { view: "pair", kind, source, target } : null;
    }
    case "paths": {
      const kinds = /** @type {const} */ (["Mentioned", "AppearsWith"]).filter((kind) => listOf(plain.kinds).includes(kind));
      return { view: "paths", ends, kinds: kinds.length > 0 ? kinds : ["Mentioned"], maxLength: finite(plain.maxLength, 1, 4) ?? 4 };
    }
    case "common": return ends.length >= 2 ? { view: "common", ends } : null;
    case "compare": {
      const [first, second] = [plain.first, plain.second].map((one) => ({ from: day(one?.from), to: day(one?.to) }));
      return first.from && first.to && second.from && second.to ? /** @type {Route} */ ({ view: "compare", first, second }) : null;
    }
    case "analysis": return { view: "analysis", at: id };
    case "decisions": return { view: "decisions" };
    default: return null;
  }
}
