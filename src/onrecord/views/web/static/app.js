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
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && document.getElementById(name);
    if (target && target.dataset.n) light([target.dataset.n]);
    const offset = /^at-(\d+)$/.exec(name); // words that are no statement: a contact, an event
    if (!offset) return;
    const stretch = all("[data-at]").filter((each) => Number(each.dataset.at) <= Number(offset[1])).pop();
    stretch?.classList.add("on");
    stretch?.scrollIntoView({ block: "center" });
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

// --- an article: a statement that the reader missed, from a selection ---

function takeSelections() {
  const form = document.querySelector("form.missed");
  const text = document.querySelector(".text");
  if (!form || !text) return;
  const bar = document.getElementById("selection");
  const place = (node, offset) => {
    const at = (node.nodeType === 3 ? node.parentElement : node).closest("[data-at]");
    return at ? Number(at.dataset.at) + (node.nodeType === 3 ? offset : 0) : null;
  };
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const inside = range && text.contains(range.commonAncestorContainer);
    bar.hidden = !inside;
  });
  for (const button of all("button[data-role]", bar)) {
    button.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
    button.addEventListener("click", () => {
      const range = getSelection().getRangeAt(0);
      const copy = range.cloneContents();
      for (const beside of all(".at, .notes", copy)) beside.remove();
      form.elements[button.dataset.role].value = copy.textContent;
      const near = place(range.startContainer, range.startOffset);
      if (near !== null && button.dataset.role === "content") form.elements.near.value = near;
      form.closest("details").open = true;
      if (button.dataset.role === "content") form.scrollIntoView({ block: "nearest" });
      getSelection().removeAllRanges();
    });
  }
}

// --- review: other words for a statement, from a selection in its sentence ---

function takeOtherWords() {
  const bar = document.getElementById("other-words");
  if (!bar) return;
  let card = null;
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const at = range && range.commonAncestorContainer;
    const quote = at && (at.nodeType === 3 ? at.parentElement : at).closest(".card blockquote");
    card = quote ? quote.closest(".card") : null;
    bar.hidden = !card;
  });
  for (const button of all("button[data-role]", bar)) {
    button.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
    button.addEventListener("click", () => {
      const form = card?.querySelector("form[action^='/review/spans/']");
      if (!form) return;
      const fields = all(`[name=${button.dataset.role}]`, form);
      fields[0].value = getSelection().getRangeAt(0).cloneContents().textContent; // as the article has it, lines too
      for (const more of fields.slice(1)) more.value = ""; // one stretch takes the place of all pieces
      form.closest("details").open = true;
      getSelection().removeAllRanges();
      form.querySelector("button").focus();
    });
  }
}

// --- review by keyboard ---

function workByKeys() {
  const cards = all(".card");
  if (!document.querySelector(".cards")) return;
  let current = -1;
  const fields = {
    e: ".values [name=speaker]",
    w: "form[action^='/review/spans/'] [name=content]",
    p: ".party [name=other]",
    c: ".claim input[name=other]:not([type=hidden])",
  };
  const open = (field) => {
    if (!field) return;
    field.closest("details").open = true;
    field.focus();
  };
  const go = (number) => {
    current = Math.max(0, Math.min(cards.length - 1, number));
    cards[current]?.focus();
    cards[current]?.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("focusin", (event) => {
    const card = event.target.closest(".card");
    if (card) current = cards.indexOf(card);
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key === "Escape") cards[current]?.focus();
      return;
    }
    const card = cards[current];
    const press = (selector, root) => { const found = root?.querySelector(selector); if (found) { event.preventDefault(); found.click(); } };
    if (event.key === "j") go(current + 1);
    else if (event.key === "k") go(current - 1);
    else if (event.key === "a") press("[data-key=a]", card);
    else if (event.key === "r") press("[data-key=r]", card);
    else if (event.key === "u") press("[data-key=u]", document);
    else if (event.key === "o") press(".quoted", card);
    else if (card && fields[event.key]) {
      event.preventDefault();
      open(card.querySelector(fields[event.key]));
    }
  });
  if (cards.length && document.querySelector("#name [name=name]")?.value) go(0);
}

// --- the network: a name and its ties ---

function joinNamesAndTies() {
  for (const network of all(".network")) {
    const choose = (row) => {
      const ties = all("path[data-names]", network).map((path) => [path, path.dataset.names.split(" ")]);
      const near = new Set(ties.filter(([, rows]) => rows.includes(row)).flatMap(([, rows]) => rows));
      network.classList.toggle("chosen", row !== null && near.size > 0);
      for (const [path, rows] of ties) path.classList.toggle("on", rows.includes(row));
      for (const name of all("li[data-name]", network)) name.classList.toggle("on", near.has(name.dataset.name));
    };
    for (const name of all("li[data-name]", network)) {
      for (const event of ["mouseenter", "focusin"]) name.addEventListener(event, () => choose(name.dataset.name));
      for (const event of ["mouseleave", "focusout"]) name.addEventListener(event, () => choose(null));
    }
  }
}

function searchBySlash() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    document.getElementById("find")?.focus();
  });
}

document.addEventListener("DOMContentLoaded", () => {
  searchBySlash();
  takeSelections();
  takeOtherWords();
  workByKeys();
  joinNamesAndTies();
  joinTextAndNotes();
  lowerNotesToTheirLines();
  if (location.hash) requestAnimationFrame(() => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView({ block: "center" }));
});
let resizing;
window.addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(lowerNotesToTheirLines, 150);
});
