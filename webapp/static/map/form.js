// The form of the filters and the address say the same: together they are the whole view.

// What the form asks for, in the order of its fields; what is left empty is left out.
export function query(form) {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
}

// Put the whole view in the address, and in the links of the tabs, the downloads and the print.
export function remember(form, picked) {
  const asked = query(form), shared = asked.toString();
  if (picked && picked.kind !== "group") asked.set(picked.kind === "actor" ? "partner" : "samenwerking", picked.id);
  history.replaceState(null, "", asked.size ? `?${asked}` : location.pathname);
  document.querySelectorAll("[data-query]").forEach((part) => {
    if (part.href) part.href = asked.size ? `${part.pathname}?${asked}` : part.pathname;
    else part.value = asked.toString();
  });
  document.querySelectorAll("a[data-tab]").forEach((tab) => {
    const own = new URLSearchParams(tab.dataset.tab ? shared : asked);
    if (tab.dataset.tab) own.set("weergave", tab.dataset.tab);
    tab.href = own.size ? `?${own}` : location.pathname;
  });
}

// A group is open when the form holds a hidden field with its id.
export function toggleGroup(form, id) {
  const field = [...form.querySelectorAll('input[name="open"]')].find((each) => each.value === id);
  if (field) return field.remove();
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "open", value: id }));
}
