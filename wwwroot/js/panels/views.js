/**
 * @import { Explorer } from "../explorer.js"
 * @import { NamedView, SavedViews } from "../state/saved-views.js"
 */
import { date } from "../state/format.js";
import { unpack } from "../state/link.js";
import { fill, h, icon } from "./dom.js";
import { popover } from "./popover.js";

/**
 * Copies a link to what is seen, and keeps views under names.
 * @param {HTMLElement} button @param {SavedViews} saved @param {ReturnType<typeof import("./address.js").address>} address
 * @param {ReturnType<typeof import("./notices.js").toasts>} toasts @param {HTMLElement[]} more what else stands there
 */
export function viewsBox(button, saved, address, toasts, more) {
  const link = h("input", { class: "field", readonly: true, "aria-label": "The link", hidden: true });
  const copy = h("button", { type: "button", class: "button", id: "copy-link", onclick: () => void copyLink() }, icon("copy"), "Copy link");
  const title = h("input", { class: "field", name: "name", maxlength: 100, required: true, autocomplete: "off", placeholder: "A name for this view", "aria-label": "Name of the view" });
  const list = h("ul", { class: "views-list", "aria-label": "Saved views" });
  const box = popover(button, "Views", { className: "views-box", onOpen: () => {
    link.hidden = true;
    draw();
  } });
  const attempt = (/** @type {() => void} */ work) => {
    try {
      work();
    } catch (error) {
      toasts.error(error);
    }
    draw();
  };
  fill(box.element, h("div", { class: "views-link" }, copy, h("p", { class: "hint" }, "It opens this very view on the graph as it is then.")), link,
    h("form", { class: "views-save", onsubmit: async (/** @type {Event} */ event) => {
      event.preventDefault();
      const text = await address.textNow();
      attempt(() => saved.add(title.value, text));
      title.value = "";
    } }, title, h("button", { type: "submit", class: "button primary" }, "Save")),
    list, ...more);

  const copyLink = async () => {
    const text = await address.link();
    try {
      await navigator.clipboard.writeText(text);
      toasts.show("The link to this view is copied.");
    } catch {
      // Only pages of a safe origin may write there: the reader does it.
      link.hidden = false;
      link.value = text;
      link.select();
      toasts.show("Copy the link that is selected (Ctrl+C).");
    }
  };
  /** @param {NamedView} view */
  const row = (view) => {
    const item = h("li", { class: "views-row" });
    const show = async () => {
      const found = await unpack(view.text);
      if (!found) return toasts.error(new Error(`“${view.name}” can no longer be read.`));
      box.close();
      await address.show(found, `Open “${view.name}”`).catch(toasts.error);
    };
    const rename = () => {
      const input = h("input", { class: "field", value: view.name, maxlength: 100, "aria-label": "New name" });
      const done = (/** @type {boolean} */ keep) => attempt(() => keep && saved.rename(view.id, input.value));
      fill(item, h("form", { class: "views-save", onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        done(true);
      } }, input, h("button", { type: "submit", class: "button" }, "Rename")));
      input.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        done(false);
      });
      input.select();
    };
    const remove = () => attempt(() => {
      const back = saved.remove(view.id);
      toasts.show(`“${view.name}” is deleted.`, { action: { label: "Undo", run: () => attempt(back) } });
    });
    const small = (/** @type {string} */ drawing, /** @type {string} */ label, /** @type {() => void} */ run) =>
      h("button", { type: "button", class: "icon-button small", title: label, onclick: run }, icon(drawing), h("span", { class: "sr" }, label));
    fill(item, h("button", { type: "button", class: "views-name", title: view.name, onclick: () => void show() }, view.name),
      h("span", { class: "muted figure" }, date(view.at.slice(0, 10))), small("edit", `Rename “${view.name}”`, rename), small("close", `Delete “${view.name}”`, remove));
    return item;
  };
  const draw = () => {
    const all = saved.list();
    fill(list, ...(all.length > 0 ? all.map(row) : [h("li", { class: "empty-line" }, "No view is saved yet.")]));
  };
}
