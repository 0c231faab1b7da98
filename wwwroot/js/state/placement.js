/**
 * Where new nodes go: beside their neighbours, clear of everything, while what stands already never moves. Deterministic:
 * the same input gives the same places.
 *
 * @typedef {{id: string, x: number, y: number, r: number}} Placed
 * @typedef {{id: string, r: number}} Fresh
 * @typedef {{source: string, target: string, count?: number}} Link
 * @typedef {{x: number, y: number}} Point
 */

/** The length of an edge between two small nodes at rest, in model units. */
const linkLength = 104;
/** The least distance between the rims of two nodes; leaves room for a label. */
const gap = 36;
const golden = Math.PI * (3 - Math.sqrt(5));

/**
 * @param {Placed[]} fixed  what stands already
 * @param {Fresh[]} fresh   what is new
 * @param {Link[]} links    between any of them
 * @returns {Map<string, Point>} the places of the new ones
 */
export function place(fixed, fresh, links) {
  const graph = neighbours(links);
  const grid = new Grid();
  /** @type {Map<string, Placed>} */
  const placed = new Map();
  for (const node of fixed) {
    placed.set(node.id, node);
    grid.add(node);
  }
  const centre = middle(fixed);
  const waiting = new Map(fresh.map((node) => [node.id, node]));
  /** @type {Placed[]} */
  const settled = [];

  while (waiting.size > 0) {
    const node = nextToPlace(waiting, placed, graph);
    const anchors = (graph.get(node.id) ?? []).filter((link) => placed.has(link.id));
    const spot = anchors.length > 0
      ? besides(node, anchors.map((link) => ({ node: /** @type {Placed} */ (placed.get(link.id)), weight: link.weight })), grid, centre)
      : outside(node, grid, centre, placed.size);
    const done = { ...node, ...spot };
    placed.set(node.id, done);
    grid.add(done);
    settled.push(done);
    waiting.delete(node.id);
  }
  relax(settled, placed, graph);
  separate(settled, placed);
  return new Map(settled.map((node) => [node.id, { x: node.x, y: node.y }]));
}

/**
 * Finishes a rough sketch: neighbours are drawn together, the others apart, and nothing overlaps.
 * @param {Placed[]} sketch moved in place
 * @param {Link[]} links
 * @param {Placed[]} [still] what stands beside it and stays
 * @returns {Map<string, Point>}
 */
export function settle(sketch, links, still = []) {
  const all = new Map([...sketch, ...still].map((node) => [node.id, node]));
  relax(sketch, all, neighbours(links));
  separate(sketch, all);
  return new Map(sketch.map((node) => [node.id, { x: node.x, y: node.y }]));
}

/** @param {Link[]} links @returns {Map<string, {id: string, weight: number}[]>} */
function neighbours(links) {
  const graph = new Map();
  const add = (/** @type {string} */ from, /** @type {string} */ to, /** @type {number} */ weight) => {
    const list = graph.get(from);
    if (list) list.push({ id: to, weight });
    else graph.set(from, [{ id: to, weight }]);
  };
  for (const { source, target, count } of links) {
    if (source === target) continue;
    const weight = 1 + Math.log2(1 + (count ?? 1));
    add(source, target, weight);
    add(target, source, weight);
  }
  return graph;
}

/**
 * The one with most links to what stands; without any, the one with most links at all.
 * @param {Map<string, Fresh>} waiting @param {Map<string, Placed>} placed
 * @param {Map<string, {id: string, weight: number}[]>} graph
 */
function nextToPlace(waiting, placed, graph) {
  /** @type {Fresh | undefined} */
  let best;
  let score = -1;
  for (const node of waiting.values()) {
    const links = graph.get(node.id) ?? [];
    const tied = links.filter((link) => placed.has(link.id)).length;
    const own = tied * 1000 + links.length;
    if (own > score) [best, score] = [node, own];
  }
  return /** @type {Fresh} */ (best);
}

/**
 * The best of the places on rings around the anchors: clear of others, near all anchors, away from the middle.
 * @param {Fresh} node @param {{node: Placed, weight: number}[]} anchors @param {Grid} grid @param {Point} centre
 */
function besides(node, anchors, grid, centre) {
  const total = anchors.reduce((sum, anchor) => sum + anchor.weight, 0);
  const heart = {
    x: anchors.reduce((sum, anchor) => sum + anchor.node.x * anchor.weight, 0) / total,
    y: anchors.reduce((sum, anchor) => sum + anchor.node.y * anchor.weight, 0) / total,
  };
  const reach = anchors.length === 1 ? anchors[0].node.r + node.r + linkLength * 0.62 : 30;
  const outward = Math.atan2(heart.y - centre.y, heart.x - centre.x);
  let best = { x: heart.x, y: heart.y };
  let least = Infinity;
  for (let ring = 0; ring < 8; ring++) {
    const radius = reach + ring * 34;
    const steps = 12 + ring * 3;
    for (let step = 0; step < steps; step++) {
      // Outward first, then alternately to both sides.
      const turn = ((step + 1) >> 1) * (step % 2 === 0 ? 1 : -1) * ((2 * Math.PI) / steps);
      const spot = { x: heart.x + radius * Math.cos(outward + turn), y: heart.y + radius * Math.sin(outward + turn) };
      let cost = 4 * grid.crowding(spot, node.r) + Math.abs(turn) * 4;
      for (const anchor of anchors) cost += 0.12 * anchor.weight * distance(spot, anchor.node);
      if (cost < least) [best, least] = [spot, cost];
    }
    if (least < 40 + reach * 0.3) break;
  }
  return best;
}

/** A free place near the others for a node that is tied to none of them. @param {Fresh} node @param {Grid} grid @param {Point} centre @param {number} count */
function outside(node, grid, centre, count) {
  if (count === 0) return { x: centre.x, y: centre.y };
  for (let i = 1; ; i++) {
    const radius = 38 * Math.sqrt(i);
    const spot = { x: centre.x + radius * Math.cos(i * golden), y: centre.y + radius * Math.sin(i * golden) };
    if (grid.crowding(spot, node.r + 40) === 0) return spot;
  }
}

/**
 * Springs to neighbours and repulsion from all, moving the new ones only. The innermost part of all, hence the plain arrays.
 * @param {Placed[]} moving @param {Map<string, Placed>} all @param {Map<string, {id: string, weight: number}[]>} graph
 */
function relax(moving, all, graph) {
  if (moving.length === 0 || all.size < 2) return;
  const loose = new Set(moving);
  // Those that move come first, so that their index is the same in both lists.
  const everything = [...moving, ...[...all.values()].filter((node) => !loose.has(node))];
  const index = new Map(everything.map((node, i) => [node.id, i]));
  const xs = Float64Array.from(everything, (node) => node.x);
  const ys = Float64Array.from(everything, (node) => node.y);
  const rs = Float64Array.from(everything, (node) => node.r);
  const links = moving.map((node) => (graph.get(node.id) ?? []).flatMap((link) => {
    const other = index.get(link.id);
    return other === undefined ? [] : [{ other, weight: link.weight }];
  }));
  const rounds = moving.length > 120 ? 60 : 90;
  for (let round = 0; round < rounds; round++) {
    const heat = 14 * (1 - round / rounds);
    for (let i = 0; i < moving.length; i++) {
      let fx = 0;
      let fy = 0;
      for (let j = 0; j < xs.length; j++) {
        const dx = xs[i] - xs[j];
        const dy = ys[i] - ys[j];
        const squared = dx * dx + dy * dy;
        if (squared > 90000 || i === j) continue;
        const apart = Math.max(Math.sqrt(squared), 1);
        const wanted = rs[i] + rs[j] + gap;
        const push = (2600 / Math.max(squared, 1) + (apart < wanted ? (wanted - apart) * 0.35 : 0)) / apart;
        fx += dx * push + (squared < 1 ? 0.5 : 0);
        fy += dy * push;
      }
      for (const { other, weight } of links[i]) {
        const dx = xs[other] - xs[i];
        const dy = ys[other] - ys[i];
        const apart = Math.max(Math.hypot(dx, dy), 1);
        const pull = (0.025 * weight * (apart - linkLength - rs[i] - rs[other])) / apart;
        fx += dx * pull;
        fy += dy * pull;
      }
      const force = Math.hypot(fx, fy);
      const step = force > heat ? heat / force : 1;
      xs[i] += fx * step;
      ys[i] += fy * step;
    }
  }
  moving.forEach((node, i) => {
    node.x = xs[i];
    node.y = ys[i];
  });
}

/** Moves new ones that still touch something to the nearest free place. @param {Placed[]} moving @param {Map<string, Placed>} all */
function separate(moving, all) {
  const grid = new Grid();
  const loose = new Set(moving);
  for (const node of all.values()) if (!loose.has(node)) grid.add(node);
  for (const node of [...moving].sort((a, b) => b.r - a.r)) {
    const from = { x: node.x, y: node.y };
    for (let i = 0; grid.crowding(node, node.r, 12) > 0; i++) {
      const radius = 7 * Math.sqrt(i + 1);
      node.x = from.x + radius * Math.cos(i * golden);
      node.y = from.y + radius * Math.sin(i * golden);
    }
    grid.add(node);
  }
}

/** @param {Placed[]} nodes */
function middle(nodes) {
  if (nodes.length === 0) return { x: 0, y: 0 };
  return {
    x: nodes.reduce((sum, node) => sum + node.x, 0) / nodes.length,
    y: nodes.reduce((sum, node) => sum + node.y, 0) / nodes.length,
  };
}

/** @param {Point} a @param {Point} b */
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

/** @type {Placed[]} */
const nothing = [];

/** Finds what is near a point without looking at everything. */
class Grid {
  /** @type {Map<number, Placed[]>} */
  #cells = new Map();
  static #size = 120;

  /** One number for a cell; the plane is wide enough. @param {number} x @param {number} y */
  static #key = (x, y) => x * 1_000_003 + y;

  /** @param {Placed} node */
  add(node) {
    const key = Grid.#key(Math.floor(node.x / Grid.#size), Math.floor(node.y / Grid.#size));
    const cell = this.#cells.get(key);
    if (cell) cell.push(node);
    else this.#cells.set(key, [node]);
  }

  /** How deep a disc at the spot, with the gap around it, reaches into others. @param {Point} spot @param {number} r @param {number} [room] */
  crowding(spot, r, room = gap) {
    let depth = 0;
    const [cx, cy] = [Math.floor(spot.x / Grid.#size), Math.floor(spot.y / Grid.#size)];
    for (let x = cx - 1; x <= cx + 1; x++)
      for (let y = cy - 1; y <= cy + 1; y++)
        for (const other of this.#cells.get(Grid.#key(x, y)) ?? nothing) {
          const reach = r + other.r + room;
          const [dx, dy] = [spot.x - other.x, spot.y - other.y];
          const squared = dx * dx + dy * dy;
          if (squared < reach * reach) depth += reach - Math.sqrt(squared);
        }
    return depth;
  }
}
