/**
 * Keys that work everywhere.
 * @param {object} parts
 * @param {HTMLInputElement} parts.search
 * @param {{isOpen: boolean, close: () => void}} parts.panel
 * @param {() => boolean | void} parts.closeFirst
 * @param {() => void} parts.undo
 * @param {() => void} parts.redo
 * @param {Record<string, () => void>} parts.keys   what else a letter does
 */
export function pageKeys({ search, panel, closeFirst, undo, redo, keys }) {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || document.querySelector("dialog[open]")) return;
    const typing = event.target instanceof HTMLElement && event.target.closest("input:not([type=checkbox]), textarea, select") !== null;
    const letter = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (typing || (letter !== "z" && letter !== "y")) return;
      event.preventDefault();
      if (letter === "y" || event.shiftKey) redo();
      else undo();
      return;
    }
    if (document.querySelector(":popover-open")) return;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      search.focus();
    } else if (!typing && Object.hasOwn(keys, letter)) {
      event.preventDefault();
      keys[letter]();
    } else if (event.key === "Escape") {
      if (typing) /** @type {HTMLElement} */ (event.target).blur();
      else if (!closeFirst() && panel.isOpen) panel.close();
    }
  });
}

/** On a narrow screen the filters and the feed are a drawer, which the theme's button moves into. @param {HTMLElement} side @param {HTMLElement} button @param {HTMLElement} theme */
export function sideDrawer(side, button, theme) {
  const narrow = matchMedia("(max-width: 760px)");
  const set = (/** @type {boolean} */ open) => {
    document.body.classList.toggle("side-open", open && narrow.matches);
    document.body.classList.toggle("side-closed", !open && !narrow.matches);
    button.setAttribute("aria-expanded", String(open));
  };
  const isOpen = () => (narrow.matches ? document.body.classList.contains("side-open") : !document.body.classList.contains("side-closed"));
  button.addEventListener("click", () => set(!isOpen()));
  addEventListener("pointerdown", (event) => {
    if (narrow.matches && isOpen() && event.target instanceof Node && !side.contains(event.target) && !button.contains(event.target)) set(false);
  });
  const bar = theme.parentElement;
  const after = theme.nextSibling;
  const arrange = () => {
    if (narrow.matches) side.prepend(theme);
    else bar?.insertBefore(theme, after);
  };
  arrange();
  narrow.addEventListener("change", () => {
    arrange();
    document.body.classList.remove("side-open");
    button.setAttribute("aria-expanded", String(isOpen()));
  });
  button.setAttribute("aria-expanded", String(isOpen()));
  return {
    /** Closes it where it lies over the page. @returns {boolean} whether it was open */
    close: () => {
      const open = narrow.matches && isOpen();
      if (open) set(false);
      return open;
    },
  };
}
