/**
 * @import { IngestionEvent } from "../state/types.js"
 * @import { Arrivals } from "../state/arrivals.js"
 */
import { isOver } from "../state/arrivals.js";
import { counted, number, stateWords, time } from "../state/format.js";
import { fill, h, icon } from "./dom.js";

const shown = 60;

/** @type {Record<IngestionEvent["state"], string>} */
const drawings = { Queued: "clock", Reading: "clock", Annotating: "clock", Added: "check", Updated: "check", Unchanged: "same", Failed: "warn" };

/** What is being taken in, and what became of it. @param {HTMLElement} root @param {Arrivals} arrivals @param {(articleId: string) => void} open */
export function feed(root, arrivals, open) {
  const list = h("ol", { class: "feed-list", id: "feed-list" });
  const summary = h("span", { class: "feed-summary" });
  const toggle = h("button", { type: "button", class: "side-heading feed-toggle", "aria-expanded": "true", "aria-controls": "feed-list",
    onclick: () => {
      const closed = root.classList.toggle("closed");
      toggle.setAttribute("aria-expanded", String(!closed));
    } }, h("span", {}, "Incoming articles"), summary, icon("down", "icon feed-chevron"));
  fill(root, h("div", { class: "feed-head" }, h("h2", { class: "feed-heading" }, toggle), h("div", { class: "feed-tools", id: "feed-tools" })), list);

  /** @type {Map<string, {row: HTMLElement, seen: string}>} */
  const rows = new Map();
  const draw = () => {
    const items = arrivals.items().slice(0, shown);
    summary.textContent = arrivals.underWay > 0 ? `${number(arrivals.underWay)} to go` : "";
    root.classList.toggle("busy", arrivals.underWay > 0);
    if (items.length === 0) return fill(list, h("li", { class: "feed-none" }, "Nothing has come in since the server started."));
    const kept = new Set(items.map((item) => item.input));
    for (const input of [...rows.keys()]) if (!kept.has(input)) rows.delete(input);
    const elements = items.map((item) => {
      const seen = JSON.stringify(item);
      const known = rows.get(item.input);
      if (known?.seen === seen) return known.row;
      const made = row(item, open);
      rows.set(item.input, { row: made, seen });
      return made;
    });
    // Rows that stand already keep the focus and the place.
    if (elements.length !== list.children.length || elements.some((element, index) => list.children[index] !== element)) fill(list, ...elements);
  };
  draw();
  return { draw };
}

/** @param {IngestionEvent} item @param {(articleId: string) => void} open */
function row(item, open) {
  const title = item.title ?? item.input;
  const done = item.state === "Added" || item.state === "Updated";
  const what = done
    ? `${counted(item.entities, "entity", "entities")}, ${counted(item.attributions, "statement")}`
    : item.state === "Failed" ? item.reason ?? "No reason was given." : stateWords[item.state];
  const id = item.articleId;
  return h("li", { class: `feed-row feed-${item.state.toLowerCase()}${isOver(item) ? "" : " feed-running"}`, "data-state": item.state },
    icon(drawings[item.state], "icon feed-icon"),
    h("div", { class: "feed-text" },
      id && item.state !== "Failed"
        ? h("button", { type: "button", class: "feed-title", title, onclick: () => open(id) }, title)
        : h("span", { class: "feed-title", title }, title),
      item.outlet && h("span", { class: "feed-detail", title: item.outlet }, item.outlet),
      item.state !== "Failed" && h("span", { class: "feed-detail", title: `${stateWords[item.state]} at ${time(new Date(item.at))}` },
        done && h("span", { class: "sr" }, `${stateWords[item.state]}. `), what),
      item.state === "Failed" && h("span", { class: "feed-reason" }, what)));
}
