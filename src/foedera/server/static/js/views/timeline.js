// The timeline: a day is a dot, a month or year within which something happened a soft bar, an interval a full bar.
// Planned is hollow, possible hollow with a broken line, denied crossed out.

import { cardOf, claimItem, colour, drawSelection, make, offerPictures } from "./common.js";
import { pngOfSvg, svgBlob } from "./pictures.js";
import { MARGIN, domainOf, lay } from "./timeline_layout.js";

const DOTTED = "1.5 2.5";

let window_ = null; // the time that a slider shows while it is moved

function draw(data, figure) {
  if (!data.marks.length) {
    figure.replaceChildren(make("p", { class: "empty" }, "Nothing in this selection gives a time. Loosen the filters, or look at the table."));
    return;
  }
  const width = figure.clientWidth;
  const dated = data.marks.map((mark) => ({
    begin: mark.start ? Date.parse(mark.start) : null,
    finish: mark.end ? Date.parse(mark.end) : null,
  }));
  const domain = domainOf(dated);
  const scale = d3.scaleUtc(domain, [MARGIN.left, width - MARGIN.right]);
  const laid = lay(data, scale);
  const svg = plot(laid, domain, width);
  // Plot writes a style sheet of its own into the drawing, which the page's policy forbids; views.css has its rules.
  svg.querySelectorAll("style").forEach((style) => style.remove());
  svg.classList.add("timeline-svg");
  // The card and the table speak for the drawing; Plot's names of groups ("rule", "dot") would only be in the way.
  svg.setAttribute("aria-hidden", "true");
  svg.querySelectorAll("[aria-label]").forEach((group) => group.removeAttribute("aria-label"));
  figure.replaceChildren(svg);
  enliven(svg, laid.marks, figure);
  note(laid.marks, domain, figure);
  if (window_) shade(svg);
}

function plot(laid, domain, width) {
  const ink = (mark) => colour(`kind-${mark.kind}`);
  const paper = colour("surface");
  const denied = (mark) => mark.polarity === "denied";
  const as = (modality) => (mark) => mark.modality === modality;
  const day = laid.marks.filter((mark) => mark.extent === "day" && !denied(mark));
  const spans = laid.marks.filter((mark) => mark.extent !== "day");
  const within = spans.filter((mark) => mark.extent === "within" && !denied(mark));
  const during = spans.filter((mark) => mark.extent === "during" && !denied(mark));
  const { dot, step } = laid.size;
  const half = step / 2 - 2.2;
  const bar = (mark) => ({ y1: mark.y - half, y2: mark.y + half });
  const least = (mark) => Math.max(mark.x2, mark.x1 + ((domain[1] - domain[0]) * 2 * dot) / width);
  const box = (marks, options) =>
    Plot.rect(marks, { x1: "x1", x2: least, y1: (mark) => bar(mark).y1, y2: (mark) => bar(mark).y2, href: "link", ...options });
  const outline = { fill: paper, fillOpacity: 1, stroke: ink, strokeWidth: 1.8 };
  const dots = (marks, options) => Plot.dot(marks, { x: "x1", y: "y", r: dot, href: "link", ...options });
  const onward = laid.marks.filter((mark) => mark.after && mark.extent !== "day" && mark.begin <= domain[1]);
  const backward = laid.marks.filter((mark) => mark.before && mark.extent !== "day");
  return Plot.plot({
    width,
    height: laid.height,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: { type: "utc", domain, grid: false, label: null },
    y: { type: "identity", axis: null },
    style: { fontFamily: "inherit", fontSize: "12px", color: colour("ink"), background: "transparent", overflow: "hidden" },
    marks: [
      Plot.axisX({ anchor: "bottom", label: null, tickSize: 4, ticks: Math.max(3, Math.round(width / 90)) }),
      Plot.axisX({ anchor: "top", label: null, tickSize: 4, ticks: Math.max(3, Math.round(width / 90)) }),
      Plot.gridX({ stroke: colour("line"), strokeOpacity: 1, ticks: Math.max(3, Math.round(width / 90)) }),
      Plot.ruleY(laid.rows, { y: "top", stroke: colour("line-strong"), strokeOpacity: 0.6 }),
      Plot.text(laid.rows, {
        className: "row-names",
        x: domain[0],
        y: (row) => row.top + 14,
        dx: 2,
        text: (row) => `${row.name} (${row.marks.length.toLocaleString("en")})`,
        textAnchor: "start",
        fontWeight: 600,
        fill: colour("ink"),
        stroke: paper,
        strokeWidth: 4,
      }),
      box(within.filter(as("actual")), { className: "m-within", fill: ink, fillOpacity: 0.22, stroke: ink, strokeWidth: 1, rx: half, ry: half }),
      box(within.filter(as("planned")), { className: "m-within-planned", ...outline, rx: half, ry: half }),
      box(within.filter(as("possible")), { className: "m-within-possible", ...outline, strokeDasharray: DOTTED, rx: half, ry: half }),
      Plot.link(within.filter((mark) => mark.wide > 24), { x1: "x1", x2: least, y1: "y", y2: "y", stroke: ink, strokeWidth: 1.4, strokeDasharray: "3 3", className: "m-middle", pointerEvents: "none" }),
      box(during.filter(as("actual")), { className: "m-during", fill: ink, fillOpacity: 0.85 }),
      box(during.filter(as("planned")), { className: "m-during-planned", ...outline }),
      box(during.filter(as("possible")), { className: "m-during-possible", ...outline, strokeDasharray: DOTTED }),
      box(spans.filter(denied), { className: "m-span-denied", ...outline, strokeWidth: 1 }),
      Plot.dot(onward, { x: domain[1], y: "y", r: dot, symbol: "triangle2", rotate: 90, dx: 7, fill: ink, className: "m-on", pointerEvents: "none" }),
      Plot.dot(backward, { x: domain[0], y: "y", r: dot, symbol: "triangle2", rotate: -90, dx: -4, fill: ink, className: "m-back", pointerEvents: "none" }),
      dots(day.filter(as("actual")), { className: "m-day", fill: ink, stroke: paper, strokeWidth: 0.6 }),
      dots(day.filter(as("planned")), { className: "m-day-planned", ...outline, r: dot - 0.6 }),
      dots(day.filter(as("possible")), { className: "m-day-possible", ...outline, r: dot - 0.6, strokeDasharray: DOTTED }),
      Plot.dot(laid.marks.filter(denied), {
        className: "m-denied",
        x: (mark) => (mark.extent === "day" ? mark.x1 : (mark.x1 + least(mark)) / 2),
        y: "y",
        r: dot + 1,
        symbol: "times",
        stroke: ink,
        strokeWidth: 2.4,
        href: "link",
      }),
    ],
  });
}

/** Links each shape to its mark: a card on pointing, arrows to walk, the sentence on Enter or click. */
function enliven(svg, marks, figure) {
  const card = cardOf(figure);
  const byLink = new Map(marks.map((mark) => [mark.link, mark]));
  const order = [...marks].sort((one, other) => one.y - other.y || one.x1 - other.x1);
  let at = -1;
  let touched = false;

  const shapes = [...svg.querySelectorAll("a")];
  const shapeOf = new Map();
  for (const shape of shapes) {
    const mark = byLink.get(shape.getAttribute("href") ?? shape.getAttributeNS("http://www.w3.org/1999/xlink", "href"));
    shape.setAttribute("tabindex", "-1");
    if (!mark) continue;
    shape.dataset.begin = mark.x1;
    shape.dataset.finish = mark.x2;
    if (!shapeOf.has(mark)) shapeOf.set(mark, shape);
    shape.addEventListener("pointerenter", () => point(mark));
    shape.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "touch") return; // the finger is gone, the card stays to be read
      card.hide();
      shape.classList.remove("is-here");
    });
    shape.addEventListener("pointerdown", (event) => (touched = event.pointerType === "touch"));
    shape.addEventListener("click", (event) => {
      // A finger cannot point without tapping: the first tap shows the card, whose link leads on.
      if (!touched) return;
      event.preventDefault();
      card.element.classList.add("drawing-card--stays");
      point(mark);
    });
  }

  function point(mark) {
    svg.querySelectorAll(".is-here").forEach((shape) => shape.classList.remove("is-here"));
    const shape = shapeOf.get(mark);
    shape?.classList.add("is-here");
    const box = shape?.getBoundingClientRect();
    const frame = figure.getBoundingClientRect();
    if (!box) return;
    const x = Math.min(Math.max(box.left, frame.left), frame.right) - frame.left + figure.scrollLeft;
    card.show(claimItem(mark), x, box.top - frame.top + figure.scrollTop);
  }

  figure.onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      at = (at + step + order.length) % order.length;
      shapeOf.get(order[at])?.scrollIntoView({ block: "nearest", inline: "nearest" });
      point(order[at]);
    } else if (event.key === "Enter" && at >= 0) {
      location.assign(order[at].link);
    } else if (event.key === "Escape") {
      card.hide();
    }
  };
}

/** Says which marks lie beyond the drawn time, since an arrow alone does not tell how far. */
function note(marks, domain, figure) {
  const earlier = marks.filter((mark) => mark.begin !== null && mark.begin < domain[0]).length;
  const later = marks.filter((mark) => mark.begin !== null && mark.begin > domain[1]).length;
  const room = (domain[1] - domain[0]) * 0.02; // the drawing begins a little earlier than its first year
  const year = (moment) => new Date(moment).getUTCFullYear();
  const said = [
    earlier ? `${earlier} began before ${year(domain[0] + room)}` : null,
    later ? `${later} begin after ${year(domain[1] - room)}` : null,
  ].filter(Boolean);
  if (said.length) figure.append(make("figcaption", { class: "small muted" }, `Not drawn to scale: ${said.join(", ")}. They stand at the edge.`));
}

function shade(svg) {
  for (const shape of svg.querySelectorAll("a")) {
    const outside = Number(shape.dataset.finish) < window_.from || Number(shape.dataset.begin) > window_.to;
    shape.classList.toggle("is-out", outside);
  }
}

const { redraw } = drawSelection((data, figure) => {
  window_ = null;
  draw(data, figure);
});

document.addEventListener("foedera:window", (event) => {
  window_ = event.detail;
  const svg = document.querySelector("#drawing svg");
  if (svg) shade(svg);
});

let wide = 0;
new ResizeObserver(([entry]) => {
  const now = Math.round(entry.contentRect.width);
  if (wide && now !== wide) redraw();
  wide = now;
}).observe(document.getElementById("drawing"));

const svgPicture = () => svgBlob(document.querySelector("#drawing svg"), "Timeline");
offerPictures("timeline", { svg: svgPicture, png: () => pngOfSvg(svgPicture()) });
