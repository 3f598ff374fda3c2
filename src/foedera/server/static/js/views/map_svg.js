// The map as SVG: land, borders and areas as lines, dots and names as they stand on the screen.

import { colour } from "./common.js";
import { AREAS } from "./map_look.js";
import { drawingOf, namesOf, round, shape, titled } from "./svg.js";

const WORLD = 512; // pixels of the world's width at zoom 0
const NEAR = 0.5; // pixels; what lies closer to the point before it is left out

/** What `map` and the overlay show; `outlines` and `areas` are features, `visible` the kinds of area that are on. */
export function mapSvg({ map, overlay, outlines, areas, visible }) {
  const { wide, high } = overlay;
  const frame = frameOf(map, wide, high);
  const path = (features, look) => shape("path", { d: features.map((feature) => stepsOf(feature.geometry, frame)).join(""), ...look });
  const ofLayer = (name) => outlines.filter((feature) => feature.properties.layer === name);
  const drawn = [
    shape("rect", { width: wide, height: high, fill: colour("sea") }),
    path(ofLayer("land"), { fill: colour("land"), "fill-rule": "evenodd", stroke: colour("coast"), "stroke-width": 0.7 }),
    path(ofLayer("border"), { fill: "none", stroke: colour("border"), "stroke-width": 0.8 }),
  ];
  for (const [kind, { colour: ink, fill, dashes }] of Object.entries(AREAS).filter(([name]) => visible.has(name))) {
    const look = { fill: colour(ink), "fill-opacity": String(fill), "fill-rule": "evenodd", stroke: colour(ink), "stroke-width": 1.6 };
    const broken = dashes[1] ? dashes.map((dash) => dash * 1.6).join(" ") : null;
    for (const area of areas.filter(({ properties }) => properties.kind === kind)) {
      drawn.push(titled(path([area], { ...look, "stroke-dasharray": broken }), area.properties.name));
    }
  }
  return drawingOf(wide, high, ...drawn, ...overlay.places.filter((place) => place.radius).flatMap(dotsOf), namesOf(overlay.labels));
}

/** Where a longitude and latitude lie on the screen, and by how much to shift what is drawn once for each world on it. */
function frameOf(map, wide, high) {
  const world = WORLD * 2 ** map.getZoom();
  const { x: middle, y: equator } = map.project([0, 0]);
  const at = ([east, north]) => [
    middle + (east / 360) * world,
    equator - (world / (2 * Math.PI)) * Math.log(Math.tan(Math.PI / 4 + (Math.min(85, Math.max(-85, north)) * Math.PI) / 360)),
  ];
  return { at, wide, high, shifts: [-2 * world, -world, 0, world, 2 * world] };
}

function stepsOf({ type, coordinates }, frame) {
  const closed = type.endsWith("Polygon");
  const lines = { LineString: [coordinates], MultiLineString: coordinates, Polygon: coordinates, MultiPolygon: coordinates.flat() }[type] ?? [];
  return lines.map((line) => stepsOfLine(line.map(frame.at), closed, frame)).join("");
}

/** A line as steps of a path, in each world where some of it may be seen. */
function stepsOfLine(points, closed, { wide, high, shifts }) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom < 0 || top > high) return "";
  const thin = points.filter(([x, y], at) => !at || at === points.length - 1 || Math.hypot(x - points[at - 1][0], y - points[at - 1][1]) > NEAR);
  return shifts
    .filter((shift) => right + shift >= 0 && left + shift <= wide)
    .map((shift) => `M${thin.map(([x, y]) => `${round(x + shift)} ${round(y)}`).join("L")}${closed ? "Z" : ""}`)
    .join("");
}

/** A place's dots, one in each world on the screen. */
function dotsOf(place) {
  const ink = colour("kind-activity");
  const paper = colour("surface");
  const actual = place.real === "actual";
  const fill = actual ? { fill: ink, "fill-opacity": "0.82", stroke: paper, "stroke-width": 1 } : { fill: paper, stroke: ink, "stroke-width": 2.2 };
  if (place.real === "possible") Object.assign(fill, { "stroke-width": 1.6, "stroke-dasharray": "1.6 2" });
  return place.spots.map(({ x, y }) => {
    const dot = shape("g", {}, shape("circle", { cx: x, cy: y, r: place.radius, ...fill }));
    if (place.real === "denied") {
      const half = place.radius * 0.6;
      dot.append(shape("path", { d: `M${x - half} ${y - half}l${2 * half} ${2 * half}m0 ${-2 * half}l${-2 * half} ${2 * half}`, fill: "none", stroke: ink, "stroke-width": 2.2 }));
    }
    if (place.knownBy === "area") {
      dot.append(shape("circle", { cx: x, cy: y, r: place.radius + 3.5, fill: "none", stroke: ink, "stroke-width": 1.2, "stroke-dasharray": "3 3" }));
    }
    if (place.shown > 2 && place.radius > 8) {
      const look = { "font-family": "sans-serif", "font-size": 11, "font-weight": 600, "text-anchor": "middle", fill: actual ? paper : ink };
      dot.append(shape("text", { x, y: y + 4.2, ...look }, String(place.shown)));
    }
    return titled(dot, `${place.name}: ${place.shown} ${place.shown === 1 ? "activity" : "activities"}`);
  });
}
