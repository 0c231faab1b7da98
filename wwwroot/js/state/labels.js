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
 * @property {"lesser" | "always"} [must]  it may cover nodes that are smaller than its own, or any
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
    solid.add({ left: body.x - r, top: body.y - r, right: body.x + r, bottom: body.y + r }, body.id, body.r);
  }
  /** @type {LabelPlace[]} */
  const places = [];
  for (const wish of wishes) {
    let found = null;
    let least = Infinity;
    for (const [dx, dy] of offsets(wish)) {
      const box = { left: wish.x + dx, top: wish.y + dy, right: wish.x + dx + wish.width, bottom: wish.y + dy + wish.height };
      if ((frame && !within(box, frame)) || !taken.isFree(box, margin)) continue;
      // A label that must be seen may cover a node where nothing else is free, the smallest rather; never another label.
      const covered = solid.largest(box, wish.id);
      if (covered >= least || (covered > 0 && (!wish.must || (wish.must !== "always" && covered > wish.r)))) continue;
      found = { id: wish.id, dx, dy, box };
      least = covered;
      if (covered === 0) break;
    }
    if (!found) continue;
    taken.add(found.box, wish.id, 0);
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
    for (const away of [9, 18, 30])
      spots.push([middle, near + away], [middle, -near - height - away], [near + away, -height / 2], [-near - away - width, -height / 2]);
  return spots;
}

/** @param {Box} box @param {Box} frame */
const within = (box, frame) => box.left >= frame.left && box.top >= frame.top && box.right <= frame.right && box.bottom <= frame.bottom;

/** Boxes in cells of the screen, to find overlaps quickly. */
class Buckets {
  /** @type {Map<number, {box: Box, id: string, size: number}[]>} */
  #cells = new Map();
  static #size = 96;

  /** @param {Box} box @param {string} id @param {number} size */
  add(box, id, size) {
    for (const key of Buckets.#keys(box, 0)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push({ box, id, size });
      else this.#cells.set(key, [{ box, id, size }]);
    }
  }

  /** Whether nothing lies within so much of the box. @param {Box} box @param {number} room */
  isFree(box, room) {
    for (const key of Buckets.#keys(box, room))
      for (const other of this.#cells.get(key) ?? []) if (overlap(box, other.box, room)) return false;
    return true;
  }

  /** The size of the largest that the box lies over, 0 for none. @param {Box} box @param {string} except */
  largest(box, except) {
    let largest = 0;
    for (const key of Buckets.#keys(box, 0))
      for (const other of this.#cells.get(key) ?? [])
        if (other.size > largest && other.id !== except && overlap(box, other.box, 0)) largest = other.size;
    return largest;
  }

  /** @param {Box} box @param {number} room */
  static *#keys(box, room) {
    const size = Buckets.#size;
    for (let x = Math.floor((box.left - room) / size); x <= Math.floor((box.right + room) / size); x++)
      for (let y = Math.floor((box.top - room) / size); y <= Math.floor((box.bottom + room) / size); y++) yield x * 100_003 + y;
  }
}

/** @param {Box} a @param {Box} b @param {number} room */
const overlap = (a, b, room) => a.left - room < b.right && a.right + room > b.left && a.top - room < b.bottom && a.bottom + room > b.top;

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
