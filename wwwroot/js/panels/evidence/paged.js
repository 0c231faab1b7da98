import { number } from "../../state/format.js";
import { failure, fill, h, skeleton } from "../dom.js";

/**
 * A list that is loaded a page at a time.
 * @template T
 * @param {object} options
 * @param {(offset: number, limit: number) => Promise<{items: T[], total: number}>} options.load
 * @param {(item: T) => Node} options.row
 * @param {string} options.empty      what to say where there is nothing
 * @param {number} [options.size]     how many at a time
 * @param {string} [options.className]
 * @param {(total: number) => void} [options.onTotal]
 * @param {(list: HTMLElement) => void} [options.onReady]  the first page is there
 * @returns {HTMLElement}
 */
export function paged({ load, row, empty, size = 12, className = "", onTotal, onReady }) {
  const list = h("div", { class: `paged-list ${className}` });
  const foot = h("div", { class: "paged-foot" });
  let offset = 0;

  const more = async () => {
    fill(foot, skeleton(offset === 0 ? 5 : 2));
    try {
      const page = await load(offset, size);
      const first = offset === 0;
      const rows = page.items.map(row);
      list.append(...rows);
      offset += page.items.length;
      onTotal?.(page.total);
      if (first) onReady?.(element);
      const left = page.items.length === 0 ? 0 : page.total - offset;
      fill(foot,
        left > 0 && h("button", { type: "button", class: "button wide", onclick: more }, `Show more (${number(left)} left)`),
        first && page.items.length === 0 && h("p", { class: "empty-line" }, empty));
      // The button that was pressed is gone: go on at the first new row.
      if (!first && rows[0] instanceof HTMLElement) {
        rows[0].tabIndex = -1;
        rows[0].focus({ preventScroll: true });
      }
    } catch (error) {
      fill(foot, failure(error, () => void more()));
    }
  };
  const element = h("div", { class: "paged" }, list, foot);
  void more();
  return element;
}
