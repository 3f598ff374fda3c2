// What the drawings share: their data, the page's colours, and a card that says what a mark stands for.

const NAMES = {
  instrument_event: "Agreement event",
  commitment: "Commitment",
  activity: "Activity",
  participation: "Participation",
  capability: "Capability",
  measure: "Measure",
  dependency: "Dependency",
  remark: "Remark",
  assessment: "Assessment",
  affiliation: "Affiliation",
};

/** The value of a CSS variable of the page, as the reader's scheme has it. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export function kindName(kind) {
  return NAMES[kind] ?? kind;
}

/** A new element: `make("a", {href: "…"}, "text", child)`. Text is text, whatever it holds. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/**
 * Draws the data of the page's selection, and again whenever the selection or the colours change.
 * `draw(data, figure)` is given what the server answers; `figure` is the place to draw in.
 */
export function drawSelection(draw) {
  const figure = document.getElementById("drawing");
  let address = null;
  let data = null;
  let asking = null;

  const show = () => {
    if (data) draw(data, figure);
  };

  const load = async () => {
    const wanted = document.getElementById("view-state")?.dataset.data ?? "";
    // What cannot be understood has no data: the former drawing stays, greyed, until the mistake is mended.
    figure.classList.toggle("drawing--stale", !wanted);
    if (wanted === address || !wanted) return;
    address = wanted;
    asking?.abort();
    asking = new AbortController();
    figure.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(wanted, { signal: asking.signal, headers: { Accept: "application/json" } });
      if (!response.ok) throw new Error(`the server answers ${response.status}`);
      data = await response.json();
      show();
    } catch (error) {
      if (error.name === "AbortError") return;
      address = null;
      figure.replaceChildren(
        make("p", { class: "notice notice--bad", role: "alert" }, `The drawing cannot be shown: ${error.message}. The table below holds the same.`),
      );
    } finally {
      figure.removeAttribute("aria-busy");
    }
  };

  document.addEventListener("htmx:afterSettle", load);
  document.addEventListener("foedera:theme", show);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  load();
  return { redraw: show };
}

/** When a claim holds, how real it is and what kind it is, as one short line. */
export function signs(claim) {
  const real = claim.modality === "actual" ? null : claim.modality;
  const denied = claim.polarity === "denied" ? "denied" : null;
  return [claim.time, kindName(claim.kind), real, denied].filter(Boolean).join(" · ");
}

/** A claim on a card: what it says, with the link to the sentence, and the sentence itself. */
export function claimItem(claim, { quote = true } = {}) {
  const item = make("div", { class: `card-claim kind-${claim.kind}` });
  item.append(
    make("p", { class: "card-claim__signs" }, signs(claim)),
    make("p", { class: "card-claim__says" }, make("a", { href: claim.link }, claim.says)),
  );
  if (quote && claim.quote) {
    const short = claim.quote.length > 260 ? `${claim.quote.slice(0, 259).trimEnd()}…` : claim.quote;
    item.append(make("p", { class: "card-claim__quote" }, `“${short}”`));
  }
  if (claim.source) item.append(make("p", { class: "card-claim__source" }, claim.source));
  return item;
}

/** A card beside a point of the drawing. It stays within the drawing's box. */
export function cardOf(figure) {
  const card = make("div", { class: "drawing-card", role: "status", hidden: true });
  figure.append(card);
  return {
    element: card,
    show(content, x, y) {
      card.replaceChildren(...[content].flat());
      card.hidden = false;
      const box = figure.getBoundingClientRect();
      const wide = card.offsetWidth;
      const high = card.offsetHeight;
      const left = x + 14 + wide > box.width ? Math.max(0, Math.min(x - 14 - wide, box.width - wide)) : x + 14;
      const top = y + 14 + high > box.height ? Math.max(0, y - 14 - high) : y + 14;
      card.style.left = `${Math.max(0, left)}px`;
      card.style.top = `${top}px`;
    },
    hide() {
      card.hidden = true;
    },
  };
}

/** Hands a blob to the reader as a file. */
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Makes the buttons for pictures work. `pictures` has a function for each format; each gives a blob.
 * The buttons are asked for anew at each click, since the part of the page with them changes.
 */
export function offerPictures(name, pictures) {
  const reveal = () => document.querySelectorAll("[data-pictures]").forEach((element) => (element.hidden = false));
  document.addEventListener("htmx:afterSettle", reveal);
  reveal();
  document.addEventListener("click", async (event) => {
    const format = event.target.closest?.("[data-picture]")?.dataset.picture;
    if (format && pictures[format]) save(await pictures[format](), `foedera-${name}.${format}`);
  });
}

/** The page's title of the selection, for pictures: the filters in use as one line. */
export function selectionLine() {
  const chips = [...document.querySelectorAll("#view-state .chip:not(.chip--clear)")];
  const said = chips.map((chip) => {
    const copy = chip.cloneNode(true);
    copy.querySelectorAll(".visually-hidden, [aria-hidden]").forEach((part) => part.remove());
    return copy.textContent.trim();
  });
  return said.join(" · ");
}

/**
 * Puts a still copy of a drawing on paper. `layers()` gives its canvases, lowest first; they are copied at once, since
 * what a graphics card drew is gone after its frame, and canvases above each other do not shrink alike.
 */
export function printStill(figure, layers) {
  let still = null;
  addEventListener("beforeprint", () => {
    const drawn = layers();
    if (!drawn.length) return;
    still = make("canvas", { class: "drawing-still", width: drawn[0].width, height: drawn[0].height });
    const pen = still.getContext("2d");
    drawn.forEach((layer) => pen.drawImage(layer, 0, 0, still.width, still.height));
    figure.append(still);
    figure.classList.add("drawing--still");
  });
  addEventListener("afterprint", () => {
    still?.remove();
    figure.classList.remove("drawing--still");
  });
}
