// Pictures of drawings: SVG with all that it needs inside, and PNG from an SVG or from canvases.

import { colour, selectionLine } from "./common.js";

const STYLES = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity"],
  ...["font-family", "font-size", "font-weight", "text-anchor", "paint-order"],
];
const SHARP = 2; // pixels of a picture for one of the page
const HEAD = 44;

/** The drawing as a file that looks the same anywhere: computed styles are written into it, links keep their address. */
export function svgBlob(svg, title) {
  const copy = svg.cloneNode(true);
  const from = [svg, ...svg.querySelectorAll("*")];
  const to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((element, at) => {
    if (element.closest("defs")) return;
    const computed = getComputedStyle(element);
    for (const name of STYLES) {
      const value = computed.getPropertyValue(name);
      if (value) to[at].setAttribute(name, value.replaceAll('"', "'"));
    }
    to[at].removeAttribute("style");
    to[at].removeAttribute("class");
    to[at].removeAttribute("tabindex");
    for (const name of ["href", "xlink:href"]) {
      const link = to[at].getAttribute(name);
      if (link?.startsWith("/")) to[at].setAttribute(name, new URL(link, location.href).href);
    }
  });
  const width = svg.clientWidth || Number(svg.getAttribute("width"));
  const height = svg.clientHeight || Number(svg.getAttribute("height"));
  const outer = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  outer.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  outer.setAttribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
  outer.setAttribute("width", width);
  outer.setAttribute("height", height + HEAD);
  outer.setAttribute("viewBox", `0 0 ${width} ${height + HEAD}`);
  const add = (name, attributes, text) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text) element.textContent = text;
    outer.append(element);
  };
  const font = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
  add("rect", { width, height: height + HEAD, fill: colour("surface") });
  add("text", { x: 12, y: 20, "font-family": font, "font-size": 14, "font-weight": 600, fill: colour("ink") }, title);
  add("text", { x: 12, y: 37, "font-family": font, "font-size": 11, fill: colour("muted") }, subtitle());
  copy.setAttribute("x", 0);
  copy.setAttribute("y", HEAD);
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  outer.append(copy);
  return new Blob([new XMLSerializer().serializeToString(outer)], { type: "image/svg+xml" });
}

/** A PNG of an SVG blob. */
export async function pngOfSvg(blob) {
  const address = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SHARP;
    canvas.height = image.naturalHeight * SHARP;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await blobOf(canvas);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A PNG of canvases or images that lie on each other, under a title. All have the size of the first. */
export function pngOfLayers(layers, title, scale = window.devicePixelRatio || 1) {
  const { width, height } = layers[0];
  const head = HEAD * scale;
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height + head;
  const pen = canvas.getContext("2d");
  pen.fillStyle = colour("surface");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const font = getComputedStyle(document.body).fontFamily;
  pen.fillStyle = colour("ink");
  pen.font = `600 ${14 * scale}px ${font}`;
  pen.fillText(title, 12 * scale, 20 * scale);
  pen.fillStyle = colour("muted");
  pen.font = `${11 * scale}px ${font}`;
  pen.fillText(subtitle(), 12 * scale, 37 * scale);
  layers.forEach((layer) => pen.drawImage(layer, 0, head, width, height));
  return blobOf(canvas);
}

function subtitle() {
  const said = document.querySelector("#view-state .view-said")?.textContent.replace(/\s+/g, " ").trim() ?? "";
  return [selectionLine(), said].filter(Boolean).join(" — ");
}

function blobOf(canvas) {
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
