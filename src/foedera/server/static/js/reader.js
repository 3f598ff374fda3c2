// The document reader: claims in the text and beside it, opened by pointer, touch or keys.

import { Text } from "./reader/text.js";
import { Bubble } from "./reader/bubble.js";
import { setUpKinds } from "./reader/kinds.js";
import { setUpKeys } from "./reader/keys.js";
import { setUpReview } from "./reader/review.js";

const reader = document.querySelector("[data-reader]");

class Reader {
  constructor(root) {
    this.root = root;
    this.panel = document.getElementById("panel");
    this.items = [...root.querySelectorAll(".claim-item")];
    this.text = new Text(root.querySelector("[data-paper]"), this.items);
    this.bubble = new Bubble(this.items);
    this.address = root.dataset.address;
    this.current = this.items.findIndex((item) => item.classList.contains("is-current"));
  }

  // Opens a claim: lights its words, shows all about it, and puts it in the address so that it can be sent.
  open(number, { scroll = true, focus = false } = {}) {
    const item = this.items[number];
    if (!item) return;
    this.bubble.hide();
    this.show(number);
    const address = `?claim=${encodeURIComponent(item.dataset.claim)}`;
    history.replaceState(null, "", address);
    this.refresh(`/claims/${encodeURIComponent(item.dataset.claim)}/panel`);
    if (scroll) this.text.reveal(number);
    if (focus) this.text.markOf(number)?.focus({ preventScroll: true });
    this.scrollList(item);
  }

  show(number) {
    this.items[this.current]?.classList.remove("is-current");
    this.current = number;
    this.items[number]?.classList.add("is-current");
    this.text.light(number);
  }

  // The list scrolls in its own box; the page must not.
  scrollList(item) {
    const list = item.parentElement;
    if (list.scrollHeight <= list.clientHeight) return;
    const place = item.getBoundingClientRect().top - list.getBoundingClientRect().top;
    if (place < 0 || place > list.clientHeight - 60) list.scrollTop += place - list.clientHeight / 3;
  }

  refresh(address) {
    this.pending = htmx.ajax("GET", address, { target: this.panel, swap: "innerHTML" });
    return this.pending;
  }

  close() {
    this.bubble.hide();
    this.panel.replaceChildren();
    this.show(-1);
    history.replaceState(null, "", this.address);
  }

  // The next claim in that direction which is not hidden.
  step(direction) {
    let number = this.current < 0 && direction < 0 ? this.items.length : this.current;
    do number += direction;
    while (this.items[number]?.hidden);
    if (this.items[number]) this.open(number, { focus: true });
    // At the end of a part the next one follows.
    else document.querySelector(direction > 0 ? ".pager [rel=next]" : ".pager [rel=prev]")?.click();
  }
}

if (reader) {
  const opened = new Reader(reader);
  reader.classList.add("is-scripted");
  document.querySelectorAll("[data-kinds], [data-tools]").forEach((each) => (each.hidden = false));
  setUpPointer(opened);
  setUpKinds(opened);
  setUpReview(opened);
  setUpKeys(opened);
  if (opened.current >= 0) {
    opened.show(opened.current);
    opened.text.reveal(opened.current);
    opened.scrollList(opened.items[opened.current]);
  }
}

function setUpPointer(opened) {
  const paper = opened.text.paper;
  paper.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const numbers = opened.text.claimsAt(event.target);
    opened.text.hover(numbers[0]);
    if (numbers.length) opened.bubble.show(event.target, numbers);
    else opened.bubble.hide();
  });
  paper.addEventListener("pointerleave", () => {
    opened.text.hover();
    opened.bubble.hide();
  });
  paper.addEventListener("focusin", (event) => {
    const numbers = opened.text.claimsAt(event.target);
    if (!numbers.length || !event.target.matches(":focus-visible")) return;
    opened.text.hover(numbers[0]);
    // What is open stands beside the text already.
    if (numbers[0] !== opened.current) opened.bubble.show(event.target, numbers);
  });
  paper.addEventListener("focusout", () => {
    opened.text.hover();
    opened.bubble.hide();
  });
  paper.addEventListener("click", (event) => {
    if (event.target.closest(".note-mark, .note-back") || !getSelection().isCollapsed) return;
    const numbers = opened.text.claimsAt(event.target);
    if (!numbers.length) return;
    event.preventDefault();
    // A second click on words that say several claims opens the next one of them.
    const at = numbers.indexOf(opened.current);
    opened.open(numbers[(at + 1) % numbers.length], { scroll: innerWidth < 1024 });
  });
  opened.root.addEventListener("click", (event) => {
    const link = event.target.closest(".claim-item__link");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    opened.open(opened.items.indexOf(link.parentElement));
  });
}
