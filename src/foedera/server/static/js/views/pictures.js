// Pictures of drawings: SVG with all that it needs inside, and PNG. Each says what it shows, how to read it, and when it was made.

import { colour, selectionLine } from "./common.js";

const SVG = "http://www.w3.org/2000/svg";
const STYLES = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity"],
  ...["font-family", "font-size", "font-weight", "text-anchor", "paint-order"],
];
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g; // what no XML may hold
const SHARP = 2; // pixels of a picture for one of the page
const HEAD = 46;
const LINE = 20; // pixels from one line of the legend to the next

/** The drawing as a file that looks the same anywhere: computed styles are written into it, links keep their address. */
export function svgBlob(svg, title) {
  const width = svg.clientWidth || Number(svg.getAttribute("width"));
  const height = svg.clientHeight || Number(svg.getAttribute("height"));
  const { outer } = frame(title, width, height);
  const copy = flattened(svg);
  place(copy, 0, HEAD, width, height);
  outer.append(copy);
  return asBlob(outer);
}

/** A PNG of an SVG blob. */
export async function pngOfSvg(blob) {
  const image = await imageOf(blob);
  const canvas = canvasOf(image.naturalWidth, image.naturalHeight);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return blobOf(canvas);
}

/**
 * A PNG of canvases or images that lie on each other, under a title and above the legend. All have the size of the first.
 * They are copied at once: a canvas of the graphics card is empty again when its frame is over.
 */
export async function pngOfLayers(layers, title) {
  const width = layers[0].clientWidth || layers[0].naturalWidth / SHARP;
  const height = (layers[0].height / layers[0].width) * width;
  const drawing = canvasOf(width, height);
  const copyPen = drawing.getContext("2d");
  layers.forEach((layer) => copyPen.drawImage(layer, 0, 0, drawing.width, drawing.height));
  const { outer, high } = frame(title, width, height);
  const around = await imageOf(asBlob(outer));
  const canvas = canvasOf(width, high);
  const pen = canvas.getContext("2d");
  pen.drawImage(around, 0, 0, canvas.width, canvas.height);
  pen.drawImage(drawing, 0, HEAD * SHARP);
  return blobOf(canvas);
}

/** An SVG with title, selection and legend around an empty place for the drawing. */
function frame(title, width, height) {
  const outer = document.createElementNS(SVG, "svg");
  const font = { "font-family": getComputedStyle(document.body).fontFamily.replaceAll('"', "'") };
  const write = (x, y, size, ink, text, more = {}) => {
    const element = document.createElementNS(SVG, "text");
    const attributes = { x, y, "font-size": size, fill: colour(ink), ...font, ...more };
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    outer.append(element);
  };
  const ground = document.createElementNS(SVG, "rect");
  outer.append(ground);
  write(12, 20, 14, "ink", title, { "font-weight": 600 });
  write(12, 37, 11, "muted", subtitle());
  write(width - 12, 20, 11, "muted", `Foedera, ${new Date().toISOString().slice(0, 10)}`, { "text-anchor": "end" });
  const foot = legend(outer, write, width, HEAD + height + 16);
  const high = Math.ceil(foot);
  for (const [name, value] of Object.entries({ width, height: high, fill: colour("surface") })) ground.setAttribute(name, value);
  place(outer, null, null, width, high);
  outer.setAttribute("viewBox", `0 0 ${width} ${high}`);
  return { outer, high };
}

/** Writes the page's legend, in lines as wide as the picture; gives the height where it ends. */
function legend(outer, write, width, top) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  let [x, y] = [12, top];
  for (const item of document.querySelectorAll(".legend li")) {
    const sign = item.querySelector("svg");
    const text = item.textContent.trim();
    const [signWide, signHigh] = [Number(sign.getAttribute("width")), Number(sign.getAttribute("height"))];
    const wide = signWide + 6 + pen.measureText(text).width + 18;
    if (x + wide > width && x > 12) [x, y] = [12, y + LINE];
    const copy = flattened(sign);
    place(copy, x, y - signHigh / 2, signWide, signHigh);
    outer.append(copy);
    write(x + signWide + 6, y + 4, 11, "muted", text);
    x += wide;
  }
  return y + 16;
}

function place(svg, x, y, width, height) {
  const attributes = { x, y, width, height };
  for (const [name, value] of Object.entries(attributes)) if (value !== null) svg.setAttribute(name, value);
}

/** A copy whose looks stand in its own attributes. */
function flattened(svg) {
  const copy = svg.cloneNode(true);
  const from = [svg, ...svg.querySelectorAll("*")];
  const to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((element, at) => {
    const computed = getComputedStyle(element);
    for (const name of STYLES) {
      const value = computed.getPropertyValue(name);
      if (value) to[at].setAttribute(name, value.replaceAll('"', "'"));
    }
    for (const name of ["style", "class", "tabindex", "aria-hidden"]) to[at].removeAttribute(name);
    for (const name of ["href", "xlink:href"]) {
      const link = to[at].getAttribute(name);
      if (link?.startsWith("/")) to[at].setAttribute(name, new URL(link, location.href).href);
    }
  });
  return copy;
}

function subtitle() {
  const said = document.querySelector("#view-state .view-said")?.textContent.replace(/\s+/g, " ").trim() ?? "";
  return [selectionLine(), said].filter(Boolean).join(" — ");
}

function asBlob(outer) {
  outer.setAttribute("xmlns", SVG);
  outer.setAttribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
  const written = new XMLSerializer().serializeToString(outer).replace(CONTROL, "\ufffd");
  return new Blob([written], { type: "image/svg+xml" });
}

async function imageOf(blob) {
  const address = URL.createObjectURL(blob);
  const image = new Image();
  image.src = address;
  await image.decode();
  URL.revokeObjectURL(address);
  return image;
}

function canvasOf(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * SHARP);
  canvas.height = Math.round(height * SHARP);
  return canvas;
}

function blobOf(canvas) {
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
