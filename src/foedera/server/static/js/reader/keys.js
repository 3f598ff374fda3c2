// The keys of the reader. None of them works while one writes in a field, or with Ctrl, Alt or the command key.

export function setUpKeys(reader) {
  const help = document.getElementById("keys");
  // Whoever types fast presses before the panel is there: the key waits for it.
  const press = async (key) => {
    await reader.pending;
    reader.root.querySelector(`#panel [data-key="${key}"], [data-tools] [data-key="${key}"]`)?.click();
  };
  const actions = {
    j: () => reader.step(1),
    k: () => reader.step(-1),
    "?": () => help.showModal(),
    o: () => reader.panel.querySelector("[data-about]")?.click(),
    Escape: () => reader.close(),
  };
  for (const key of ["a", "r", "e", "u", "n"]) actions[key] = () => press(key);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || help.open) return;
    const writing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
    if (writing) {
      if (event.key === "Escape") writing.blur();
      return;
    }
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  document.querySelector('[data-tools] [data-key="?"]')?.addEventListener("click", () => help.showModal());
}
