import { fill, h } from "./dom.js";

let made = 0;

/**
 * Tabs (the WAI-ARIA pattern; arrow keys move). A tab's body is made when it is first seen.
 * @param {{label: string, selected: string, onSelect: (id: string) => void, tabs: {id: string, label: string, body: () => HTMLElement}[]}} options
 */
export function tabs({ label, selected, onSelect, tabs: list }) {
  const prefix = `tabs-${++made}`;
  let current = list.some((tab) => tab.id === selected) ? selected : list[0].id;
  const body = h("div", { role: "tabpanel", class: "tab-body", id: `${prefix}-body`, tabindex: "-1" });
  const buttons = list.map((tab) => h("button", { type: "button", role: "tab", class: "tab", id: `${prefix}-${tab.id}`, "data-tab": tab.id,
    "aria-controls": `${prefix}-body`, onclick: () => select(tab.id) }, tab.label));
  const bar = h("div", { class: "tabs", role: "tablist", "aria-label": label, onkeydown: (/** @type {KeyboardEvent} */ event) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = (list.findIndex((tab) => tab.id === current) + step + list.length) % list.length;
    select(list[index].id);
    buttons[index].focus();
  } }, ...buttons);

  const draw = () => {
    list.forEach((tab, index) => {
      buttons[index].setAttribute("aria-selected", String(tab.id === current));
      buttons[index].tabIndex = tab.id === current ? 0 : -1;
    });
    body.setAttribute("aria-labelledby", `${prefix}-${current}`);
    fill(body, /** @type {{body: () => HTMLElement}} */ (list.find((tab) => tab.id === current)).body());
  };
  const select = (/** @type {string} */ id) => {
    if (id === current) return;
    current = id;
    onSelect(id);
    draw();
  };
  draw();
  return { element: h("div", { class: "tabbed" }, bar, body), reload: draw };
}
