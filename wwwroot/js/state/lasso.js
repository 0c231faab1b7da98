/**
 * Whether a point lies in a closed line (the even-odd rule).
 * @param {{x: number, y: number}[]} line
 * @param {{x: number, y: number}} point
 */
export function encloses(line, { x, y }) {
  let inside = false;
  for (let i = 0, j = line.length - 1; i < line.length; j = i++) {
    const [a, b] = [line[i], line[j]];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
