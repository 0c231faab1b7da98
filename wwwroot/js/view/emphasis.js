/** @import { Target } from "../state/selection.js" */

/** Brings out what is chosen and dims what is not beside it. @param {any} cy @param {Target | null} target */
export function emphasise(cy, target) {
  cy.batch(() => {
    cy.elements().removeClass("selected near end dim way");
    if (target?.kind === "path") return markPath(cy, target);
    const chosen = target ? cy.getElementById(target.id) : cy.collection();
    if (chosen.empty()) return;
    if (target?.other) {
      const both = chosen.union(cy.getElementById(target.other));
      both.addClass("end");
      cy.elements().not(both).addClass("dim");
      return;
    }
    chosen.addClass("selected");
    if (chosen.isEdge()) {
      chosen.connectedNodes().addClass("end");
      cy.elements().not(chosen).not(chosen.connectedNodes()).not(chosen.parallelEdges()).addClass("dim");
      return;
    }
    const around = chosen.closedNeighborhood();
    around.not(chosen).addClass("near");
    cy.elements().not(around).addClass("dim");
  });
}

/** @param {any} cy @param {Target} path */
function markPath(cy, { nodes = [], edges = [], ends = [] }) {
  const all = (/** @type {string[]} */ ids) => cy.collection(ids.map((id) => cy.getElementById(id)));
  const [on, along] = [all(nodes), all(edges)];
  cy.elements().not(on).not(along).addClass("dim");
  on.addClass("near");
  along.addClass("way");
  all(ends).addClass("end");
}
