// Names offered while somebody types: an input with data-complete="actor" gets a list from /complete/actor.

const WAIT = 120; // milliseconds without a key before the server is asked
let lists = 0;

/** Makes an input offer names; `data-complete` says of what sort: actor, instrument, programme, place, entity. */
export function completeNames(input) {
  const list = document.createElement("datalist");
  list.id = `names-${++lists}`;
  input.after(list);
  input.setAttribute("list", list.id);
  let waiting = 0;
  let asking = null;

  const ask = async () => {
    const typed = input.value.trim();
    if (!typed) return list.replaceChildren();
    asking?.abort();
    asking = new AbortController();
    try {
      const address = `/complete/${encodeURIComponent(input.dataset.complete)}?q=${encodeURIComponent(typed)}`;
      const response = await fetch(address, { signal: asking.signal });
      const { names } = await response.json();
      list.replaceChildren(
        ...names.map(({ value, label }) => {
          const option = document.createElement("option");
          option.value = value;
          option.label = `${value} (${label})`;
          return option;
        }),
      );
    } catch (error) {
      if (error.name !== "AbortError") list.replaceChildren(); // without names the field still takes what is typed
    }
    return undefined;
  };

  input.addEventListener("input", (event) => {
    // Browsers tell a choice from the list as a replacement, or not at all; typing is an insertion.
    const taken = event.inputType === "insertReplacementText" || !event.inputType;
    input.dataset.taken = taken && [...list.options].some((option) => option.value === input.value) ? "yes" : "no";
    clearTimeout(waiting);
    if (input.dataset.taken === "no") waiting = setTimeout(ask, WAIT);
  });
}
