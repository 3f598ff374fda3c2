// Shows only the claims in which all typed words stand. Without this script the page shows everything.
(function () {
  const field = document.getElementById("find");
  const told = document.getElementById("found");
  const claims = Array.from(document.querySelectorAll("article"));
  const sections = Array.from(document.querySelectorAll("section.year"));
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = claims.map((claim) => plain(claim.textContent));
  document.querySelector(".find").hidden = false;
  field.addEventListener("input", () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    claims.forEach((claim, place) => {
      claim.hidden = !words.every((word) => texts[place].includes(word));
      shown += claim.hidden ? 0 : 1;
    });
    sections.forEach((section) => { section.hidden = !section.querySelector("article:not([hidden])"); });
    told.textContent = words.length ? shown + " of " + claims.length + " claims" : "";
  });
})();
