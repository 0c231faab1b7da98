/**
 * @import { Explorer } from "../explorer.js"
 * @import { Ruling } from "../state/decisions.js"
 */

/** Who decides, as the reader has named themselves. @returns {string | undefined} */
export function whoDecides() {
  try {
    return localStorage.getItem("decided-by") || undefined;
  } catch {
    return undefined; // Storage is switched off: the decision has no name.
  }
}

/**
 * Has something decided on the server, as a step that can be undone and done again.
 * @param {Explorer} explorer @param {Ruling} ruling @param {string} label "Merge 2 entities"
 * @returns {Promise<boolean>} whether anything changed
 */
export async function decide(explorer, ruling, label) {
  const { api } = explorer;
  const first = await api.decide(ruling, whoDecides());
  if (first.outcome !== "Decided" || !first.decision) return false;
  let { number } = first.decision;
  explorer.decided(label, {
    undo: () => api.undoDecision(number, whoDecides()),
    redo: async () => {
      number = (await api.decide(ruling, whoDecides())).decision?.number ?? number;
    },
  });
  return true;
}
