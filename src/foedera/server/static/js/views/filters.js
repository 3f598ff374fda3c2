// The filters beside a drawing: names that complete, one more field when the last is filled, sliders.

import { setUpSliders } from "./sliders.js";
import { completeNames } from "../completion.js";

const NARROW = "(max-width: 60rem)";

// What a drawing became cannot be put back from a copy of its markup: going back asks the server.
htmx.config.historyCacheSize = 0;
htmx.config.refreshOnHistoryMiss = true;

const form = document.getElementById("filters");
const box = document.querySelector("[data-filters]");
if (matchMedia(NARROW).matches) box.open = false;

function growActors() {
  const group = form.querySelector("[data-actors]");
  const fields = [...group.querySelectorAll("input")];
  const last = fields.at(-1);
  if (!last.value.trim() || fields.length >= 8) return;
  const next = last.cloneNode();
  next.value = "";
  next.placeholder = "and …";
  next.removeAttribute("list");
  next.setAttribute("aria-label", `Actor ${fields.length + 1}`);
  group.append(next);
  completeNames(next);
}

form.querySelectorAll("[data-complete]").forEach(completeNames);
form.addEventListener("change", growActors);
form.addEventListener("input", (event) => {
  // While a name is typed nothing is asked; a name taken from the list counts at once.
  if (event.target.dataset.complete && event.target.dataset.taken === "yes") event.target.dispatchEvent(new Event("change", { bubbles: true }));
});
document.querySelectorAll("[data-sliders]").forEach((element) => setUpSliders(element, form));
