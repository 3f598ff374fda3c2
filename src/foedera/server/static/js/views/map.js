// The page of the map: the activities of a selection.

import { drawSelection, make, offerPictures, printStill } from "./common.js";
import { MapDrawing } from "./map_drawing.js";
import { pngOfLayers, svgBlob } from "./pictures.js";

const figure = document.getElementById("drawing");
const drawing = new MapDrawing(figure, document.querySelector("[data-map-tools]"));

document.addEventListener("foedera:window", ({ detail }) => drawing.overlay?.within(detail));
drawSelection((data) => {
  if (drawing.draw(data)) return;
  figure.replaceChildren(make("p", { class: "empty" }, "This browser draws no maps (WebGL is missing). The table below holds the same."));
});
offerPictures("map", { svg: async () => svgBlob(await drawing.svg(), "Map"), png: () => pngOfLayers(drawing.layers(), "Map") });
printStill(figure, () => drawing.layers());
