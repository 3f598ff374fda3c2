// The text of a document: which words say which claims, and where in the text a selection lies.

export class Text {
  constructor(paper, items) {
    this.paper = paper;
    this.items = items;
    this.words = new Map(); // number of a claim -> the elements of its evidence
    this.roles = new Map(); // number of a claim -> [element, role]
    this.marks = new Map();
    for (const each of paper.querySelectorAll("[data-c], [data-r]")) {
      for (const number of numbersOf(each)) put(this.words, number, each);
      for (const [number, role] of rolesOf(each)) put(this.roles, number, [each, role]);
    }
    for (const mark of paper.querySelectorAll(".claim-mark")) this.marks.set(Number(mark.dataset.claim), mark);
    this.lit = [];
    this.hovered = [];
  }

  // The claims that an element of the text says, the closest one first, without those that are hidden.
  claimsAt(element) {
    const mark = element.closest(".claim-mark");
    const numbers = mark ? [Number(mark.dataset.claim)] : numbersOf(element.closest("[data-c]"));
    return numbers.filter((number) => !this.items[number].hidden);
  }

  markOf(number) {
    return this.marks.get(number);
  }

  // Lights the words of one claim, and names the roles that they fill; without a number, of none.
  light(number) {
    for (const each of this.lit) {
      each.classList.remove("is-lit", "is-role");
      each.removeAttribute("data-label");
    }
    this.lit = [];
    if (!(number >= 0)) return;
    const colour = this.colourOf(number);
    for (const each of this.words.get(number) ?? []) {
      each.classList.add("is-lit");
      each.style.setProperty("--lit", colour);
      this.lit.push(each);
    }
    const last = new Map(); // role -> the last element that it fills
    for (const [each, role] of this.roles.get(number) ?? []) {
      each.classList.add("is-role");
      each.style.setProperty("--lit", colour);
      // A role that goes on over several elements is named once.
      if (last.get(role)?.nextElementSibling !== each) each.dataset.label = this.nameOf(number, role);
      last.set(role, each);
      this.lit.push(each);
    }
  }

  hover(number) {
    for (const each of this.hovered) each.classList.remove("is-hovered");
    this.hovered = number >= 0 ? (this.words.get(number) ?? []) : [];
    for (const each of this.hovered) {
      each.classList.add("is-hovered");
      if (!each.classList.contains("is-lit")) each.style.setProperty("--lit", this.colourOf(number));
    }
  }

  nameOf(number, role) {
    return this.items[number].querySelector(`dt[data-role="${role}"]`)?.textContent ?? role;
  }

  colourOf(number) {
    return `var(--kind-${this.items[number].dataset.kind})`;
  }

  // Scrolls the words of a claim into the upper part of the screen: on a phone what is open covers the lower one.
  reveal(number) {
    const place = this.marks.get(number) ?? this.words.get(number)?.[0];
    if (!place) return;
    const top = place.getBoundingClientRect().top;
    if (top > innerHeight * 0.12 && top < innerHeight * 0.42) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: top - innerHeight * 0.28, behavior: calm ? "auto" : "smooth" });
  }

  // Colours each stretch by the closest claim that is not hidden.
  recolour() {
    for (const each of this.paper.querySelectorAll("[data-c]")) {
      const shown = numbersOf(each).filter((number) => !this.items[number].hidden && !this.items[number].classList.contains("is-set-aside"));
      const kinds = shown.map((number) => `kind-${this.items[number].dataset.kind}`);
      const kept = [...each.classList].filter((name) => !name.startsWith("kind-") && name !== "say" && name !== "say--several");
      each.className = [...kept, ...(shown.length ? ["say", kinds[0]] : []), ...(shown.length > 1 ? ["say--several"] : [])].join(" ");
    }
    for (const [number, mark] of this.marks) mark.classList.toggle("is-quiet", this.items[number].hidden);
  }

  // The place of what is selected, in code points of the document's text; null if nothing of it is.
  selection() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    if (!range.intersectsNode(this.paper)) return null;
    let start = null;
    let end = null;
    for (const each of this.paper.querySelectorAll("[data-s]")) {
      if (!range.intersectsNode(each)) continue;
      const node = each.firstChild;
      if (!node) continue;
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.data.length;
      if (to <= from) continue;
      const at = Number(each.dataset.s);
      start ??= at + codePoints(node.data.slice(0, from));
      end = at + codePoints(node.data.slice(0, to));
    }
    return start === null || start >= end ? null : { start, end, words: chosen.toString().trim() };
  }
}

function numbersOf(element) {
  return element?.dataset.c ? element.dataset.c.split(" ").map(Number) : [];
}

function rolesOf(element) {
  const told = element.dataset.r?.trim();
  return told ? told.split(" ").map((each) => [Number(each.split(":")[0]), each.split(":")[1]]) : [];
}

function put(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

// Offsets count code points; a string of this language counts code units.
function codePoints(text) {
  return [...text].length;
}
