/** @import { Scene } from "./scene.js" */

/** Who stands beside whom in what is seen, entities only. @param {Scene} scene @returns {Map<string, Set<string>>} */
function besides({ nodes, edges }) {
  /** @type {Map<string, Set<string>>} */
  const all = new Map(nodes.filter((node) => node.entity).map((node) => [node.id, new Set()]));
  for (const { source, target } of edges) {
    if (!all.has(source) || !all.has(target) || source === target) continue;
    all.get(source)?.add(target);
    all.get(target)?.add(source);
  }
  return all;
}

/** Some entities and all that are seen beside them. @param {Scene} scene @param {string[]} ids @returns {string[]} */
export function closeTo(scene, ids) {
  const beside = besides(scene);
  const seen = ids.filter((id) => beside.has(id));
  return [...new Set([...seen, ...seen.flatMap((id) => [...(beside.get(id) ?? [])])])];
}

/** The neighbours of some entities that are linked to nothing else that is seen. @param {Scene} scene @param {string[]} ids @returns {string[]} */
export function hangingOn(scene, ids) {
  const beside = besides(scene);
  const held = new Set(ids);
  return closeTo(scene, ids).filter((id) => !held.has(id) && [...(beside.get(id) ?? [])].every((other) => held.has(other)));
}
