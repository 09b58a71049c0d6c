// The search field of every page. Without this file it is a form that leads to a page of answers.
// As a combobox: arrows walk through what was found, Enter opens it, Escape closes the list; Tab goes through the same links.
const field = document.getElementById("zoek"), list = document.getElementById("zoek-lijst");
let active = null;

const options = () => [...list.querySelectorAll("[role=option]")];

function choose(option) {
  active?.setAttribute("aria-selected", "false");
  active = option || null;
  active?.setAttribute("aria-selected", "true");
  active?.scrollIntoView({ block: "nearest" });
  if (active) field.setAttribute("aria-activedescendant", active.id);
  else field.removeAttribute("aria-activedescendant");
}

function show(open) {
  list.hidden = !open;
  field.setAttribute("aria-expanded", String(open));
  if (!open) choose(null);
}

function step(by) {
  const all = options();
  if (!all.length) return;
  show(true);
  const at = all.indexOf(active) + by;
  choose(active ? all[at] : all.at(by > 0 ? 0 : -1)); // past an end nothing is chosen, and the field has it again
}

if (field && list) {
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");

  list.addEventListener("htmx:afterSwap", () => { active = null; show(options().length > 0 && field.form.contains(document.activeElement)); });
  field.addEventListener("focus", () => show(options().length > 0));
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); step(event.key === "ArrowDown" ? 1 : -1); }
    else if (event.key === "Enter" && active) { event.preventDefault(); location.assign(active.href); }
  });
  field.form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    event.preventDefault(); // the first Escape closes the list, the next one empties the field
    field.focus();
    show(false);
  });
  field.form.addEventListener("focusout", (event) => { if (!field.form.contains(event.relatedTarget)) show(false); });
  // A click on an answer must not first take the focus, and so the list, away.
  list.addEventListener("mousedown", (event) => event.preventDefault());

  // "/" and Ctrl+K, unless the user switched them off.
  if (field.hasAttribute("aria-keyshortcuts")) document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]") || document.querySelector("dialog[open]");
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing;
    const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!slash && !k || !field.offsetParent) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
