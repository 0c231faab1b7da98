/**
 * @import { Explorer } from "../explorer.js"
 * @import { Canvas } from "../view/canvas.js"
 * @import { Corrections } from "./decisions/correct.js"
 * @import { Item } from "./menu.js"
 * @import { Toasts } from "./notices.js"
 */
import { choose } from "../actions/arranging.js";
import { counted } from "../state/format.js";
import { deeds } from "./deeds.js";
import { mergeDialog } from "./decisions/merge.js";
import { splitDialog } from "./decisions/split.js";
import { expandBox } from "./expand.js";
import { menu } from "./menu.js";

/** What can be done at a place of the canvas, by a menu or by a key. @param {Explorer} explorer @param {Canvas} canvas @param {HTMLElement} container @param {Toasts} toasts @param {Corrections} corrections */
export function nodeMenu(explorer, canvas, container, toasts, corrections) {
  const report = toasts.error;
  const box = menu();
  const expanding = expandBox(explorer);
  const toWindow = (/** @type {{x: number, y: number}} */ { x, y }) => {
    const { left, top } = container.getBoundingClientRect();
    return { left: left + x, top: top + y, bottom: top + y };
  };
  /** Where an entity is on the screen; where there is no canvas, what has the focus. @param {string} id */
  const placeOf = (id) => {
    const at = container.hidden ? undefined : canvas.screenPositions()[id];
    return at ? toWindow({ x: at.x + at.r, y: at.y }) : (document.activeElement ?? container).getBoundingClientRect();
  };
  const deedsFor = (/** @type {string[]} */ ids) => deeds(explorer, ids, {
    expand: (id) => expanding.open(id, placeOf(id)), merge: (all) => mergeDialog(explorer, all, toasts), split: (id) => splitDialog(explorer, id, toasts),
    retype: (id) => {
      const node = explorer.graph.nodes.get(id);
      return node ? corrections.ofType(node) : [];
    },
    report,
  });
  /** Those chosen with an entity, or it alone. @param {string} id */
  const meant = (id) => (explorer.group.includes(id) ? explorer.group : [id]);
  const nameOf = (/** @type {string[]} */ ids) => (ids.length === 1 ? explorer.graph.nodes.get(ids[0])?.name ?? "" : counted(ids.length, "entity", "entities"));

  /** @returns {Item[]} */
  const everywhere = () => {
    const { view, scene } = explorer;
    return [
      { label: "Choose everything", drawing: "lasso", run: () => choose(explorer, scene.nodes.filter((node) => node.entity).map((node) => node.id)) },
      { label: "Show what was put away", drawing: "expand", disabled: view.hidden.length === 0, run: () => explorer.change("Show what was put away", { hidden: [] }) },
      { label: "Show the rest again", drawing: "focus", disabled: view.only === null, run: () => explorer.change("Show the rest again", { only: null }) },
      { label: "Release what is pinned", drawing: "pin", disabled: view.pinned.length === 0, run: () => explorer.change("Release all", { pinned: [] }) },
      { label: "Show everything (zoom)", drawing: "fit", key: "0", run: () => canvas.camera.fit(true) },
    ];
  };
  return {
    deedsFor,
    /** @param {string | null} id @param {{x: number, y: number}} at in CSS pixels of the canvas */
    openAt: (id, at) => {
      if (id === null) return box.open("The graph", everywhere(), toWindow(at));
      if (explorer.overlay.articles.has(id)) return;
      box.open(nameOf(meant(id)), deedsFor(meant(id)), toWindow(at));
    },
    /** @param {HTMLElement} button @param {string} label @param {Item[]} items */
    openItems: (button, label, items) => box.open(label, items, button.getBoundingClientRect()),
    /** @param {HTMLElement} button @param {string} id */
    openBeside: (button, id) => box.open(nameOf([id]), deedsFor([id]), button.getBoundingClientRect()),
    /** Does what a letter stands for. @param {string} letter @param {string | null} id the entity that it is meant for @returns {boolean} whether it stands for anything */
    act: (letter, id) => {
      const ids = letter !== "x" && explorer.group.length > 0 && (id === null || explorer.group.includes(id)) ? explorer.group : id !== null ? [id] : [];
      if (ids.length === 0 || ids.some((one) => explorer.overlay.articles.has(one))) return false;
      const deed = deedsFor(ids).find((one) => one.key === letter.toUpperCase());
      if (deed && !deed.disabled) deed.run();
      return deed !== undefined;
    },
  };
}
