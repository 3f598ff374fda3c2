// Decisions about claims: accept, reject and undo in the panel; correct and add with words selected in the text.

import { say } from "../saying.js";

export function setUpReview(reader) {
  const { panel } = reader;
  reader.kept = null; // the selection outlives the click on the button that takes it
  document.addEventListener("selectionchange", () => {
    const chosen = reader.text.selection();
    if (chosen) reader.kept = chosen;
  });

  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    const values = new FormData(form, event.submitter);
    htmx.ajax("POST", form.getAttribute("action"), { source: form, target: panel, swap: "innerHTML", values: toValues(values) });
  });

  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-key='e'], [data-kind-choice], [data-cancel]");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (!("cancel" in link.dataset)) open(reader, link.getAttribute("href"));
      else if (reader.current >= 0) reader.open(reader.current, { scroll: false });
      else reader.close();
    }
    const button = event.target.closest("button[type=button]");
    if (button && "close" in button.dataset) reader.close();
    else if (button) take(reader, button);
  });

  document.querySelector("[data-tools] [data-key='n']")?.addEventListener("click", () => {
    const chosen = reader.kept;
    if (!chosen) return say("Select the words in the text that say it, then press n.");
    reader.show(-1);
    open(reader, `/documents/${reader.root.dataset.reader}/addition?start=${chosen.start}&end=${chosen.end}`);
  });

  // The digits take the selection into the roles of the form, in their order.
  document.addEventListener("keydown", (event) => {
    if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select")) return;
    const button = panel.querySelectorAll("[data-take]")[Number(event.key) - 1];
    if (button) take(reader, button);
  });

  panel.addEventListener("htmx:afterSwap", () => afterSwap(reader));
}

function open(reader, address) {
  return reader.refresh(address);
}

function toValues(form) {
  const values = {};
  for (const [name, value] of form) {
    if (name in values) values[name] = [values[name], value].flat();
    else values[name] = value;
  }
  return values;
}

// What is selected goes into a role, becomes the date, or the sentence.
function take(reader, button) {
  const chosen = reader.kept;
  if (!("take" in button.dataset || "takeWhen" in button.dataset || "takeSentence" in button.dataset)) return;
  if (!chosen) return say("Select words in the text first.");
  const form = button.closest("form");
  if ("takeWhen" in button.dataset) {
    form.elements.when.value = chosen.words;
  } else if ("takeSentence" in button.dataset) {
    form.elements.start.value = chosen.start;
    form.elements.end.value = chosen.end;
    form.querySelector("[data-quote]").textContent = `“${chosen.words}”`;
  } else {
    const role = button.dataset.take;
    const query = new URLSearchParams({ kind: form.dataset.kind, role, start: chosen.start, end: chosen.end });
    const list = form.querySelector(`[data-role="${CSS.escape(role)}"] [data-choices]`);
    htmx.ajax("GET", `/documents/${reader.root.dataset.reader}/words?${query}`, { target: list, swap: "beforeend" });
  }
}

// What the panel shows now decides what the list and the text show of the claim.
function afterSwap(reader) {
  const form = reader.panel.querySelector("[data-claim-form]");
  if (form) {
    form.querySelectorAll("[data-take]").forEach((button, index) => index < 9 && (button.title = `Key ${index + 1}`));
    return;
  }
  const shown = reader.panel.querySelector("[data-open-claim]");
  const item = shown && reader.items.find((each) => each.dataset.claim === shown.dataset.openClaim);
  if (!item) return;
  const verdict = shown.dataset.verdict;
  item.dataset.verdict = verdict;
  if (!verdict) delete item.dataset.verdict;
  item.classList.toggle("is-set-aside", verdict === "rejected" || verdict === "corrected");
  const tag = shown.querySelector("[data-verdict-tag]").cloneNode(true);
  item.querySelector("[data-verdict-tag]").replaceWith(tag);
  reader.text.recolour();
  reader.show(reader.items.indexOf(item));
  const done = reader.items.filter((each) => each.dataset.verdict).length;
  document.querySelector("[data-reviewed]").textContent = done;
  document.querySelector("[data-reviewed-bar]").value = done;
}
