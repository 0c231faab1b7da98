import { fill, h, icon } from "../dom.js";

let made = 0;

/**
 * A dialogue that asks for something and goes away when it has it.
 * @param {string} title
 * @param {{body: (HTMLElement | null | false)[], yes: HTMLButtonElement, run: () => Promise<void>, more?: HTMLElement[]}} parts   run: what the button does; where it fails, the reason is shown and nothing is lost
 */
export function ask(title, { body, yes, run, more = [] }) {
  const id = `dialog-${++made}`;
  const error = h("p", { class: "form-error", role: "alert", hidden: true });
  const element = h("dialog", { class: "dialog", "aria-labelledby": id });
  const close = () => element.close();
  fill(element, h("div", { class: "dialog-head" }, h("h2", { id, class: "dialog-title" }, title),
    h("button", { type: "button", class: "icon-button", title: "Close (Esc)", onclick: close }, icon("close"), h("span", { class: "sr" }, "Close"))),
  h("div", { class: "form" }, ...body), error, h("div", { class: "dialog-actions" }, ...more, yes));
  yes.addEventListener("click", async () => {
    error.hidden = true;
    element.inert = true;
    try {
      await run();
      close();
    } catch (reason) {
      error.hidden = false;
      fill(error, icon("warn"), reason instanceof Error ? reason.message : String(reason));
    } finally {
      element.inert = false;
    }
  });
  element.addEventListener("close", () => element.remove());
  document.body.append(element);
  element.showModal();
  return { element, close };
}
