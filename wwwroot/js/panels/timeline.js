/**
 * @import { Explorer } from "../explorer.js"
 * @import { Period, Unit } from "../state/periods.js"
 */
import { justBefore } from "../state/compare.js";
import { filterKey, without } from "../state/filters.js";
import { counted, date, period } from "../state/format.js";
import { between, daysOf, inARow, nameOf, unitFor } from "../state/periods.js";
import { fill, h, icon } from "./dom.js";
import { timeBars } from "./time-bars.js";

/** How long each period is seen while the graph is played, in milliseconds. */
const beat = 900;
const gatherFor = 600;

/**
 * When things were said, under the graph; a stretch of it filters, and it can be played.
 * @param {HTMLElement} root @param {HTMLElement} button shows and hides it @param {Explorer} explorer @param {(error: unknown) => void} report
 */
export function timeline(root, button, explorer, report) {
  const narrow = matchMedia("(max-width: 760px)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  /** @type {Period[]} */
  let row = [];
  /** @type {Unit} */
  let unit = "Month";
  let undated = 0;
  let open = !narrow.matches;
  let insisted = false;
  let key = "";
  let asked = 0;
  let timer = 0;
  let playing = false;
  let beats = 0;

  const setDays = (/** @type {number} */ first, /** @type {number} */ last) => {
    stop();
    explorer.filter({ ...explorer.view.filters, ...daysOf(row, first, last) }, "Choose a time");
  };
  const bars = timeBars({ name: (one) => `${nameOf(one, unit)}: ${counted(one.statements, "statement")} in ${counted(one.articles, "article")}`, preview: (first, last) => say(first, last), choose: setDays });
  const words = h("span", { class: "time-words", role: "status" });
  const play = h("button", { type: "button", class: "icon-button small", id: "time-play", onclick: () => (playing ? stop() : start()) });
  const all = h("button", { type: "button", class: "button quiet small-button", id: "time-all", onclick: () => {
    stop();
    explorer.filter(without(explorer.view.filters, "days"), "Show all of the time");
  } }, "All");
  const compare = h("button", { type: "button", class: "button quiet small-button", id: "time-compare", title: "Compare this time with the time before it", onclick: () => {
    const [first, last] = shownTo();
    const half = first === 0 && last === row.length - 1 && row.length > 1 ? row.length >> 1 : first;
    const second = { from: row[half].start, to: row[last].end };
    explorer.go({ view: "compare", first: justBefore(second), second });
  } }, icon("compare"), "Compare");
  const none = h("p", { class: "time-none" });
  const tools = h("div", { class: "time-tools" }, play, words, all, compare);
  fill(root, tools, bars.element, none);

  const shownTo = () => between(row, explorer.view.filters.from, explorer.view.filters.to);
  /** @param {number} first @param {number} last */
  const say = (first, last) => {
    const { from, to } = daysOf(row, first, last);
    words.textContent = row.length === 0 ? "" : from === undefined && to !== undefined ? `As of ${date(to)}` : period(from ?? row[0].start, to ?? row[row.length - 1].end);
  };
  const draw = () => {
    const visible = open && (row.length > 0 || insisted);
    root.hidden = !visible;
    root.parentElement?.classList.toggle("with-time", visible);
    button.setAttribute("aria-expanded", String(visible));
    if (!visible) return;
    const { from, to } = explorer.view.filters;
    const [first, last] = shownTo();
    bars.draw(row, first, last);
    say(first, last);
    tools.hidden = bars.element.hidden = row.length === 0;
    none.hidden = row.length > 0;
    none.textContent = undated > 0 ? `None of the ${counted(undated, "statement")} here has a date.` : "Nothing was said yet.";
    all.hidden = from === undefined && to === undefined;
    const label = playing ? "Pause" : still.matches ? "Show the next period too" : "Play: watch the graph grow";
    play.title = label;
    fill(play, icon(playing ? "pause" : "play"), h("span", { class: "sr" }, label));
  };

  const load = async () => {
    if (!open) return;
    const filters = without(explorer.view.filters, "days");
    const number = ++asked;
    key = filterKey(filters);
    const months = await explorer.api.timeline("Month", filters);
    const last = months.periods.at(-1);
    unit = last ? unitFor(months.periods[0].start, last.start) : "Month";
    const found = unit === "Month" ? months : await explorer.api.timeline(unit, filters);
    if (number !== asked) return;
    row = inARow(found);
    undated = found.undated;
    draw();
  };
  const later = () => {
    clearTimeout(timer);
    timer = Number(setTimeout(() => void load().catch(report), gatherFor));
  };

  /** Lets the next period through as well. @param {string | null} label the step that it is; null: it goes on with the one before @returns {boolean} whether any are left */
  const step = (label) => {
    const { filters } = explorer.view;
    const [first, last] = shownTo();
    const at = filters.to === undefined ? first : last + 1;
    if (at >= row.length) return false;
    explorer.filter({ ...filters, to: at < row.length - 1 ? row[at].end : undefined }, label);
    return at < row.length - 1;
  };
  const start = () => {
    // Who wants no motion goes from period to period.
    if (still.matches) return void step("Show the next period");
    if (!step("Play")) return;
    playing = true;
    beats = Number(setInterval(() => step(null) || stop(), beat));
    draw();
  };
  function stop() {
    if (!playing) return;
    clearInterval(beats);
    playing = false;
    draw();
  }

  button.addEventListener("click", () => {
    open = !open || (row.length === 0 && !insisted);
    insisted = open;
    if (open) void load().catch(report);
    else stop();
    draw();
  });
  explorer.on("view", () => {
    if (open && filterKey(without(explorer.view.filters, "days")) !== key) void load().catch(report);
    draw();
  });
  explorer.on("totals", later);
  draw();
}
