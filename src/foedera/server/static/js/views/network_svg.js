// The network as SVG: each shape and line where and as the screen shows it.

import { drawingOf, namesOf, round, shape, titled } from "./svg.js";

const TEE = 4.5; // half the bar across a denied tie, in widths of a thin line

// Corners in a box from -1 to 1, as the drawing library has them; what has none here is an ellipse or a rectangle.
const CORNERS = {
  triangle: [[0, -1], [1, 1], [-1, 1]],
  diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
  hexagon: [[-0.5, -1], [0.5, -1], [1, 0], [0.5, 1], [-0.5, 1], [-1, 0]],
  vee: [[-1, -1], [0, -1 / 3], [1, -1], [0, 1]],
  star: fitted(Array.from({ length: 10 }, (_, at) => [at % 2 ? 0.6 : 1, ((at - 2.5) * Math.PI) / 5]).map(([far, turn]) => [far * Math.cos(turn), far * Math.sin(turn)])),
};
const ROUND = { rectangle: 0, "round-rectangle": 0.25, barrel: 0.35 }; // corners, in parts of the height

function fitted(points) {
  const [low, high] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  const wide = Math.max(...points.map(([x]) => x));
  return points.map(([x, y]) => [x / wide, ((y - low) / (high - low)) * 2 - 1]);
}

/** What `network` shows, with the names that `labels` wrote. */
export function networkSvg(network, labels) {
  const [wide, high] = [network.width(), network.height()];
  const zoom = network.zoom();
  const seen = (element) => element.visible();
  const ties = network.edges().filter(seen).map((edge) => tieOf(edge, zoom));
  const nodes = network.nodes().filter(seen).map(nodeOf);
  return drawingOf(wide, high, shape("g", {}, ...ties), shape("g", {}, ...nodes), namesOf(labels));
}

function tieOf(edge, zoom) {
  const [from, to] = edge.connectedNodes().map((node) => node.renderedPosition());
  const tie = edge.data();
  const thick = parseFloat(edge.renderedStyle("width"));
  const dashes = { dashed: [6, 3], dotted: [1, 1] }[edge.style("line-style")];
  const line = shape("line", {
    x1: from.x,
    y1: from.y,
    x2: to.x,
    y2: to.y,
    stroke: edge.style("line-color"),
    "stroke-width": Math.max(0.1, thick),
    "stroke-dasharray": dashes ? dashes.map((dash) => round(dash * zoom) || 0.1).join(" ") : null,
  });
  const opacity = { opacity: String(edge.effectiveOpacity() * Number(edge.style("line-opacity"))) };
  const [one, other] = edge.connectedNodes().map((node) => node.data("name"));
  const words = `${one} – ${other}: ${tie.weight} ${tie.weight === 1 ? "claim" : "claims"}${tie.reality === "actual" ? "" : `, ${tie.reality}`}`;
  return titled(shape("g", opacity, line, ...(tie.reality === "denied" ? [barOf(from, to, edge, thick + TEE * zoom)] : [])), words);
}

/** The bar across the middle of a denied tie. */
function barOf(from, to, edge, half) {
  const long = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [aside, along] = [((from.y - to.y) / long) * half, ((to.x - from.x) / long) * half];
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  return shape("line", { x1: x - aside, y1: y - along, x2: x + aside, y2: y + along, stroke: edge.style("line-color"), "stroke-width": half / 2 });
}

function nodeOf(node) {
  const { x, y } = node.renderedPosition();
  const [half, tall] = [node.renderedWidth() / 2, node.renderedHeight() / 2];
  const look = {
    fill: node.style("background-color"),
    stroke: node.style("border-color"),
    "stroke-width": parseFloat(node.renderedStyle("border-width")),
    opacity: String(node.effectiveOpacity()),
  };
  const words = `${node.data("name")} (${node.data("kind")}): ${node.data("claims")} ${node.data("claims") === 1 ? "claim" : "claims"}`;
  return titled(formOf(node.style("shape"), x, y, half, tall, look), words);
}

function formOf(form, x, y, half, tall, look) {
  if (form in CORNERS) {
    const points = CORNERS[form].map(([right, down]) => `${round(x + right * half)},${round(y + down * tall)}`);
    return shape("polygon", { points: points.join(" "), "stroke-linejoin": "round", ...look });
  }
  if (form in ROUND) {
    return shape("rect", { x: x - half, y: y - tall, width: 2 * half, height: 2 * tall, rx: 2 * tall * ROUND[form], ...look });
  }
  return shape("ellipse", { cx: x, cy: y, rx: half, ry: tall, ...look });
}
