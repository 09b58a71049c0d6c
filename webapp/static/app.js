// Small comforts. Everything works without this file.
document.querySelectorAll("[data-close]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => { button.parentElement.hidden = true; });
});

// A piece of a page that did not come: say so, since nothing on the page changes.
["htmx:responseError", "htmx:sendError", "htmx:timeout"].forEach((name) => {
  document.addEventListener(name, () => {
    const told = document.getElementById("mislukt");
    (dialog?.open ? dialog : document.body).append(told);
    told.hidden = false;
  });
});

// A short form in a dialog; closing it gives the focus back to the link that opened it.
const dialog = document.getElementById("snel");
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target === dialog && !dialog.open) dialog.showModal();
});

// A menu that opened closes again with Escape or a click beside it.
const menus = () => document.querySelectorAll("details.account, details.all, details.menu");
document.addEventListener("click", (event) => {
  menus().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  menus().forEach((menu) => {
    if (!menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});
