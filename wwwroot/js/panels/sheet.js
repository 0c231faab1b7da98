import { h, icon } from "./dom.js";

const snaps = ["peek", "half", "full"];

/** On a narrow screen the panel is a sheet that is pulled up from the bottom. @param {HTMLElement} root @param {HTMLElement} head also to drag by */
export function sheet(root, head) {
  const narrow = matchMedia("(max-width: 760px)");
  const set = (/** @type {string} */ snap) => {
    root.dataset.snap = snap;
    larger.disabled = snap === "full";
    smaller.disabled = snap === "peek";
  };
  const step = (/** @type {number} */ by) =>
    set(snaps[Math.min(Math.max(snaps.indexOf(root.dataset.snap ?? "half") + by, 0), snaps.length - 1)]);
  const button = (/** @type {string} */ drawing, /** @type {string} */ label, /** @type {number} */ by) =>
    h("button", { type: "button", class: "icon-button small", title: label, onclick: () => step(by) }, icon(drawing), h("span", { class: "sr" }, label));
  const larger = button("up", "Larger", 1);
  const smaller = button("down", "Smaller", -1);
  const handle = h("div", { class: "sheet-handle", "aria-hidden": "true" }, h("span", { class: "sheet-grip" }));
  const buttons = h("div", { class: "sheet-buttons" }, smaller, larger);
  set("half");

  for (const part of [handle, head])
    part.addEventListener("pointerdown", (down) => {
      if (!narrow.matches || (down.target instanceof Element && down.target.closest("button"))) return;
      const height = root.offsetHeight;
      part.setPointerCapture(down.pointerId);
      root.classList.add("dragging");
      const move = (/** @type {PointerEvent} */ event) =>
        root.style.setProperty("--sheet-height", `${Math.min(Math.max(height + down.clientY - event.clientY, 80), innerHeight - 56)}px`);
      const up = () => {
        part.removeEventListener("pointermove", move);
        const share = root.offsetHeight / innerHeight;
        root.classList.remove("dragging");
        root.style.removeProperty("--sheet-height");
        set(share < 0.28 ? "peek" : share < 0.68 ? "half" : "full");
      };
      part.addEventListener("pointermove", move);
      part.addEventListener("pointerup", up, { once: true });
      part.addEventListener("pointercancel", up, { once: true });
    });
  return {
    handle,
    buttons,
    get isSheet() {
      return narrow.matches;
    },
    /** Makes it large enough to be read. @param {boolean} whole whether there is much to read */
    rise: (whole) => {
      if (whole) set("full");
      else if (root.dataset.snap === "peek") set("half");
    },
    /** How much of the screen's height it covers, in CSS pixels. */
    get covers() {
      return narrow.matches && root.dataset.snap !== "full" ? root.offsetHeight : 0;
    },
  };
}
