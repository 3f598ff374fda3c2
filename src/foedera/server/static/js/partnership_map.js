// The map of what was done: a picture, until one comes near it; then it can be moved.

import { MapDrawing } from "./views/map_drawing.js";

const NEAR = "400px"; // below the screen, so that the map is there when one comes to it
const CLOSEST = 3.4; // zoom at which the areas of operations around a place are seen
const found = new Map(); // box -> its drawing, null before it has one

/** Takes up maps that have come into the page, and gives back those that have left it. */
function look() {
  for (const [box, drawing] of found) {
    if (box.isConnected) continue;
    drawing?.end();
    found.delete(box);
  }
  for (const box of document.querySelectorAll("[data-movable-map]")) {
    if (found.has(box)) continue;
    found.set(box, null);
    near.observe(box);
  }
}

const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      begin(target).catch(() => show(target, false)); // the picture says the same
    }
  },
  { rootMargin: NEAR },
);

async function begin(box) {
  const response = await fetch(box.dataset.movableMap, { headers: { Accept: "application/json" } });
  if (!response.ok || !box.isConnected) return;
  const data = await response.json();
  show(box, true); // a map is drawn as large as its place, which is none while it is hidden
  const drawing = new MapDrawing(box.querySelector(".drawing"), box, { closest: CLOSEST });
  found.set(box, drawing);
  if (!drawing.draw(data)) show(box, false);
  else if (data.unplaced) box.querySelector("[data-map-said]").textContent = `Of ${data.placed + data.unplaced} activities, ${data.unplaced} lie where nobody gave a place.`;
}

function show(box, live) {
  box.classList.toggle("is-live", live);
  box.querySelector(".movable-map__live").hidden = !live;
}

function redraw() {
  for (const drawing of found.values()) drawing?.recolour();
}

document.addEventListener("htmx:afterSettle", look);
document.addEventListener("foedera:theme", redraw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
look();
