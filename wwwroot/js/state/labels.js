/**
 * Which labels are drawn and where, so that none overlaps another.
 *
 * @typedef {object} LabelWish
 * @property {string} id
 * @property {number} x        the middle of the node on the screen, CSS pixels
 * @property {number} y
 * @property {number} r        half of the node's size on the screen
 * @property {number} width    of the text
 * @property {number} height
 * @property {boolean} [must]  try harder to find a place
 *
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {{id: string, dx: number, dy: number, box: Box}} LabelPlace   dx, dy: from the node's middle to the box's corner
 */

const margin = 3;

/**
 * @param {LabelWish[]} wishes the most important first
 * @param {{x: number, y: number, r: number, id: string}[]} bodies the nodes that a label should not cover
 * @param {Box} [frame] what is seen: a label that would be cut off at its edge is not drawn there
 * @returns {LabelPlace[]}
 */
export function placeLabels(wishes, bodies, frame) {
  const taken = new Buckets();
  const solid = new Buckets();
  for (const body of bodies) {
    const r = body.r * 0.92;
    solid.add({ left: body.x - r, top: body.y - r, right: body.x + r, bottom: body.y + r }, body.id);
  }
  /** @type {LabelPlace[]} */
  const places = [];
  for (const wish of wishes) {
    let found = null;
    for (const [dx, dy] of offsets(wish)) {
      const box = { left: wish.x + dx, top: wish.y + dy, right: wish.x + dx + wish.width, bottom: wish.y + dy + wish.height };
      if (taken.hits(box, margin) || (frame && !within(box, frame))) continue;
      const covers = solid.hits(box, 0, wish.id);
      if (covers && !wish.must) continue;
      const place = { id: wish.id, dx, dy, box };
      if (!covers) {
        found = place;
        break;
      }
      found ??= place; // A label that must be seen may cover a node, never another label.
    }
    if (!found) continue;
    taken.add(found.box, wish.id);
    places.push(found);
  }
  return places;
}

/** The places beside a node, the best first. @param {LabelWish} wish @returns {[number, number][]} */
function offsets({ r, width, height, must }) {
  const near = r + 3;
  const middle = -width / 2;
  const slant = r * 0.7 + 2;
  /** @type {[number, number][]} */
  const spots = [
    [middle, near],
    [middle, -near - height],
    [near + 2, -height / 2],
    [-near - 2 - width, -height / 2],
    [slant, slant],
    [slant, -slant - height],
    [-slant - width, slant],
    [-slant - width, -slant - height],
  ];
  if (must)
    for (const away of [10, 20])
      spots.push([middle, near + away], [middle, -near - height - away], [near + away, -height / 2], [-near - away - width, -height / 2]);
  return spots;
}

/** @param {Box} box @param {Box} frame */
const within = (box, frame) => box.left >= frame.left && box.top >= frame.top && box.right <= frame.right && box.bottom <= frame.bottom;

/** Boxes in cells of the screen, to find overlaps quickly. */
class Buckets {
  /** @type {Map<string, {box: Box, id: string}[]>} */
  #cells = new Map();
  static #size = 96;

  /** @param {Box} box @param {string} id */
  add(box, id) {
    for (const key of Buckets.#keys(box, 0)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push({ box, id });
      else this.#cells.set(key, [{ box, id }]);
    }
  }

  /** @param {Box} box @param {number} room @param {string} [except] */
  hits(box, room, except) {
    for (const key of Buckets.#keys(box, room))
      for (const other of this.#cells.get(key) ?? [])
        if (other.id !== except && box.left - room < other.box.right && box.right + room > other.box.left
          && box.top - room < other.box.bottom && box.bottom + room > other.box.top) return true;
    return false;
  }

  /** @param {Box} box @param {number} room */
  static *#keys(box, room) {
    const size = Buckets.#size;
    for (let x = Math.floor((box.left - room) / size); x <= Math.floor((box.right + room) / size); x++)
      for (let y = Math.floor((box.top - room) / size); y <= Math.floor((box.bottom + room) / size); y++) yield `${x},${y}`;
  }
}

/** Shortens a text to a width, with an ellipsis. @param {string} text @param {number} width @param {(text: string) => number} measure */
export function shorten(text, width, measure) {
  if (measure(text) <= width) return text;
  const letters = [...text];
  let [low, high] = [1, letters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(`${letters.slice(0, middle).join("").trimEnd()}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join("").trimEnd()}…`;
}
