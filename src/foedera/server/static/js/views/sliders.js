// Two sliders over time: when it held (two ends, in years) and when we knew (a day on which something was entered).

/** Makes the sliders work on the fields of the form; while one is moved, "foedera:window" tells the drawing. */
export function setUpSliders(element, form) {
  const { first, last, recorded } = element.dataset;
  if (!first || !last) return;
  element.hidden = false;
  setUpHeld(element.querySelector('[data-slider="held"]'), form, Number(first.slice(0, 4)), Number(last.slice(0, 4)));
  setUpKnown(element.querySelector('[data-slider="known"]'), form, recorded.split(" ").filter(Boolean));
}

function setUpHeld(slider, form, first, last) {
  const [low, high] = slider.querySelectorAll("input");
  const says = slider.querySelector("output");
  const range = slider.querySelector(".slider__range");
  const fields = { from: form.elements.from, to: form.elements.to };
  for (const input of [low, high]) Object.assign(input, { min: first, max: last });
  slider.querySelectorAll(".slider__ends span").forEach((end, at) => (end.textContent = at ? last : first));

  const paint = () => {
    const from = Number(low.value);
    const to = Number(high.value);
    const whole = last - first || 1;
    range.style.left = `${((from - first) / whole) * 100}%`;
    range.style.right = `${((last - to) / whole) * 100}%`;
    const all = from === first && to === last;
    says.textContent = all ? "any time" : from === to ? `${from}` : `${from} to ${to}`;
    low.setAttribute("aria-valuetext", `from ${from}`);
    high.setAttribute("aria-valuetext", `to ${to}`);
  };

  const fromFields = () => {
    low.value = Number.parseInt(fields.from.value, 10) || first;
    high.value = Number.parseInt(fields.to.value, 10) || last;
    paint();
  };

  const moved = (event) => {
    // The ends push each other along instead of crossing.
    if (Number(low.value) > Number(high.value)) {
      if (event.target === low) high.value = low.value;
      else low.value = high.value;
    }
    paint();
    tell(Number(low.value), Number(high.value));
  };

  const tell = (from, to) => {
    const detail = { from: Date.UTC(from, 0, 1), to: Date.UTC(to + 1, 0, 1) - 1 };
    document.dispatchEvent(new CustomEvent("foedera:window", { detail }));
  };

  const settle = () => {
    fields.from.value = Number(low.value) === first ? "" : low.value;
    fields.to.value = Number(high.value) === last ? "" : high.value;
    fields.to.dispatchEvent(new Event("change", { bubbles: true }));
  };

  for (const input of [low, high]) {
    input.addEventListener("input", moved);
    input.addEventListener("change", (event) => {
      event.stopPropagation();
      settle();
    });
  }
  form.addEventListener("change", fromFields);
  fromFields();
}

function setUpKnown(slider, form, days) {
  const input = slider.querySelector("input");
  const says = slider.querySelector("output");
  const field = form.elements.known_on;
  const ends = slider.querySelectorAll(".slider__ends span");
  if (days.length < 2) {
    // One day of reading: there is nothing to go back to.
    slider.querySelector(".slider__track").hidden = true;
    says.textContent = days.length ? `All of it was entered on ${days[0]}.` : "Nothing was entered yet.";
    return;
  }
  Object.assign(input, { min: 0, max: days.length - 1 });
  ends[0].textContent = days[0];
  ends[1].textContent = "today";

  const paint = () => {
    const at = Number(input.value);
    says.textContent = at === days.length - 1 ? "as known today" : `as known on ${days[at]}`;
    input.setAttribute("aria-valuetext", says.textContent);
  };

  const fromField = () => {
    const wanted = field.value.trim();
    const before = days.filter((day) => day <= wanted.padEnd(10, "~"));
    input.value = wanted ? Math.max(0, before.length - 1) : days.length - 1;
    paint();
  };

  input.addEventListener("input", paint);
  input.addEventListener("change", (event) => {
    event.stopPropagation();
    const at = Number(input.value);
    field.value = at === days.length - 1 ? "" : days[at];
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  form.addEventListener("change", fromField);
  fromField();
}
