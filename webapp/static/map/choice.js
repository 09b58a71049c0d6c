// What the reader wants to see: the form of the filters and the address say the same.
// Mirrors graph/domain/map.py (MapFilter), so that map and list show the same things.

const DEFAULT_STATUS = "active", ANY_STATUS = "alle";

export class Choice {
  constructor(form) {
    const data = new FormData(form);
    this.domains = new Set(data.getAll("domein"));
    this.place = data.get("wijk") || "";
    this.layer = data.get("laag") || "";
    this.status = data.get("status") || DEFAULT_STATUS;
    this.memberships = data.get("lidmaatschappen") === "ja";
    this.byEnergy = data.get("kleur") === "energie";
    this.byPartners = data.get("grootte") === "partners";
  }

  // Whether everything is as the server drew it.
  get isFresh() {
    return !this.domains.size && !this.place && !this.layer && this.status === DEFAULT_STATUS
      && !this.memberships && !this.byEnergy && !this.byPartners;
  }

  admits(actor) {
    return (!this.domains.size || this.domains.has(actor.domain)) && (!this.place || actor.places.includes(this.place));
  }

  // A collaboration that is out of view is not drawn at all.
  draws(tie) {
    return (this.status === ANY_STATUS || tie.status === this.status) && (this.memberships || tie.form === "working");
  }

  // A collaboration that is drawn may still be dimmed: another layer, or nobody in it passes.
  shows(tie) {
    return this.draws(tie) && (!this.layer || tie.layer === this.layer) && tie.partners.some((actor) => this.admits(actor));
  }
}

// Put the whole view in the address, and in the links of the tabs.
export function remember(form, picked) {
  const asked = new URLSearchParams([...new FormData(form)].filter(([name, value]) => value && name !== "partner"));
  const shared = asked.toString();
  if (picked) asked.set(picked.kind === "actor" ? "partner" : "samenwerking", picked.id);
  history.replaceState(null, "", asked.size ? `?${asked}` : location.pathname);
  // What keeps or downloads the view takes the same filters along.
  document.querySelectorAll("[data-query]").forEach((part) => {
    if (part.href) part.href = asked.size ? `${part.pathname}?${asked}` : part.pathname;
    else part.value = asked.toString();
  });
  document.querySelectorAll("a[data-tab]").forEach((tab) => {
    const query = new URLSearchParams(tab.dataset.tab ? shared : asked);
    if (tab.dataset.tab) query.set("weergave", tab.dataset.tab);
    tab.href = query.size ? `?${query}` : location.pathname;
  });
}
