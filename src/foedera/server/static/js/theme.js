// Light or dark as the reader chose; runs before the page is drawn, so that it does not flash.
try {
  const chosen = localStorage.getItem("foedera-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // storage is forbidden here: the system's scheme it is
}
