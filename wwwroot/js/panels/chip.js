import { h, icon } from "./dom.js";

/**
 * Something that holds, with a cross that takes it away.
 * @param {string} text
 * @param {() => void} remove
 * @param {{hint: string, run: () => void}} [open] what its text leads to
 */
export const chip = (text, remove, open) => h("span", { class: "filter-chip" },
  open ? h("button", { type: "button", class: "filter-text", title: open.hint, onclick: open.run }, text) : h("span", { class: "filter-text", title: text }, text),
  h("button", { type: "button", class: "filter-remove", title: `Remove “${text}”`, onclick: remove }, icon("close", "icon small"), h("span", { class: "sr" }, `Remove “${text}”`)));
