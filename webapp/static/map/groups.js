// The groups below the map as buttons, so that each opens and closes by key as it does by a click on its circle.

export function listGroups(box, groups, toggle) {
  const focused = box.contains(document.activeElement) ? document.activeElement.dataset.id : null;
  box.replaceChildren(...groups.map(({ id, name, count, open }) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "chip-button", textContent: `${name} (${count.toLocaleString("nl")})` });
    button.setAttribute("aria-expanded", open);
    button.dataset.id = id;
    button.addEventListener("click", () => toggle(id));
    return button;
  }));
  box.hidden = !groups.length;
  // The list is written again after each choice: who chose by key stays where they were.
  [...box.children].find((button) => button.dataset.id === focused)?.focus();
}
