// Names on a drawing: each is written only where nothing else stands.

import { colour } from "./common.js";

const LONGEST = 42; // letters

/** A canvas above a drawing, as large and as sharp as it. It takes no clicks and says nothing to screen readers. */
export function canvasAbove(box) {
  const canvas = document.createElement("canvas");
  canvas.className = "drawing-overlay";
  canvas.setAttribute("aria-hidden", "true");
  box.append(canvas);
  return canvas;
}

/** Clears the canvas, fits it to its box, and gives a pen that counts in pixels of the page. */
export function cleanPen(canvas) {
  const scale = window.devicePixelRatio || 1;
  const { clientWidth: wide, clientHeight: high } = canvas.parentElement;
  if (canvas.width !== Math.round(wide * scale) || canvas.height !== Math.round(high * scale)) {
    canvas.width = Math.round(wide * scale);
    canvas.height = Math.round(high * scale);
  }
  const pen = canvas.getContext("2d");
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.clearRect(0, 0, wide, high);
  return { pen, wide, high };
}

export class Labels {
  /** Names written with a pen within a box; `halo` is the colour of the ground that they stand on. */
  constructor(pen, wide, high, halo) {
    Object.assign(this, { pen, wide, high, halo: colour(halo), taken: [], written: [] });
    this.family = getComputedStyle(document.body).fontFamily;
  }

  /** Keeps a box free of names. */
  keep(left, top, right, bottom) {
    this.taken.push([left, top, right, bottom]);
  }

  /** Writes a name and says whether there was room; `align` is where the point lies: "left" or "center" of the name. */
  write(name, x, y, { size = 12, style = "", ink = "ink", align = "left" } = {}) {
    if (x < -20 || y < 6 || x > this.wide || y > this.high - 6) return false;
    const { pen } = this;
    const short = name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name;
    pen.font = `${style} ${size}px ${this.family}`;
    const wide = pen.measureText(short).width;
    const left = align === "left" ? x : x - wide / 2;
    const box = [left - 3, y - size * 0.66, left + wide + 3, y + size * 0.66];
    const covers = this.taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
    if (covers || box[0] < 0 || box[2] > this.wide) return false;
    this.taken.push(box);
    pen.textAlign = "left";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.lineWidth = 3.5;
    pen.strokeStyle = this.halo;
    pen.strokeText(short, left, y);
    pen.fillStyle = colour(ink);
    pen.fillText(short, left, y);
    this.written.push({ text: short, x: left, y, size, style, ink: colour(ink) });
    return true;
  }
}
