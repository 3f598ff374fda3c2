// How a map looks: its layers in the colours of the page.

import { colour } from "./common.js";

/** Each kind of area: its colour, how full it is, and how its line is broken (in widths of the line). */
export const AREAS = {
  area_of_operations: { colour: "accent", fill: 0.12, dashes: [1, 0] },
  region: { colour: "warn", fill: 0, dashes: [4, 3] },
  sea: { colour: "muted", fill: 0, dashes: [1.5, 2] },
};
const GROUND = { sea: ["background-color", "sea"], land: ["fill-color", "land"], coast: ["line-color", "coast"], borders: ["line-color", "border"] };

/** The style of the map as MapLibre wants it; `visible` are the kinds of area that are on. */
export function styleOf(outlines, areas, visible) {
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
      ...Object.entries(AREAS).flatMap(([kind, look]) => areaLayers(kind, look, visible.has(kind))),
    ],
  };
}

function areaLayers(kind, look, isVisible) {
  const filter = ["==", ["get", "kind"], kind];
  const layout = { visibility: isVisible ? "visible" : "none" };
  return [
    { id: `${kind}-fill`, type: "fill", source: "areas", filter, layout, paint: { "fill-color": colour(look.colour), "fill-opacity": look.fill } },
    { id: `${kind}-line`, type: "line", source: "areas", filter, layout, paint: { "line-color": colour(look.colour), "line-width": 1.6, "line-dasharray": look.dashes } },
  ];
}

/** Gives a drawn map the colours that the page has now. */
export function recolour(map) {
  for (const [layer, [property, name]] of Object.entries(GROUND)) map.setPaintProperty(layer, property, colour(name));
  for (const [kind, look] of Object.entries(AREAS)) {
    map.setPaintProperty(`${kind}-fill`, "fill-color", colour(look.colour));
    map.setPaintProperty(`${kind}-line`, "line-color", colour(look.colour));
  }
}
