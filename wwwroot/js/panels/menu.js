import { fill, h, icon } from "./dom.js";
import { floating } from "./popover.js";

/**
 * @typedef {object} Item
 * @property {string} label
 * @property {() => void} run
 * @property {string} [drawing]   a drawing of the sprite
 * @property {string} [key]       the letter that does the same on the canvas
 * @property {boolean} [disabled]
 */

/** A menu that opens at a place (the WAI-ARIA pattern: arrows and letters move, Enter does, Escape closes). */
export function menu() {
  const box = floating("Actions", { className: "menu", role: "menu" });
  /** @type {HTMLButtonElement[]} */
  let buttons = [];
  const move = (/** @type {number} */ to) => buttons.at(to % buttons.length)?.focus();
  box.element.addEventListener("keydown", (event) => {
    const live = buttons.filter((button) => !button.disabled);
    const at = live.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const step = /** @type {Record<string, number>} */ ({ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 })[event.key];
    if (event.key === "Tab") box.close();
    else if (step !== undefined) live.at(step % live.length)?.focus();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey)
      live.find((button) => button.dataset.key === event.key.toUpperCase())?.click();
    else return;
    event.preventDefault();
  });
  /** @param {string} label @param {Item[]} items @param {{left: number, top: number, bottom: number}} at */
  const open = (label, items, at) => {
    box.element.setAttribute("aria-label", label);
    buttons = items.map(({ label: words, run, drawing, key, disabled }) => h("button", {
      type: "button", role: "menuitem", class: "menu-item", disabled, "data-key": key, tabindex: "-1",
      onclick: () => {
        box.close();
        run();
      } }, drawing ? icon(drawing) : h("span", { class: "icon" }), h("span", { class: "menu-label" }, words), key && h("kbd", { class: "menu-key", "aria-hidden": "true" }, key)));
    fill(box.element, h("p", { class: "menu-head", "aria-hidden": "true", title: label }, label), ...buttons);
    box.open(at);
    move(Math.max(0, buttons.findIndex((button) => !button.disabled)));
  };
  return { open };
}
