/** @import { SceneNode } from "../state/scene.js" */

/** Half the drawn size of a node in model units: the area grows with what is said of it. @param {SceneNode} node */
export function radius(node) {
  if (node.type === "Article") return 9;
  return Math.min(6.5 + 2.7 * Math.sqrt(node.weight), 32);
}

/** The width of an edge in model units. @param {number} count */
export const edgeWidth = (count) => Math.min(0.6 + Math.sqrt(count) * 0.75, 6);

/** How strongly an edge is drawn among so many, in few steps: a crowd of them must not bury the nodes. @param {number} many */
export const edgeOpacity = (many) => (many > 900 ? 0.3 : many > 400 ? 0.42 : many > 180 ? 0.58 : 0.75);

/** The colours of the page's theme as they are now. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  const read = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {
    Person: read("--person"), Organisation: read("--organisation"), Place: read("--place"), Article: read("--article"),
    edge: read("--edge"), edgeFaint: read("--edge-faint"), accent: read("--accent"), good: read("--good"), bad: read("--bad"), ground: read("--ground"),
    text: read("--text"), muted: read("--text-muted"), groups: Array.from({ length: 8 }, (_, index) => read(`--group-${index + 1}`)),
  };
}

/**
 * Shape and colour by type, so that neither is needed alone.
 * @param {ReturnType<typeof palette>} colours
 * @returns {any[]}
 */
export function stylesheet(colours) {
  const node = (/** @type {"Person" | "Organisation" | "Place" | "Article"} */ type, /** @type {object} */ more) => ({
    selector: `node[type = "${type}"]`,
    style: { "background-color": colours[type], ...more },
  });
  return [
    {
      selector: "node",
      style: {
        width: "data(size)", height: "data(size)", "border-width": 1.5, "border-color": colours.ground, "border-opacity": 1,
        "overlay-opacity": 0, "z-index": "data(z)", "transition-property": "opacity", "transition-duration": 0,
      },
    },
    node("Person", { shape: "ellipse" }),
    node("Organisation", { shape: "round-rectangle", "corner-radius": 4 }),
    node("Place", { shape: "round-diamond", "corner-radius": 3, width: "data(wide)", height: "data(wide)" }),
    node("Article", { shape: "polygon", "shape-polygon-points": [-1, -1, 0.3, -1, 1, -0.45, 1, 1, -1, 1], width: 14, height: 18 }),
    {
      selector: "edge",
      style: {
        width: "data(width)", "line-color": colours.edge, "curve-style": "bezier", "control-point-step-size": 26,
        "overlay-opacity": 0, "overlay-padding": 5, "line-cap": "butt", "z-index": "data(z)",
      },
    },
    {
      selector: 'edge[kind = "Mentioned"]',
      style: { "target-arrow-shape": "triangle", "target-arrow-color": colours.edge, "arrow-scale": "data(arrow)", opacity: "data(opacity)" },
    },
    {
      selector: 'edge[kind = "AppearsWith"]',
      style: { "line-style": "dotted", "line-color": colours.edgeFaint, width: 1.4, "curve-style": "straight" },
    },
    {
      selector: 'edge[kind = "Said"]',
      style: {
        "target-arrow-shape": "vee", "target-arrow-color": colours.Article, "line-color": colours.Article, width: 1.4, "arrow-scale": 0.8,
      },
    },
    { selector: 'edge[kind = "AppearsIn"]', style: { "line-style": "dashed", "line-dash-pattern": [5, 4], "line-color": colours.Article, width: 1 } },
    ...colours.groups.map((colour, group) => ({ selector: `node[group = ${group}]`, style: { "background-color": colour } })),
    { selector: "node.dim", style: { opacity: 0.16 } },
    { selector: "edge.dim", style: { opacity: 0.07 } },
    { selector: "edge.near", style: { opacity: 1, "line-color": colours.muted, "target-arrow-color": colours.muted } },
    { selector: "node.new", style: { "border-color": colours.accent, "border-width": 2, "border-style": "double" } },
    { selector: "node.hover, node.cursor", style: { "border-color": colours.text, "border-width": 2.5 } },
    { selector: "edge.hover", style: { "line-color": colours.text, "target-arrow-color": colours.text, opacity: 1 } },
    { selector: "node.chosen", style: { "border-color": colours.accent, "border-width": 3, "border-style": "dashed", opacity: 1 } },
    { selector: "node.end", style: { "border-color": colours.accent, "border-width": 3 } },
    {
      selector: "node.selected",
      style: {
        "border-color": colours.accent, "border-width": 3.5, "underlay-color": colours.accent, "underlay-opacity": 0.16,
        "underlay-padding": 7, "underlay-shape": "ellipse",
      },
    },
    { selector: "edge.way", style: { "line-color": colours.accent, "target-arrow-color": colours.accent, opacity: 1, "z-index": 800 } },
    ...Object.entries({ new: [colours.good, "solid"], gone: [colours.bad, "dashed"], stronger: [colours.accent, "solid"], weaker: [colours.muted, "dotted"] }).map(([change, [colour, line]]) => ({
      selector: `edge[change = "${change}"]`, style: { "line-color": colour, "target-arrow-color": colour, "line-style": line },
    })),
    { selector: "edge.selected", style: { "line-color": colours.accent, "target-arrow-color": colours.accent, opacity: 1, "z-index": 900 } },
  ];
}
