// What lies above the map: places as dots, names of places, areas and countries.

import { colour } from "./common.js";
import { Labels, canvasAbove, cleanPen } from "./labels.js";

const NEAR = 6; // pixels by which a pointer may miss a dot
const ZOOM_OF_RANK = [0.4, 2.2, 3.4, 4.6]; // from which zoom countries of a rank are named
const NAMED = 120; // places that are named at most
const WORLD = 512; // pixels of the world's width at zoom 0

export class Overlay {
  /** A canvas above the map that is drawn with each of its frames; `visible` gives the kinds of area that are on. */
  constructor(map, box, visible) {
    this.map = map;
    this.visible = visible;
    this.canvas = canvasAbove(box);
    this.places = [];
    this.areas = [];
    this.names = [];
    this.window = null;
    this.here = null;
    map.on("render", () => this.draw());
  }

  show(places, areas) {
    this.window = null;
    this.places = places;
    this.areas = areas.map((area) => ({ ...area.properties, at: middleOf(area.geometry) }));
    this.draw();
  }

  name(features) {
    this.names = features.map(({ geometry, properties }) => ({ at: geometry.coordinates, ...properties }));
    this.draw();
  }

  within(window) {
    this.window = window;
    this.draw();
  }

  point(place) {
    if (place === this.here) return;
    this.here = place;
    this.draw();
  }

  /** The place whose dot lies under a point of the map; the one drawn last, where several do. */
  placeAt({ x, y }) {
    const isUnder = (place) => place.radius && place.spots.some((spot) => Math.hypot(spot.x - x, spot.y - y) <= place.radius + NEAR);
    return this.places.filter(isUnder).at(-1) ?? null;
  }

  draw() {
    const { pen, wide, high } = cleanPen(this.canvas);
    Object.assign(this, { pen, wide, high, labels: new Labels(pen, wide, high, "land") });
    this.place();
    this.dots();
    this.write();
  }

  /** Where a spot of the globe lies on the screen: more than once, where the world is drawn more than once. */
  spots(at) {
    const { x, y } = this.map.project(at);
    const world = WORLD * 2 ** this.map.getZoom();
    return [x - world, x, x + world].filter((each) => each > -60 && each < this.wide + 60 && y > -60 && y < this.high + 60).map((each) => ({ x: each, y }));
  }

  /** Where each dot lies now, and how large it is; 0 for one that lies outside the time of the slider. */
  place() {
    const zoom = Math.min(1.35, Math.max(0.8, this.map.getZoom() / 4));
    for (const place of this.places) {
      place.spots = this.spots(place.at);
      place.shown = this.window ? place.activities.filter((activity) => this.isWithin(activity)).length : place.activities.length;
      const least = place.real === "actual" ? 3.8 : 4.6; // what is hollow needs room for its hollow
      place.radius = place.shown ? zoom * Math.min(26, least + 2 * Math.sqrt(place.shown)) : 0;
    }
  }

  isWithin({ start, end }) {
    if (!start && !end) return false;
    return (!start || Date.parse(start) <= this.window.to) && (!end || Date.parse(end) >= this.window.from);
  }

  dots() {
    const ink = colour("kind-activity");
    const paper = colour("surface");
    for (const place of this.places.filter((each) => each.radius)) {
      for (const { x, y } of place.spots) {
        this.dot(place, x, y, ink, paper);
        this.labels.keep(x - place.radius, y - place.radius, x + place.radius, y + place.radius);
      }
    }
  }

  dot(place, x, y, ink, paper) {
    const { pen } = this;
    const actual = place.real === "actual";
    pen.setLineDash(place.real === "possible" ? [1.6, 2] : []);
    circle(pen, x, y, place.radius);
    pen.globalAlpha = actual ? 0.82 : 1;
    pen.fillStyle = actual ? ink : paper;
    pen.fill();
    pen.globalAlpha = 1;
    pen.lineWidth = place === this.here ? 3 : actual ? 1 : place.real === "possible" ? 1.6 : 2.2;
    pen.strokeStyle = place === this.here ? colour("ink") : actual ? paper : ink;
    pen.stroke();
    pen.setLineDash([]);
    if (place.real === "denied") cross(pen, x, y, place.radius * 0.6, ink);
    if (place.knownBy === "area") {
      // A broken ring: the dot stands for somewhere in an area, not for a spot.
      pen.setLineDash([3, 3]);
      pen.lineWidth = 1.2;
      pen.strokeStyle = ink;
      circle(pen, x, y, place.radius + 3.5);
      pen.stroke();
      pen.setLineDash([]);
    }
    if (place.shown > 2 && place.radius > 8) {
      pen.font = `600 11px ${this.labels.family}`;
      pen.textAlign = "center";
      pen.textBaseline = "middle";
      pen.fillStyle = actual ? paper : ink;
      pen.fillText(String(place.shown), x, y + 0.5);
    }
  }

  write() {
    const zoom = this.map.getZoom();
    const { labels } = this;
    for (const place of this.places.slice(0, NAMED)) {
      const counts = place.radius && (place.shown > 1 || this.places.length < 30 || zoom > 3.5);
      if (counts) for (const { x, y } of place.spots) labels.write(place.name, x + place.radius + 4, y, { style: "600" });
    }
    const visible = this.visible();
    for (const area of this.areas.filter(({ kind }) => visible.has(kind))) {
      const ink = area.kind === "area_of_operations" ? "accent" : "place-name";
      for (const { x, y } of this.spots(area.at)) labels.write(area.name, x, y, { style: "italic", ink, align: "center" });
    }
    for (const { name, rank, at } of this.names) {
      if (zoom < ZOOM_OF_RANK[rank]) continue;
      for (const { x, y } of this.spots(at)) labels.write(name, x, y, { size: 11, ink: "place-name", align: "center" });
    }
  }
}

function circle(pen, x, y, radius) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
}

function cross(pen, x, y, half, ink) {
  pen.lineWidth = 2.2;
  pen.strokeStyle = ink;
  pen.beginPath();
  pen.moveTo(x - half, y - half);
  pen.lineTo(x + half, y + half);
  pen.moveTo(x + half, y - half);
  pen.lineTo(x - half, y + half);
  pen.stroke();
}

/** A point to write the name of an area at: the middle of its largest ring's box. */
function middleOf({ type, coordinates }) {
  const rings = type === "Polygon" ? [coordinates[0]] : coordinates.map((polygon) => polygon[0]);
  const boxes = rings.map((ring) => {
    const xs = ring.map(([x]) => x);
    const ys = ring.map(([, y]) => y);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  });
  const size = ([west, south, east, north]) => (east - west) * (north - south);
  const [west, south, east, north] = boxes.sort((one, other) => size(other) - size(one))[0];
  return [(west + east) / 2, (south + north) / 2];
}
