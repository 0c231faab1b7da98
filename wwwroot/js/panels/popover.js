import { h } from "./dom.js";

let made = 0;

/**
 * Something that opens beside a button and closes when one presses elsewhere (the browser's own popover).
 * @param {HTMLElement} button
 * @param {string} label
 * @param {{className?: string, onOpen?: () => void}} [more]
 */
export function popover(button, label, { className = "", onOpen } = {}) {
  const element = h("div", { class: `popover ${className}`, popover: "auto", id: `popover-${++made}`, role: "dialog", "aria-label": label });
  document.body.append(element);
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", element.id);
  const place = () => beside(element, button.getBoundingClientRect());
  element.addEventListener("toggle", (event) => {
    const open = /** @type {ToggleEvent} */ (event).newState === "open";
    button.setAttribute("aria-expanded", String(open));
    if (!open && element.contains(document.activeElement)) button.focus();
  });
  const open = () => {
    onOpen?.();
    element.showPopover();
    place();
  };
  const isOpen = () => element.matches(":popover-open");
  let wasOpen = false;
  // Pressing the button closes it already, before the click.
  button.addEventListener("pointerdown", () => (wasOpen = isOpen()));
  button.addEventListener("click", (event) => {
    if (wasOpen && event.detail > 0) wasOpen = false;
    else if (isOpen()) element.hidePopover();
    else open();
  });
  addEventListener("resize", () => isOpen() && place());
  return { element, open, place, close: () => isOpen() && element.hidePopover() };
}

/**
 * Something that opens at a place and closes when one presses elsewhere; the focus goes back to where it was.
 * @param {string} label @param {{className?: string, role?: string}} [more]
 */
export function floating(label, { className = "", role = "dialog" } = {}) {
  const element = h("div", { class: `popover ${className}`, popover: "auto", role, "aria-label": label, tabindex: "-1" });
  document.body.append(element);
  /** @type {Element | null} */
  let before = null;
  element.addEventListener("beforetoggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "closed" && element.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
  });
  return {
    element,
    /** @param {{left: number, top: number, bottom: number}} at in CSS pixels of the window */
    open: (at) => {
      if (!element.contains(document.activeElement)) before = document.activeElement;
      if (!element.matches(":popover-open")) element.showPopover();
      beside(element, at);
    },
    close: () => element.matches(":popover-open") && element.hidePopover(),
  };
}

/** Puts a box where it is seen whole: below a place, else above it. @param {HTMLElement} element @param {{left: number, top: number, bottom: number}} at */
export function beside(element, at) {
  const { offsetWidth, offsetHeight } = element;
  const left = Math.max(8, Math.min(at.left, innerWidth - offsetWidth - 8));
  const below = at.bottom + 6 + offsetHeight <= innerHeight - 8;
  const top = below ? at.bottom + 6 : Math.max(8, Math.min(at.top - offsetHeight - 6, innerHeight - offsetHeight - 8));
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}
