/** @import { Explorer, Phase } from "../explorer.js" */
import { age, time } from "../state/format.js";
import { byId, fill, h, icon } from "./dom.js";

/** @typedef {ReturnType<typeof toasts>} Toasts */

/** Short messages that go away by themselves unless they offer something. @param {HTMLElement} root */
export function toasts(root) {
  /** @param {string} text @param {{tone?: "error", action?: {label: string, run: () => void}, stays?: boolean}} [more] */
  const show = (text, { tone, action, stays } = {}) => {
    const close = () => element.remove();
    const element = h("div", { class: `toast${tone ? ` toast-${tone}` : ""}`, role: tone === "error" ? "alert" : "status" },
      tone === "error" && icon("warn"), h("p", {}, text),
      action && h("button", { type: "button", class: "button quiet", onclick: () => { close(); action.run(); } }, action.label),
      h("button", { type: "button", class: "icon-button small", title: "Close", onclick: close }, icon("close"), h("span", { class: "sr" }, "Close message")));
    for (const same of root.children) if (same.textContent === element.textContent) same.remove();
    root.append(element);
    while (root.children.length > 3) root.firstElementChild?.remove();
    if (!stays) setTimeout(close, tone === "error" ? 10_000 : 6_000);
    return close;
  };
  return { show, error: (/** @type {unknown} */ error) => void show(error instanceof Error ? error.message : String(error), { tone: "error" }) };
}

/** @type {Record<Phase, string>} */
const words = { connecting: "Connecting", live: "Live", reconnecting: "Reconnecting", failed: "Offline" };

/** The state of the connection: a word in the bar, and a banner while it is lost. @param {HTMLElement} root @param {Explorer} explorer @param {() => void} retry */
export function connectionNotice(root, explorer, retry) {
  const label = byId("connection");
  const text = h("p", { class: "notice-text" });
  const banner = h("div", { class: "notice notice-warn", id: "connection-notice", hidden: true }, icon("warn"), text,
    h("button", { type: "button", class: "button", onclick: retry }, "Retry now"));
  root.append(banner);

  const draw = () => {
    const { phase, since, asOf } = explorer.connection;
    if (label.dataset.phase !== phase) {
      label.dataset.phase = phase;
      fill(label, h("span", { class: "dot", "aria-hidden": "true" }), h("span", { class: "connection-word" }, words[phase]));
    }
    label.title = phase === "live" ? "Changes are shown as they happen" : `${words[phase]} since ${time(since)}`;
    // A hiccup of a second is not worth a banner.
    const lost = (phase === "reconnecting" || phase === "failed") && explorer.loaded && Date.now() - since.getTime() > 1200;
    banner.hidden = !lost;
    if (lost && asOf)
      text.textContent = `Connection lost, trying again. The graph is as of ${time(asOf)}, ${age(Date.now() - asOf.getTime())} ago.`;
  };
  explorer.on("connection", draw);
  setInterval(draw, 1000);
  draw();
}

/** Asks before something is done. @param {{title: string, text: string, yes: string}} question @returns {Promise<boolean>} */
export function confirmation({ title, text, yes }) {
  return new Promise((resolve) => {
    const dialog = h("dialog", { class: "dialog dialog-small", "aria-labelledby": "confirm-title" },
      h("h2", { id: "confirm-title", class: "dialog-title" }, title), h("p", { class: "dialog-text" }, text),
      h("div", { class: "dialog-actions" },
        h("button", { type: "button", class: "button", onclick: () => dialog.close("no") }, "Cancel"),
        h("button", { type: "button", class: "button primary", onclick: () => dialog.close("yes") }, yes)));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
