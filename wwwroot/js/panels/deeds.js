/**
 * @import { Explorer } from "../explorer.js"
 * @import { Item } from "./menu.js"
 */
import { choose, chooseToo, collapse, focusOn, hide, pin } from "../actions/arranging.js";
import { expandArticles, findCommon } from "../actions/neighbours.js";
import { openEntity } from "../actions/opening.js";
import { findPaths } from "../actions/ways.js";
import { hangingOn } from "../state/around.js";
import { number } from "../state/format.js";

/**
 * What can be done with an entity, or with several at once. The menu, the bar and the keys of the canvas all offer these.
 * @param {Explorer} explorer @param {string[]} ids
 * @param {{expand: (id: string) => void, merge: (ids: string[]) => void, split: (id: string) => void, retype: (id: string) => Item[], report: (error: unknown) => void}} how
 * @returns {Item[]}
 */
export function deeds(explorer, ids, { expand, merge, split, retype, report }) {
  const { view, scene, graph } = explorer;
  const loose = hangingOn(scene, ids).length;
  const kept = ids.every((id) => view.pinned.includes(id));
  const together = [
    { label: loose > 0 ? `Collapse: put ${number(loose)} away` : "Collapse", drawing: "collapse", key: "C", disabled: loose === 0, run: () => collapse(explorer, ids) },
    { label: `Focus: only ${ids.length > 1 ? "these" : "this"} and neighbours`, drawing: "focus", key: "O", run: () => focusOn(explorer, ids) },
    { label: kept ? "Release" : "Pin: keep here and in sight", drawing: "pin", key: "K", run: () => pin(explorer, ids) },
    { label: "Hide", drawing: "hide", key: "H", run: () => hide(explorer, ids) },
  ];
  if (ids.length > 1)
    return [
      { label: "Neighbours in common", drawing: "common", key: "N", run: () => findCommon(explorer, ids) },
      { label: "How they are linked", drawing: "path", key: "P", run: () => findPaths(explorer) },
      ...together,
      { label: "Merge: they are the same", drawing: "merge", key: "U", run: () => merge(ids) },
      { label: "Choose none", drawing: "close", key: "X", run: () => choose(explorer, []) },
    ];
  const [id] = ids;
  const articles = (graph.nodes.get(id)?.articles ?? 0) - (view.articles[id] ?? 0);
  return [
    { label: "Show the evidence", drawing: "ask", run: () => void openEntity(explorer, id).catch(report) },
    { label: "Expand: choose neighbours", drawing: "expand", key: "E", run: () => expand(id) },
    ...together,
    { label: "Links to …", drawing: "path", key: "P", run: () => {
      choose(explorer, []);
      void openEntity(explorer, id).then(() => findPaths(explorer)).catch(report);
    } },
    { label: "Articles on the graph", drawing: "article", key: "A", disabled: articles <= 0, run: () => void expandArticles(explorer, id).catch(report) },
    { label: explorer.group.includes(id) ? "Choose no longer" : "Choose, to do something with several", drawing: "lasso", key: "X", run: () => chooseToo(explorer, id) },
    { label: "Split: in some articles it is another", drawing: "split", key: "V", run: () => split(id) },
    ...retype(id),
  ];
}
