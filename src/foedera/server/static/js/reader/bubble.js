// What a highlighted place says, in a bubble beside it: on hover, and while a mark has the keyboard's focus.

export class Bubble {
  constructor(items) {
    this.items = items;
    this.element = document.createElement("div");
    this.element.className = "bubble";
    this.element.id = "bubble";
    this.element.setAttribute("role", "tooltip");
    this.element.hidden = true;
    document.body.append(this.element);
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.hide());
  }

  show(near, numbers) {
    const item = this.items[numbers[0]];
    const head = item.querySelector(".claim-item__head").cloneNode(true);
    const line = document.createElement("p");
    line.className = "bubble__line";
    line.textContent = item.querySelector(".claim-item__line").textContent;
    const roles = item.querySelector(".roles").cloneNode(true);
    this.element.replaceChildren(head, line, roles);
    if (numbers.length > 1) {
      const more = document.createElement("p");
      more.className = "bubble__more";
      more.textContent = numbers.length === 2 ? "One more claim is said here." : `${numbers.length - 1} more claims are said here.`;
      this.element.append(more);
    }
    this.element.hidden = false;
    this.place(near);
    this.described?.removeAttribute("aria-describedby");
    this.described = near;
    near.setAttribute("aria-describedby", "bubble");
  }

  // Below the place, or above it where there is no room below.
  place(near) {
    const at = near.getClientRects()[0] ?? near.getBoundingClientRect();
    const own = this.element.getBoundingClientRect();
    const below = at.bottom + 8 + own.height < innerHeight;
    const top = below ? at.bottom + 8 : at.top - own.height - 8;
    const left = Math.max(8, Math.min(at.left, innerWidth - own.width - 16));
    this.element.style.top = `${top + scrollY}px`;
    this.element.style.left = `${left + scrollX}px`;
  }

  hide() {
    this.element.hidden = true;
    this.described?.removeAttribute("aria-describedby");
    this.described = null;
  }
}
