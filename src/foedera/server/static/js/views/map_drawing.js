// A map that can be moved: land and areas are MapLibre's, without any server of tiles or letters; dots and names are drawn above it.

import { cardOf, claimItem, make } from "./common.js";
import { recolour, styleOf } from "./map_look.js";
import { Overlay } from "./map_overlay.js";
import { boundsOf, gather } from "./map_places.js";
import { mapSvg } from "./map_svg.js";

const WORLD = [
  [-30, -38],
  [165, 62],
];
const LISTED = 40; // activities on a card; the rest is in the table

export class MapDrawing {
  /**
   * A map in a figure that says where outlines and worker lie (data-outlines, data-worker). `tools` holds the boxes
   * for areas (data-layer) and the list of places (data-places). It opens no closer than at the zoom `closest`.
   */
  constructor(figure, tools, { closest = 4.5 } = {}) {
    this.fit = { padding: 60, maxZoom: closest };
    Object.assign(this, { figure, tools, map: null, overlay: null, card: null, places: [], areas: [], outlines: [] });
    this.chooser = tools.querySelector("[data-places]");
    this.chooser.addEventListener("change", () => this.choose(this.places[this.chooser.value]));
    for (const box of tools.querySelectorAll("[data-layer]")) box.addEventListener("change", () => this.showArea(box));
  }

  /** Draws features: activities at their places, and areas. Says whether this browser can draw maps. */
  draw({ features }) {
    this.places = gather(features);
    this.areas = features.filter((feature) => feature.properties.feature === "area");
    const areas = { type: "FeatureCollection", features: this.areas };
    const view = this.places.length ? boundsOf(this.places) : WORLD;
    this.offerPlaces();
    if (!this.map) {
      try {
        this.begin(areas, view);
      } catch {
        this.map = null; // WebGL is missing
        return false;
      }
    } else {
      this.card.hide();
      recolour(this.map);
      this.map.getSource("areas").setData(areas);
      this.map.fitBounds(view, { ...this.fit, animate: false });
    }
    this.overlay.show(this.places, this.areas);
    return true;
  }

  begin(areas, view) {
    maplibregl.setWorkerUrl(this.figure.dataset.worker);
    const outlines = new URL(this.figure.dataset.outlines, location.href).href;
    const box = make("div", { class: "map-box" });
    this.figure.replaceChildren(box);
    const map = new maplibregl.Map({
      container: box,
      style: styleOf(outlines, areas, this.visible()),
      bounds: view,
      fitBoundsOptions: this.fit,
      maxZoom: 9,
      dragRotate: false,
      pitchWithRotate: false,
      renderWorldCopies: true,
      attributionControl: false,
      cooperativeGestures: true,
      locale: { "Map.Title": "Map of the activities" },
    });
    this.map = map;
    map.touchZoomRotate.disableRotation();
    map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
    map.addControl(new maplibregl.ScaleControl(), "bottom-left");
    this.overlay = new Overlay(map, box, () => this.visible());
    this.card = cardOf(this.figure);
    this.card.element.classList.add("drawing-card--stays");
    map.on("idle", () => (this.figure.dataset.drawn = "yes"));
    this.listen(map);
    this.named = this.nameCountries(outlines);
  }

  listen(map) {
    map.on("mousemove", (event) => {
      const place = this.overlay.placeAt(event.point);
      map.getCanvas().style.cursor = place ? "pointer" : "";
      this.overlay.point(place);
    });
    map.on("click", (event) => {
      const place = this.overlay.placeAt(event.point);
      if (place) this.open(place, event.point);
      else this.card.hide();
    });
    map.on("movestart", (event) => {
      if (event.originalEvent) this.card.hide();
    });
    this.figure.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.card.hide();
    });
  }

  async nameCountries(outlines) {
    const { features } = await (await fetch(outlines)).json();
    this.outlines = features;
    this.overlay.name(features.filter((feature) => feature.properties.layer === "label"));
  }

  /** The kinds of area that are on. */
  visible() {
    return new Set([...this.tools.querySelectorAll("[data-layer]")].filter((box) => box.checked).map((box) => box.dataset.layer));
  }

  showArea(box) {
    const visibility = box.checked ? "visible" : "none";
    for (const part of ["fill", "line"]) this.map?.setLayoutProperty(`${box.dataset.layer}-${part}`, "visibility", visibility);
    this.overlay?.draw();
  }

  /** The places as a list to choose from: what a pointer finds by its dot, a keyboard finds by its name. */
  offerPlaces() {
    this.chooser.replaceChildren(
      make("option", { value: "" }, "choose …"),
      ...this.places.map((place, at) => make("option", { value: at }, `${place.name} (${place.activities.length})`)),
    );
    this.chooser.closest("label").hidden = !this.places.length;
  }

  choose(place) {
    if (!place || !this.map) return;
    this.map.jumpTo({ center: place.at, zoom: Math.max(this.map.getZoom(), 3.5) });
    this.overlay.point(place);
    this.open(place, this.map.project(place.at));
  }

  open(place, point) {
    const number = place.activities.length;
    const close = make("button", { type: "button", class: "button button--quiet drawing-close", "aria-label": "Close" }, "×");
    close.addEventListener("click", () => {
      this.card.hide();
      this.map.getCanvas().focus();
    });
    const more = number > LISTED ? make("p", { class: "muted small" }, `Showing ${LISTED} of ${number}; the table holds all.`) : null;
    this.card.show(
      [
        close,
        make("h2", {}, place.name),
        make("p", { class: "muted small" }, `${number} ${number === 1 ? "activity" : "activities"}, ${whereabouts(place)}`),
        ...place.activities.slice(0, LISTED).map((activity) => claimItem(activity, { quote: number < 4 })),
        ...(more ? [more] : []),
      ],
      point.x,
      point.y,
    );
  }

  /** The canvases, lowest first, with a frame just drawn: a canvas of the graphics card is empty again soon. */
  layers() {
    return this.map ? [this.map.redraw().getCanvas(), this.overlay.canvas] : [];
  }

  /** The drawing as SVG, as the screen shows it. */
  async svg() {
    await this.named;
    this.overlay.draw();
    return mapSvg({ map: this.map, overlay: this.overlay, outlines: this.outlines, areas: this.areas, visible: this.visible() });
  }

  /** Takes the colours that the page has now. */
  recolour() {
    if (!this.map) return;
    recolour(this.map);
    this.overlay.draw();
  }

  /** Gives back what the map holds of the graphics card. */
  end() {
    this.map?.remove();
    this.map = null;
  }
}

function whereabouts({ knownBy, at: [east, north] }) {
  if (knownBy === "area") return "somewhere in this area";
  return `${Math.abs(north).toFixed(1)}°${north < 0 ? "S" : "N"} ${Math.abs(east).toFixed(1)}°${east < 0 ? "W" : "E"}`;
}
