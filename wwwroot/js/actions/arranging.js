/** @import { Explorer } from "../explorer.js" */
import { counted } from "../state/format.js";
import { closeTo, hangingOn } from "../state/around.js";
import { hiding, pinning } from "../state/view.js";

const entities = (/** @type {string[]} */ ids) => (ids.length === 1 ? "an entity" : counted(ids.length, "entity", "entities"));

/** Puts entities away. @param {Explorer} explorer @param {string[]} ids @param {string} [label] */
export function hide(explorer, ids, label = `Hide ${entities(ids)}`) {
  explorer.change(label, hiding(explorer.view, ids));
  const { current } = explorer.trail;
  if (current.view === "entity" && ids.includes(current.id)) explorer.home();
}

/** Puts away the neighbours that are linked to nothing else that is seen. @param {Explorer} explorer @param {string[]} ids */
export function collapse(explorer, ids) {
  const loose = hangingOn(explorer.scene, ids);
  if (loose.length > 0) hide(explorer, loose, `Collapse: put ${entities(loose)} away`);
}

/** Keeps entities where they are, whatever is filtered or tidied; releases them where all are kept already. @param {Explorer} explorer @param {string[]} ids */
export function pin(explorer, ids) {
  const patch = pinning(explorer.view, ids);
  explorer.change(ids.every((id) => explorer.view.pinned.includes(id)) ? `Release ${entities(ids)}` : `Pin ${entities(ids)}`, patch);
}

/** Shows only some entities and their neighbours. @param {Explorer} explorer @param {string[]} ids */
export function focusOn(explorer, ids) {
  const only = closeTo(explorer.scene, ids);
  if (only.length > 0) explorer.change(`Focus on ${entities(ids)}`, { only });
}

/** Chooses some entities together, and no others. @param {Explorer} explorer @param {string[]} ids */
export function choose(explorer, ids) {
  if (ids.length === 0 && explorer.group.length === 0) return;
  explorer.group = [...new Set(ids)];
  explorer.tell("group");
}

/** Takes an entity to those chosen, or away from them. @param {Explorer} explorer @param {string} id */
export function chooseToo(explorer, id) {
  const { group } = explorer;
  choose(explorer, group.includes(id) ? group.filter((one) => one !== id) : [...group, id]);
}
