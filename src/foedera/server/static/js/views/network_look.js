// How a network looks: shapes and colours by what an entity is, lines by how real a tie is.

import { colour } from "./common.js";

const SHAPES = {
  state: "ellipse",
  bloc: "ellipse",
  institution: "hexagon",
  agency: "hexagon",
  force: "triangle",
  unit: "triangle",
  vessel: "triangle",
  operation: "triangle",
  company: "rectangle",
  centre: "rectangle",
  person: "diamond",
  instrument: "round-rectangle",
  programme: "round-rectangle",
  event: "star",
  place: "vee",
  equipment: "barrel",
};
const COLOURS = {
  state: "kind-instrument_event",
  bloc: "kind-instrument_event",
  institution: "kind-remark",
  agency: "kind-remark",
  force: "kind-activity",
  unit: "kind-activity",
  vessel: "kind-activity",
  operation: "kind-activity",
  company: "kind-capability",
  centre: "kind-capability",
  person: "kind-assessment",
  instrument: "kind-commitment",
  programme: "kind-participation",
  event: "kind-affiliation",
  equipment: "kind-dependency",
};
const LINES = { actual: "solid", planned: "dashed", possible: "dotted", denied: "dashed" };

/** The style sheet of the drawing, in the colours of the page. */
export function look() {
  const ink = colour("ink");
  return [
    {
      selector: "node",
      style: {
        shape: (node) => SHAPES[node.data("kind")] ?? "ellipse",
        "background-color": (node) => colour(COLOURS[node.data("kind")] ?? "kind-measure"),
        "border-width": (node) => (node.data("kind") === "bloc" ? 4 : 1),
        "border-color": (node) => colour(node.data("kind") === "bloc" ? "kind-remark" : "surface"),
        width: "data(size)",
        height: "data(size)",
      },
    },
    {
      selector: "edge",
      style: {
        width: "data(thick)",
        "line-color": (edge) => colour(edge.data("reality") === "denied" ? "bad" : "line-strong"),
        "line-style": (edge) => LINES[edge.data("reality")],
        "line-opacity": 0.55,
        "curve-style": "haystack",
        "haystack-radius": 0,
      },
    },
    { selector: "edge[reality = 'denied']", style: { "curve-style": "straight", "mid-target-arrow-shape": "tee", "mid-target-arrow-color": colour("bad"), "arrow-scale": 1.4 } },
    { selector: ".is-far", style: { opacity: 0.12 } },
    { selector: "node.is-here", style: { "z-index": 10 } },
    { selector: "node.is-chosen", style: { "border-width": 4, "border-color": ink } },
    { selector: "edge.is-here", style: { "line-opacity": 1, "line-color": colour("accent"), "z-index": 9 } },
    { selector: ".is-out", style: { display: "none" } },
  ];
}

/** Entities and ties as the drawing library takes them: as large and as thick as they have claims. */
export function elements(data) {
  const most = Math.max(1, ...data.nodes.map((node) => node.claims));
  const nodes = data.nodes.map((node) => ({
    group: "nodes",
    data: { ...node, size: 14 + 40 * Math.sqrt(node.claims / most) },
    position: node.position,
  }));
  const edges = data.ties.map((tie, at) => ({
    group: "edges",
    data: { ...tie, id: `tie-${at}`, source: tie.one, target: tie.other, thick: 1 + 1.6 * Math.log2(tie.weight) },
  }));
  return [...nodes, ...edges];
}
