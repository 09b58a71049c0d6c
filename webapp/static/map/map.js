// The network map. The server built nodes, edges and options (webapp/map/drawing.py); vis paints them.

/* global vis, htmx */
import { connect } from "./connect.js";
import { query, remember, toggleGroup } from "./form.js";
import { emphasis, plain } from "./look.js";
import { Picture } from "./picture.js";

const $ = (id) => document.getElementById(id);
const box = $("map"), form = $("keuze");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 260, easingFunction: "easeOutCubic" };
// These change what stands where, or with whom: then the whole picture comes back in view.
const RESHAPES = new Set(["rond", "diepte", "groepeer", "op-datum"]);

// On a phone the map comes first; the filters are one tap away.
if (innerWidth < 768) form.querySelectorAll("details").forEach((part) => { part.open = false; });

const load = (address) => fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
const failed = (error) => { $("melding").hidden = false; throw error; };

load(box.dataset.source).then(start).catch(failed);

function start(first) {
  const asked = new URLSearchParams(location.search);
  for (const id of asked.getAll("open")) toggleGroup(form, id);
  let data, drawn, picked = null, lit = { nodes: [], lines: [] }, turn = 0;
  const nodes = new vis.DataSet(), edges = new vis.DataSet();
  take(first, asked.get("partner") || asked.get("samenwerking"));
  const network = new vis.Network(box, { nodes, edges }, visOptions(first));
  box.firstElementChild.removeAttribute("tabindex"); // a picture; the keyboard has the fields and the buttons
  const picture = new Picture(network, box);
  picture.show(drawn, first.options.page.tints, picked);
  network.once("afterDrawing", () => { performance.mark("map-drawn"); setTimeout(() => { tell(); if (picked) tellMore(); document.body.dataset.map = "klaar"; }); });
  view(false);

  // Take what the server drew; what was chosen stays chosen as long as it is there.
  function take(fresh, id) {
    data = fresh;
    drawn = connect(fresh);
    picked = drawn.things.get(id) || drawn.things.get(fresh.options.page.centre) || null;
    lit = emphasis(drawn, fresh.options.groups, picked);
    nodes.clear();
    edges.clear();
    nodes.add(fresh.nodes);
    edges.add(fresh.edges);
    light(lit);
  }
  function light(changes) {
    nodes.update(changes.nodes);
    edges.update(changes.lines);
  }
  // Fetch the picture of what the form asks now; of two that overlap the last one counts.
  async function redraw(changed) {
    const mine = turn += 1, wanted = query(form);
    if (picked?.kind === "actor") wanted.set("partner", picked.id); // who is chosen stays out of a closed group
    box.setAttribute("aria-busy", "true");
    const fresh = await load(wanted.size ? `${box.dataset.address}?${wanted}` : box.dataset.address);
    if (mine !== turn) return;
    const before = picked;
    take(fresh, changed === "rond" ? null : picked?.id);
    network.setOptions(visOptions(fresh));
    picture.show(drawn, fresh.options.page.tints, picked);
    if (RESHAPES.has(changed)) view(calm);
    tell();
    if (picked && picked.id !== before?.id) tellMore();
    box.removeAttribute("aria-busy");
  }
  function tell() {
    const { page } = data.options;
    $("aantal").textContent = page.counted;
    $("samenvatting").textContent = page.summary;
    $("problemen").textContent = page.problems.join(" ");
    $("problemen").hidden = !page.problems.length;
    $("kleuren").replaceChildren(...page.key.map(keyLine));
    $("kleuren").hidden = !page.key.length;
    if (page.groups.length || !$("groepen").hidden) {
      import("./groups.js").then(({ listGroups }) => listGroups($("groepen"), page.groups, open));
    }
    remember(form, picked);
    tellText();
  }
  // A route and what stands out are told in words below the map; without either there is nothing to fetch.
  function tellText() {
    const asked = query(form), target = $("tekst");
    if (asked.has("markeer") || (asked.get("van") && asked.get("naar"))) htmx.ajax("GET", `${target.dataset.address}?${asked}`, { target, swap: "innerHTML" });
    else target.replaceChildren();
  }
  function open(id) {
    toggleGroup(form, id);
    redraw("open").catch(failed);
  }
  function pick(thing) {
    if (thing.kind === "group") return open(thing.id.slice(thing.id.indexOf(":") + 1));
    light(plain(lit, data, data.options));
    picked = thing;
    lit = emphasis(drawn, data.options.groups, picked);
    light(lit);
    picture.show(drawn, data.options.page.tints, picked);
    network.redraw();
    remember(form, picked);
    return tellMore();
  }
  function tellMore() {
    const name = picked.kind === "actor" ? "partner" : "samenwerking";
    htmx.ajax("GET", `${box.dataset.panel}?${name}=${encodeURIComponent(picked.id)}`, { target: "#paneel", swap: "innerHTML" });
  }
  // Tighter than fit(): the picture fills the box, with room for names.
  function whole(animation) {
    const all = data.nodes;
    if (!all.length) return;
    const [left, right] = range(all, "x"), [top, bottom] = range(all, "y");
    const scale = Math.min(box.clientWidth / (right - left + 150), box.clientHeight / (bottom - top + 200), 1.4);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 - 12 }, scale, animation });
  }
  function view(animation) {
    const at = picked && (picked.hub || (picked.kind === "actor" ? picked : picked.partners[0]));
    const alone = form.elements.diepte.value || form.elements.groepeer.value;
    if (at && !alone) network.moveTo({ position: { x: at.x, y: at.y }, scale: box.clientWidth < 560 ? 0.62 : 0.9, animation });
    else whole(animation);
  }
  const zoom = (factor) => network.moveTo({ scale: Math.min(3, Math.max(0.05, network.getScale() * factor)), animation: calm });
  const pan = (x, y) => {
    const at = network.getViewPosition(), step = Math.min(box.clientWidth, box.clientHeight) / 3 / network.getScale();
    network.moveTo({ position: { x: at.x + x * step, y: at.y + y * step }, animation: calm });
  };
  const buttons = {
    "zoom-in": () => zoom(1.35), "zoom-out": () => zoom(1 / 1.35), fit: () => whole(calm),
    "pan-up": () => pan(0, -1), "pan-down": () => pan(0, 1), "pan-left": () => pan(-1, 0), "pan-right": () => pan(1, 0),
    png: () => import("./png.js").then(({ savePng }) => savePng($("svg").href, $("png").dataset.name)),
  };
  Object.entries(buttons).forEach(([id, act]) => $(id).addEventListener("click", act));

  const found = ({ nodes: [node], edges: [edge] }) => drawn.things.get(node) || drawn.things.get(edge);
  network.on("click", (event) => { const thing = found(event); if (thing) pick(thing); });
  network.on("doubleClick", (event) => {
    const thing = found(event);
    if (thing && thing.kind !== "group") location.assign(box.dataset[thing.kind].replace("ID", encodeURIComponent(thing.id)));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (event.target.name === "groepeer") form.querySelectorAll('input[name="open"]').forEach((field) => field.remove());
    redraw(event.target.name).catch(failed);
  });

  if (document.fonts.status !== "loaded") document.fonts.ready.then(() => { picture.widths.clear(); network.redraw(); });
}

function visOptions({ options: { page, ...own } }) {
  return own;
}

function keyLine({ colour, text }) {
  const line = document.createElement("li"), sign = document.createElementNS("http://www.w3.org/2000/svg", "svg"), dot = document.createElementNS(sign.namespaceURI, "circle");
  sign.setAttribute("class", "dot-key");
  sign.setAttribute("viewBox", "0 0 16 16");
  sign.setAttribute("aria-hidden", "true");
  for (const [name, value] of Object.entries({ cx: 8, cy: 8, r: 6, fill: colour, stroke: "currentColor" })) dot.setAttribute(name, value);
  sign.append(dot);
  line.append(sign, text);
  return line;
}

// Math.min(...list) fails on very long lists.
const range = (list, name) => list.reduce(([low, high], each) => [Math.min(low, each[name]), Math.max(high, each[name])], [Infinity, -Infinity]);
