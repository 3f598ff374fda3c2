// The map: land and areas are MapLibre's, without any server of tiles or letters; dots and names are drawn above it.

import { cardOf, claimItem, colour, drawSelection, make, offerPictures, printStill } from "./common.js";
import { Overlay } from "./map_overlay.js";
import { pngOfLayers } from "./pictures.js";

const WORLD = [
  [-30, -38],
  [165, 62],
];
const FIT = { padding: 60, maxZoom: 4.5 };
const LISTED = 40; // activities on a card; the rest is in the table
const AREAS = { area_of_operations: { colour: "accent", fill: 0.12 }, region: { colour: "warn", fill: 0 }, sea: { colour: "muted", fill: 0 } };

let map = null;
let overlay = null;
let card = null;
let places = [];
const chooser = document.querySelector("[data-places]");

function style(outlines, areas) {
  return {
    version: 8,
    sources: {
      outlines: { type: "geojson", data: outlines },
      areas: { type: "geojson", data: areas },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
      { id: "land", type: "fill", source: "outlines", filter: ["==", ["get", "layer"], "land"], paint: { "fill-color": colour("land") } },
      { id: "coast", type: "line", source: "outlines", filter: ["==", ["get", "layer"], "land"], paint: { "line-color": colour("coast"), "line-width": 0.7 } },
      { id: "borders", type: "line", source: "outlines", filter: ["==", ["get", "layer"], "border"], paint: { "line-color": colour("border"), "line-width": 0.8 } },
      ...Object.entries(AREAS).flatMap(([kind, look]) => areaLayers(kind, look)),
    ],
  };
}

function areaLayers(kind, look) {
  const filter = ["==", ["get", "kind"], kind];
  const shown = document.querySelector(`[data-layer="${kind}"]`)?.checked ? "visible" : "none";
  const dashes = { area_of_operations: [1, 0], region: [4, 3], sea: [1.5, 2] }[kind];
  return [
    { id: `${kind}-fill`, type: "fill", source: "areas", filter, layout: { visibility: shown }, paint: { "fill-color": colour(look.colour), "fill-opacity": look.fill } },
    { id: `${kind}-line`, type: "line", source: "areas", filter, layout: { visibility: shown }, paint: { "line-color": colour(look.colour), "line-width": 1.6, "line-dasharray": dashes } },
  ];
}

/** Activities gathered at their places: what is drawn is a place, as large as there are activities. */
function gather(features) {
  const found = new Map();
  for (const { geometry, properties } of features) {
    if (properties.feature !== "activity") continue;
    const key = geometry.coordinates.join();
    if (!found.has(key)) found.set(key, { at: geometry.coordinates, name: properties.place, knownBy: properties.known_by, activities: [] });
    found.get(key).activities.push(properties);
  }
  const gathered = [...found.values()];
  for (const place of gathered) {
    const real = (activity) => (activity.polarity === "denied" ? "denied" : activity.modality);
    place.real = ["actual", "planned", "possible", "denied"].find((each) => place.activities.some((activity) => real(activity) === each));
  }
  return gathered.sort((one, other) => other.activities.length - one.activities.length);
}

/** The smallest box around the places, over the meridian of 180° where that is shorter. */
function boundsOf(gathered) {
  const easts = [...new Set(gathered.map((place) => place.at[0]))].sort((one, other) => one - other);
  const gaps = easts.map((east, at) => (at ? east - easts[at - 1] : east + 360 - easts.at(-1)));
  const west = easts[gaps.indexOf(Math.max(...gaps))];
  const bounds = new maplibregl.LngLatBounds();
  for (const { at } of gathered) bounds.extend([at[0] < west ? at[0] + 360 : at[0], at[1]]);
  return bounds;
}

function begin(figure, areas, view) {
  maplibregl.setWorkerUrl(figure.dataset.worker);
  const box = make("div", { class: "map-box" });
  figure.replaceChildren(box);
  map = new maplibregl.Map({
    container: box,
    style: style(new URL(figure.dataset.outlines, location.href).href, areas),
    bounds: view,
    fitBoundsOptions: FIT,
    maxZoom: 9,
    dragRotate: false,
    pitchWithRotate: false,
    renderWorldCopies: true,
    attributionControl: false,
    cooperativeGestures: true,
    locale: { "Map.Title": "Map of the activities" },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new maplibregl.ScaleControl(), "bottom-left");
  overlay = new Overlay(map, box);
  card = cardOf(figure);
  card.element.classList.add("drawing-card--stays");
  map.on("idle", () => (figure.dataset.drawn = "yes"));
  map.on("mousemove", (event) => {
    const place = overlay.placeAt(event.point);
    map.getCanvas().style.cursor = place ? "pointer" : "";
    overlay.point(place);
  });
  map.on("click", (event) => {
    const place = overlay.placeAt(event.point);
    if (place) open(place, event.point);
    else card.hide();
  });
  map.on("movestart", (event) => {
    if (event.originalEvent) card.hide();
  });
  figure.addEventListener("keydown", (event) => {
    if (event.key === "Escape") card.hide();
  });
}

function open(place, point) {
  const number = place.activities.length;
  const close = make("button", { type: "button", class: "button button--quiet drawing-close", "aria-label": "Close" }, "×");
  close.addEventListener("click", () => {
    card.hide();
    map.getCanvas().focus();
  });
  const where = place.knownBy === "area" ? "somewhere in this area" : `${Math.abs(place.at[1]).toFixed(1)}°${place.at[1] < 0 ? "S" : "N"} ${Math.abs(place.at[0]).toFixed(1)}°${place.at[0] < 0 ? "W" : "E"}`;
  const more = number > LISTED ? make("p", { class: "muted small" }, `Showing ${LISTED} of ${number}; the table below holds all.`) : null;
  card.show(
    [
      close,
      make("h2", {}, place.name),
      make("p", { class: "muted small" }, `${number} ${number === 1 ? "activity" : "activities"}, ${where}`),
      ...place.activities.slice(0, LISTED).map((activity) => claimItem(activity, { quote: number < 4 })),
      ...(more ? [more] : []),
    ],
    point.x,
    point.y,
  );
}

/** The places as a list to choose from: what a pointer finds by its dot, a keyboard finds by its name. */
function offerPlaces() {
  chooser.replaceChildren(
    make("option", { value: "" }, "choose …"),
    ...places.map((place, at) => make("option", { value: at }, `${place.name} (${place.activities.length})`)),
  );
  chooser.closest("label").hidden = !places.length;
}

function recolour() {
  const paint = { sea: ["background-color", "sea"], land: ["fill-color", "land"], coast: ["line-color", "coast"], borders: ["line-color", "border"] };
  for (const [layer, [property, name]] of Object.entries(paint)) map.setPaintProperty(layer, property, colour(name));
  for (const [kind, look] of Object.entries(AREAS)) {
    map.setPaintProperty(`${kind}-fill`, "fill-color", colour(look.colour));
    map.setPaintProperty(`${kind}-line`, "line-color", colour(look.colour));
  }
}

function draw(data, figure) {
  places = gather(data.features);
  const areas = data.features.filter((feature) => feature.properties.feature === "area");
  const drawnAreas = { type: "FeatureCollection", features: areas };
  const view = places.length ? boundsOf(places) : WORLD;
  offerPlaces();
  if (!map) {
    try {
      begin(figure, drawnAreas, view);
    } catch {
      map = null;
      figure.replaceChildren(make("p", { class: "empty" }, "This browser draws no maps (WebGL is missing). The table below holds the same."));
      return;
    }
    overlay.show(places, areas);
    return;
  }
  card.hide();
  recolour();
  map.getSource("areas").setData(drawnAreas);
  overlay.show(places, areas);
  map.fitBounds(view, { ...FIT, animate: false });
}

async function begun() {
  const { outlines } = document.getElementById("drawing").dataset;
  const { features } = await (await fetch(outlines)).json();
  const named = features.filter((feature) => feature.properties.layer === "label");
  const wait = () => (overlay ? overlay.name(named) : setTimeout(wait, 100));
  wait();
}

for (const box of document.querySelectorAll("[data-layer]")) {
  box.addEventListener("change", () => {
    const visibility = box.checked ? "visible" : "none";
    for (const part of ["fill", "line"]) map?.setLayoutProperty(`${box.dataset.layer}-${part}`, "visibility", visibility);
    overlay?.draw();
  });
}
chooser.addEventListener("change", () => {
  const place = places[chooser.value];
  if (!place || !map) return;
  map.jumpTo({ center: place.at, zoom: Math.max(map.getZoom(), 3.5) });
  overlay.point(place);
  open(place, map.project(place.at));
});
document.addEventListener("foedera:window", ({ detail }) => overlay?.within(detail));

drawSelection(draw);
begun();
/** The picture is taken while a frame is drawn: afterwards the graphics memory is no longer the page's. */
function png() {
  return new Promise((resolve) => {
    map.once("render", () => resolve(pngOfLayers([map.getCanvas(), overlay.canvas], "Map")));
    map.triggerRepaint();
  });
}
offerPictures("map", { png });
printStill(document.getElementById("drawing"), () => (map ? [map.redraw().getCanvas(), overlay.canvas] : []));
