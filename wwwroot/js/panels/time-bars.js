/** @import { Period } from "../state/periods.js" */
import { date } from "../state/format.js";
import { fill, h } from "./dom.js";

const svgNamespace = "http://www.w3.org/2000/svg";
/** @param {string} name @param {Record<string, string | number>} attributes */
const shape = (name, attributes) => {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
};

/**
 * Bars in a row with a window over them. One draws a window by dragging, moves it or its ends, or moves the ends by keys.
 * @param {{name: (one: Period) => string, preview: (first: number, last: number) => void, choose: (first: number, last: number) => void}} parts   preview: while it is being dragged
 */
export function timeBars({ name, preview, choose }) {
  const svg = shape("svg", { class: "time-svg", preserveAspectRatio: "none", "aria-hidden": "true" });
  const axis = h("div", { class: "time-axis", "aria-hidden": "true" });
  const area = h("div", { class: "time-area" });
  area.append(svg);
  /** @type {Period[]} */
  let row = [];
  let [first, last] = [0, 0];
  const ends = ["From", "To"].map((label, index) => h("span", { class: "time-end", role: "slider", tabindex: "0", "aria-label": label, "aria-valuemin": "0",
    onkeydown: (/** @type {KeyboardEvent} */ event) => move(index, event) }));
  area.append(...ends);

  /** @param {number} index @param {KeyboardEvent} event */
  const move = (index, event) => {
    const now = index === 0 ? first : last;
    const to = /** @type {Record<string, number>} */ ({ ArrowLeft: now - 1, ArrowDown: now - 1, ArrowRight: now + 1, ArrowUp: now + 1, PageDown: now - 10, PageUp: now + 10, Home: 0, End: row.length - 1 })[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const at = Math.min(Math.max(to, index === 0 ? 0 : first), index === 0 ? last : row.length - 1);
    if (at !== now) choose(index === 0 ? at : first, index === 0 ? last : at);
  };
  const at = (/** @type {PointerEvent} */ event) => {
    const { left, width } = area.getBoundingClientRect();
    return Math.min(Math.max(Math.floor(((event.clientX - left) / width) * row.length), 0), row.length - 1);
  };
  area.addEventListener("pointerdown", (down) => {
    if (down.button !== 0 || row.length === 0) return;
    const begun = at(down);
    const end = ends.indexOf(/** @type {any} */ (down.target));
    const whole = first === 0 && last === row.length - 1;
    const [f, l] = [first, last];
    const carry = end < 0 && !whole && begun >= f && begun <= l;
    let moved = false;
    /** @param {number} now @returns {[number, number]} */
    const windowAt = (now) => {
      if (end === 0) return [Math.min(now, l), l];
      if (end === 1) return [f, Math.max(now, f)];
      if (!carry) return [Math.min(begun, now), Math.max(begun, now)];
      const by = Math.min(Math.max(now - begun, -f), row.length - 1 - l);
      return [f + by, l + by];
    };
    area.setPointerCapture(down.pointerId);
    const track = (/** @type {PointerEvent} */ event) => {
      moved ||= at(event) !== begun;
      if (moved) show(...windowAt(at(event)));
    };
    const up = (/** @type {PointerEvent} */ event) => {
      area.removeEventListener("pointermove", track);
      area.removeEventListener("pointerup", up);
      area.removeEventListener("pointercancel", up);
      if (event.type === "pointercancel") return show(f, l);
      if (moved) choose(...windowAt(at(event)));
      else if (end < 0) choose(begun, begun);
    };
    area.addEventListener("pointermove", track);
    area.addEventListener("pointerup", up);
    area.addEventListener("pointercancel", up);
  });
  area.addEventListener("pointermove", (event) => {
    const one = row[at(event)];
    area.title = one ? name(one) : "";
  });

  /** @param {number} from @param {number} to */
  const show = (from, to) => {
    [...svg.children].forEach((bar, index) => bar.classList.toggle("out", index < from || index > to));
    ends[0].style.left = `${(from / row.length) * 100}%`;
    ends[1].style.left = `${((to + 1) / row.length) * 100}%`;
    preview(from, to);
  };
  /** @param {Period[]} periods @param {number} from @param {number} to */
  const draw = (periods, from, to) => {
    [first, last] = [from, to];
    if (periods !== row) {
      row = periods;
      const tallest = Math.max(...row.map((one) => one.statements), 1);
      svg.setAttribute("viewBox", `0 0 ${Math.max(row.length, 1)} 100`);
      svg.replaceChildren(...row.map((one, index) => {
        // Little is seen, too: nothing said and something said must not look the same.
        const height = one.statements === 0 ? 0 : Math.max((one.statements / tallest) * 96, 4);
        return shape("rect", { x: index + 0.08, y: 100 - height, width: 0.84, height, class: "time-bar" });
      }));
      fill(axis, row.length > 0 && h("span", {}, date(row[0].start)), row.length > 2 && h("span", {}, date(row[row.length >> 1].start)), row.length > 1 && h("span", {}, date(row[row.length - 1].end)));
    }
    ends.forEach((end, index) => {
      const now = index === 0 ? first : last;
      end.setAttribute("aria-valuemax", String(Math.max(row.length - 1, 0)));
      end.setAttribute("aria-valuenow", String(now));
      end.setAttribute("aria-valuetext", row.length > 0 ? date(index === 0 ? row[now].start : row[now].end) : "");
    });
    if (row.length > 0) show(first, last);
  };
  return { element: h("div", { class: "time-bars" }, area, axis), draw };
}
