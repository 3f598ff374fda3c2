// Which kinds of claim are shown, in the list and in the text.

export function setUpKinds(reader) {
  const boxes = [...document.querySelectorAll("[data-kind-box]")];
  const open = document.querySelector("[data-open-box]");
  const apply = () => {
    const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    for (const item of reader.items) {
      item.hidden = !shown.has(item.dataset.kind) || (open.checked && Boolean(item.dataset.verdict));
    }
    reader.text.recolour();
  };
  for (const box of [...boxes, open]) box?.addEventListener("change", apply);
}
