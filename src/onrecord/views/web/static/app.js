// Makes the pages lively; each works without it. No text of an article is ever taken for markup: nothing here writes HTML.
"use strict";

const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

// --- an article: the text and its notes ---

function joinTextAndNotes() {
  const marks = new Map();
  for (const mark of all(".m[data-s], .at[data-n]")) {
    for (const number of (mark.dataset.s || mark.dataset.n).split(" ")) {
      if (!marks.has(number)) marks.set(number, []);
      marks.get(number).push(mark);
    }
  }
  let lit = [];
  const light = (numbers) => {
    for (const element of lit) element.classList.remove("on");
    lit = numbers.flatMap((number) => [...(marks.get(number) || []), document.getElementById("n-" + number)]).filter(Boolean);
    for (const element of lit) element.classList.add("on");
  };
  const numbersAt = (target) => {
    const at = target.closest && target.closest(".m[data-s], .at[data-n], .note[data-n]");
    if (!at) return [];
    const numbers = (at.dataset.n || at.dataset.s).split(" ");
    return numbers.slice(-1); // the innermost of the statements that the words belong to
  };
  const article = document.querySelector(".article");
  if (!article) return;
  for (const event of ["mouseover", "focusin"]) article.addEventListener(event, (e) => light(numbersAt(e.target)));
  article.addEventListener("mouseleave", () => light([]));
  const followFragment = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.dataset.n) light([target.dataset.n]);
  };
  window.addEventListener("hashchange", followFragment);
  followFragment();
}

function lowerNotesToTheirLines() {
  const notes = all(".notes .note");
  for (const note of notes) note.style.marginTop = "";
  if (!notes.length || getComputedStyle(notes[0]).float !== "right") return;
  for (const note of notes) {
    const anchor = document.querySelector(`.at[data-n="${note.dataset.n}"]`);
    if (!anchor) continue;
    const gap = anchor.getBoundingClientRect().top - note.getBoundingClientRect().top - 3;
    if (gap > 1) note.style.marginTop = gap + "px";
  }
}

document.addEventListener("DOMContentLoaded", () => {
  joinTextAndNotes();
  lowerNotesToTheirLines();
  if (location.hash) requestAnimationFrame(() => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView({ block: "center" }));
});
let resizing;
window.addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(lowerNotesToTheirLines, 150);
});
