/**
 * @import { Scene } from "../state/scene.js"
 *
 * @typedef {object} Measures what an entity is among those that are seen
 * @property {string} id
 * @property {number} mentioned    statements seen that mention it
 * @property {number} mentioning   statements seen that it makes
 * @property {number} links        with how many it is linked
 * @property {number} between      the share of shortest ways between two others that lead through it, 0 to 1
 * @property {number | null} group   the community (Louvain), 0 is the largest; null: linked to nobody
 */

/** Measures what is seen, in a worker. */
export class Measuring {
  /** @type {Worker | null} */
  #worker = null;
  #number = 0;

  /** @param {Scene} scene @returns {Promise<Measures[] | null>} null where it was asked again in the meantime */
  measure({ nodes, edges }) {
    const number = ++this.#number;
    const worker = (this.#worker ??= new Worker(new URL("worker.js", import.meta.url)));
    return new Promise((resolve, reject) => {
      const done = () => {
        worker.removeEventListener("message", hear);
        worker.removeEventListener("error", fail);
      };
      const hear = (/** @type {MessageEvent} */ { data }) => {
        if (data.number !== number) return;
        done();
        if (data.error) reject(new Error(data.error));
        else resolve(number === this.#number ? data.measures : null);
      };
      const fail = (/** @type {ErrorEvent} */ event) => {
        done();
        reject(new Error(event.message || "The analysis cannot be loaded."));
      };
      worker.addEventListener("message", hear);
      worker.addEventListener("error", fail);
      worker.postMessage({
        number, nodes: nodes.filter((node) => node.entity).map((node) => node.id),
        edges: edges.filter((edge) => edge.kind === "Mentioned").map((edge) => [edge.source, edge.target, edge.count]),
      });
    });
  }
}
