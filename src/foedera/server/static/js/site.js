// What every page has: the switch of the colour scheme, and a menu that closes.

import { say } from "./saying.js";

const root = document.documentElement;
const systemDark = matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches;
}

function setUpThemeSwitch(button) {
  const show = () => {
    button.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-label", isDark() ? "Use light colours" : "Use dark colours");
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("foedera-theme", root.dataset.theme);
    } catch {
      // storage is forbidden here: the choice holds for this page
    }
    show();
    // Drawings take their colours from the page and draw themselves anew.
    document.dispatchEvent(new CustomEvent("foedera:theme"));
  });
  systemDark.addEventListener("change", show);
  button.hidden = false;
  show();
}

function setUpMenu(menu) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

document.querySelectorAll("[data-theme-switch]").forEach(setUpThemeSwitch);
document.querySelectorAll(".site-menu").forEach(setUpMenu);

// A request that a part of a page makes may fail; that is said, and what was typed stays.
document.addEventListener("htmx:responseError", (event) => {
  say(event.detail.xhr.status === 503 ? "The record is busy; try again in a moment." : "That did not work; load the page anew and try again.");
});
document.addEventListener("htmx:sendError", () => say("The server does not answer."));
