// The network: entities as shapes by what they are, ties as thick as there are claims and drawn by how real they are.

import { claimItem, colour, drawSelection, make, offerPictures, printStill } from "./common.js";
import { Labels, canvasAbove, cleanPen } from "./labels.js";
import { settle } from "./network_layout.js";
import { elements, look } from "./network_look.js";
import { networkSvg } from "./network_svg.js";
import { pngOfLayers, svgBlob } from "./pictures.js";

let drawn = null;
let names = null;
let labels = null;
let wide = 0;

const panel = document.getElementById("drawing-panel");
const tools = document.querySelector("[data-network-tools]");

function draw(data, figure) {
  drawn?.destroy();
  drawn = null;
  panel.hidden = true;
  tools.hidden = !data.nodes.length;
  if (!data.nodes.length) {
    figure.replaceChildren(make("p", { class: "empty" }, "Nothing in this selection ties two entities. Loosen the filters, or look at the table."));
    return;
  }
  settle(data.nodes, data.ties, figure.clientWidth / figure.clientHeight);
  const box = make("div", { class: "network-box" });
  figure.replaceChildren(box, zoomButtons());
  drawn = cytoscape({
    container: box,
    elements: elements(data),
    style: look(),
    layout: { name: "preset", padding: 30 },
    minZoom: 0.08,
    maxZoom: 4,
    autounselectify: true,
    userZoomingEnabled: false, // a wheel over the drawing scrolls the page until one clicks into it
    pixelRatio: "auto",
    textureOnViewport: data.nodes.length > 200,
    hideEdgesOnViewport: data.ties.length > 1500,
  });
  drawn.on("tap", "node", (event) => openNode(event.target));
  drawn.on("tap", "edge", (event) => openTie(event.target));
  drawn.on("tap", (event) => {
    drawn.userZoomingEnabled(true);
    if (event.target === drawn) close();
  });
  box.addEventListener("pointerleave", () => drawn?.userZoomingEnabled(false));
  document.getElementById("network-names").replaceChildren(...data.nodes.map((node) => make("option", { value: node.name })));
  names = canvasAbove(box);
  drawn.on("render", writeNames);
  leastTies();
}

/** Names where there is room for them: what is pointed out first, then the most tied. */
function writeNames() {
  const { pen, wide, high } = cleanPen(names);
  labels = new Labels(pen, wide, high, "surface");
  const here = drawn.nodes(".is-here");
  const some = here.length > 0;
  for (const node of [...here, ...drawn.nodes().difference(here)]) {
    if (node.hasClass("is-out") || (some && !node.hasClass("is-here"))) continue;
    const { x, y } = node.renderedPosition();
    const half = node.renderedHeight() / 2;
    const size = Math.max(10, Math.min(15, 8 + half / 2));
    labels.write(node.data("name"), x, y + half + size * 0.8, { size, align: "center", style: half > 9 ? "600" : "" });
  }
}

function zoomButtons() {
  const zoom = (factor) => () =>
    drawn.zoom({ level: drawn.zoom() * factor, renderedPosition: { x: drawn.width() / 2, y: drawn.height() / 2 } });
  const button = (label, text, act) => {
    const made = make("button", { type: "button", class: "button button--small", "aria-label": label }, text);
    made.addEventListener("click", act);
    return made;
  };
  return make("div", { class: "network-zoom no-print" }, button("Zoom in", "+", zoom(1.4)), button("Zoom out", "−", zoom(1 / 1.4)));
}

/** Points out some of the network; `chosen` is what was asked for. */
function highlight(some, chosen) {
  drawn.elements().addClass("is-far").removeClass("is-here is-chosen");
  some.removeClass("is-far").addClass("is-here");
  chosen.addClass("is-chosen");
}

function close() {
  panel.hidden = true;
  drawn?.elements().removeClass("is-far is-here is-chosen");
}

function openPanel(...content) {
  const shut = make("button", { type: "button", class: "button button--quiet drawing-close", "aria-label": "Close" }, "×");
  shut.addEventListener("click", close);
  panel.replaceChildren(shut, ...content);
  panel.hidden = false;
}

function openNode(node) {
  highlight(node.closedNeighborhood(), node);
  const ties = node.connectedEdges().sort((one, other) => other.data("weight") - one.data("weight"));
  const list = make("ul", { class: "plain-list tie-list" });
  ties.forEach((edge) => {
    const other = edge.connectedNodes().difference(node)[0];
    const show = make("button", { type: "button", class: "link-button" }, other.data("name"));
    show.addEventListener("click", () => openTie(edge));
    list.append(make("li", {}, show, ` ${count(edge.data("weight"))}${edge.data("reality") === "actual" ? "" : `, ${edge.data("reality")}`}`));
  });
  const only = new URLSearchParams(location.search);
  only.append("entity", node.id());
  openPanel(
    make("h2", {}, make("a", { href: node.data("link") }, node.data("name"))),
    make("p", { class: "muted small" }, `${node.data("kind")}; ${count(node.data("claims"))} tie it to others. `, make("a", { href: `/table?${only}` }, "These claims as a table")),
    list,
  );
}

function openTie(edge) {
  const tie = edge.data();
  const [one, other] = [drawn.getElementById(tie.one), drawn.getElementById(tie.other)];
  highlight(edge.union(edge.connectedNodes()), edge);
  const parts = ["planned", "possible", "denied"].filter((name) => tie[name]).map((name) => `${tie[name]} ${name}`);
  const both = new URLSearchParams(location.search);
  both.append("entity", tie.one);
  both.append("entity", tie.other);
  openPanel(
    make("h2", {}, `${one.data("name")} – ${other.data("name")}`),
    make(
      "p",
      { class: "muted small" },
      [count(tie.weight), ...parts].join(", ") + (tie.weight > tie.claims.length ? `; the newest ${tie.claims.length}: ` : ". "),
      make("a", { href: `/table?${both}` }, "All as a table"),
    ),
    ...tie.claims.map((claim) => claimItem(claim)),
  );
}

function count(number) {
  return `${number.toLocaleString("en")} ${number === 1 ? "claim" : "claims"}`;
}

function leastTies() {
  const least = Number(tools.querySelector("[data-least]").value) || 1;
  drawn?.batch(() => {
    drawn.edges().forEach((edge) => edge.toggleClass("is-out", edge.data("weight") < least));
    drawn.nodes().forEach((node) => node.toggleClass("is-out", node.connectedEdges().every((edge) => edge.hasClass("is-out"))));
  });
}

tools.querySelector("[data-least]").addEventListener("input", leastTies);
tools.querySelector("[data-fit]").addEventListener("click", () => {
  close();
  drawn?.fit(undefined, 30);
});
tools.querySelector("[data-find]").addEventListener("change", (event) => {
  const wanted = event.target.value.trim().toLowerCase();
  const found = wanted && drawn?.nodes().filter((node) => node.data("name").toLowerCase().includes(wanted));
  if (!found?.length) return;
  const node = found.filter((each) => each.data("name").toLowerCase() === wanted)[0] ?? found[0];
  drawn.animate({ center: { eles: node }, zoom: Math.max(drawn.zoom(), 1.2), duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 250 });
  openNode(node);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) close();
});
document.addEventListener("foedera:window", ({ detail }) => {
  drawn?.batch(() =>
    drawn.edges().forEach((edge) => {
      const { start, end } = edge.data();
      const within = (!start || Date.parse(start) <= detail.to) && (!end || Date.parse(end) >= detail.from);
      edge.toggleClass("is-far", !within);
    }),
  );
});

const { redraw } = drawSelection(draw);
new ResizeObserver(([entry]) => {
  const now = Math.round(entry.contentRect.width);
  if (wide && now !== wide) redraw();
  wide = now;
}).observe(document.getElementById("drawing"));

async function png() {
  const image = new Image();
  image.src = drawn.png({ output: "base64uri", full: false, scale: 2, bg: colour("surface") });
  await image.decode();
  return pngOfLayers([image, names], "Network");
}
offerPictures("network", { svg: () => svgBlob(networkSvg(drawn, labels), "Network"), png });
printStill(document.getElementById("drawing"), () => [...document.querySelectorAll("#drawing canvas")]);
