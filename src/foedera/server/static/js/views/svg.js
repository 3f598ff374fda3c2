// Drawings as SVG, written from what is on the screen: shapes at their places, and the names that found room.

const SVG = "http://www.w3.org/2000/svg";

/** A new element of SVG: `shape("circle", {r: 3}, child)`. Text is text, whatever it holds. */
export function shape(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, typeof value === "number" ? round(value) : value);
  }
  element.append(...children);
  return element;
}

/** An SVG of this size in pixels. */
export function drawingOf(wide, high, ...children) {
  return shape("svg", { width: wide, height: high, viewBox: `0 0 ${wide} ${high}` }, ...children);
}

/** What a shape is called when one points at it, and for those who hear the drawing. */
export function titled(element, words) {
  element.prepend(shape("title", {}, words));
  return element;
}

/** The names that labels wrote, each with its halo. */
export function namesOf({ written, family, halo }) {
  const names = written.map(({ text, x, y, size, style, ink }) =>
    shape(
      "text",
      { x, y: y + size * 0.35, "font-size": size, fill: ink, "font-weight": style === "600" ? 600 : null, "font-style": style === "italic" ? style : null },
      text,
    ),
  );
  const look = { "font-family": family.replaceAll('"', "'"), stroke: halo, "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke" };
  return shape("g", look, ...names);
}

/** A number with as many digits as a screen can show. */
export function round(number) {
  return Math.round(number * 10) / 10;
}
