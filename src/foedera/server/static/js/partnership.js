// The partnership page: names offered while somebody types, and a slider that moves the day.

import { completeNames } from "./completion.js";
import "./partnership_map.js";

const DAY = 86_400_000; // milliseconds
const WAIT = 250; // milliseconds without a move before the server is asked
const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

function setUpSlider(box, form) {
  const slider = box.querySelector("input");
  const said = box.querySelector("output");
  const on = form.elements.namedItem("on");
  const first = Date.parse(box.dataset.first);
  const dayOf = (date) => Math.round((Date.parse(date) - first) / DAY);
  const dateOf = (day) => new Date(first + day * DAY);
  let waiting = 0;

  slider.max = String(dayOf(box.dataset.last));
  slider.value = String(dayOf(on.value));
  for (const option of box.querySelectorAll("option")) option.value = String(dayOf(option.dataset.day));

  const tell = () => {
    said.textContent = words.format(dateOf(Number(slider.value)));
    slider.setAttribute("aria-valuetext", said.textContent);
  };
  slider.addEventListener("input", () => {
    tell();
    on.value = dateOf(Number(slider.value)).toISOString().slice(0, 10);
    clearTimeout(waiting);
    waiting = setTimeout(() => form.dispatchEvent(new Event("foedera:day")), WAIT);
  });
  tell();
  box.hidden = false;
}

const form = document.querySelector("[data-partnership]");
form?.querySelectorAll("[data-complete]").forEach(completeNames);
const slider = form?.querySelector("[data-slider]");
if (slider) setUpSlider(slider, form);
