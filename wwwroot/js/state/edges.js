/** @import { GraphEdge } from "./types.js" */

/** Whether an edge ties two entities, whichever way it points. @param {GraphEdge} edge @param {string} one @param {string} other */
export const ties = ({ source, target }, one, other) => (source === one && target === other) || (source === other && target === one);
