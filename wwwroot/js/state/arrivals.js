/** @import { IngestionEvent } from "./types.js" */
import { counted } from "./format.js";

/** The latest state of each input, newest first, at most as many as are worth a glance. */
export class Arrivals {
  /** @type {Map<string, IngestionEvent>} */
  #byInput = new Map();
  #limit;

  /** @param {number} limit */
  constructor(limit = 200) {
    this.#limit = limit;
  }

  /** @param {IngestionEvent[]} events in any order; an older state never replaces a newer one */
  add(events) {
    for (const event of events) {
      const known = this.#byInput.get(event.input);
      if (known && order(event) < order(known) && Date.parse(event.at) <= Date.parse(known.at)) continue;
      if (known && Date.parse(event.at) < Date.parse(known.at)) continue;
      this.#byInput.set(event.input, { ...known, ...event });
    }
    if (this.#byInput.size > this.#limit)
      for (const old of this.items().slice(this.#limit)) this.#byInput.delete(old.input);
  }

  /** Forgets the inputs whose articles are gone. @param {string[]} articleIds @returns {boolean} whether there were any */
  drop(articleIds) {
    const gone = [...this.#byInput.values()].filter((event) => event.articleId !== undefined && articleIds.includes(event.articleId));
    for (const event of gone) this.#byInput.delete(event.input);
    return gone.length > 0;
  }

  /** Newest first; what is still under way stands on top. @returns {IngestionEvent[]} */
  items() {
    return [...this.#byInput.values()].sort(
      (a, b) => Number(isOver(a)) - Number(isOver(b)) || Date.parse(b.at) - Date.parse(a.at) || (b.number ?? 0) - (a.number ?? 0));
  }

  /** How many inputs are still under way. */
  get underWay() {
    return [...this.#byInput.values()].filter((event) => !isOver(event)).length;
  }
}

const steps = ["Queued", "Reading", "Annotating"];

/** @param {IngestionEvent} event */
const order = (event) => (isOver(event) ? steps.length : steps.indexOf(event.state));

/** Whether an input has come to its end. @param {IngestionEvent} event */
export const isOver = (event) => !steps.includes(event.state);

/** One sentence for what came in since the last announcement, or "". @param {IngestionEvent[]} events */
export function announcement(events) {
  const added = events.filter((event) => event.state === "Added" || event.state === "Updated");
  const failed = events.filter((event) => event.state === "Failed");
  const parts = [];
  if (added.length === 1) parts.push(`Article added: ${added[0].title ?? added[0].input}.`);
  else if (added.length > 1) parts.push(`${counted(added.length, "article")} added.`);
  if (failed.length > 0) parts.push(`${counted(failed.length, "article")} failed.`);
  return parts.join(" ");
}
