// The network map. The server built nodes, edges and options (webapp/map/drawing.py); vis paints them.

/* global vis, htmx */
import { Choice, remember } from "./choice.js";
import { actorLook, hubLook, lineLook } from "./look.js";
import { Picture } from "./picture.js";

const $ = (id) => document.getElementById(id);
const box = $("map"), form = $("keuze"), chooser = $("f-partner");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 260, easingFunction: "easeOutCubic" };

// On a phone the map comes first; the filters are one tap away.
if (innerWidth < 768) form.querySelectorAll("details").forEach((part) => { part.open = false; });

fetch(box.dataset.source)
  .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
  .then(start)
  .catch((error) => { $("melding").hidden = false; throw error; });

function start(data) {
  const { page, ...options } = data.options;
  const { things, actors, ties, lines } = connect(data);
  const asked = new URLSearchParams(location.search);
  let picked = things.get(asked.get("partner") || asked.get("samenwerking")) || null;
  let choice = new Choice(form);

  const nodeLooks = () => [...actors.map((actor) => actorLook(actor, choice, options.groups, picked)),
    ...ties.filter((tie) => tie.hub).map((tie) => hubLook(tie, choice, options.groups, picked))];
  const lineLooks = () => lines.map((line) => lineLook(line, line.tie, choice, picked));

  const nodes = new vis.DataSet(data.nodes), edges = new vis.DataSet(data.edges);
  if (!choice.isFresh || picked) { nodes.update(nodeLooks()); edges.update(lineLooks()); }
  const network = new vis.Network(box, { nodes, edges }, options);
  box.firstElementChild.removeAttribute("tabindex"); // a picture; the keyboard has the list of partners and the buttons
  const picture = new Picture(network, box, { actors, ties, tints: page.tints });
  picture.show(choice, picked);
  network.once("afterDrawing", () => { performance.mark("map-drawn"); setTimeout(fillIn); });
  view(false);

  function repaint() {
    choice = new Choice(form);
    picture.show(choice, picked);
    nodes.update(nodeLooks());
    edges.update(lineLooks());
    tell();
  }
  // After the first picture: thousands of names to choose from need not keep anybody waiting.
  function fillIn() {
    chooser.append(...actors.map((actor) => new Option(actor.name, actor.id, false, actor === picked)));
    tell();
    if (picked) tellMore();
  }
  function tell() {
    const words = { shown: actors.filter((actor) => choice.admits(actor)).length, all: actors.length, ties: ties.filter((tie) => choice.shows(tie)).length };
    $("aantal").textContent = $("aantal").dataset.text.replace(/\{(\w+)\}/g, (_, word) => words[word].toLocaleString("nl"));
    $("energieschaal").hidden = !choice.byEnergy;
    remember(form, picked);
  }
  function pick(thing) {
    picked = thing;
    chooser.value = thing.kind === "actor" ? thing.id : "";
    repaint();
    tellMore();
  }
  function tellMore() {
    const name = picked.kind === "actor" ? "partner" : "samenwerking";
    htmx.ajax("GET", `${box.dataset.panel}?${name}=${encodeURIComponent(picked.id)}`, { target: "#paneel", swap: "innerHTML" });
  }
  // Tighter than fit(): the picture fills the box, with room for names.
  function whole(animation) {
    const hubs = ties.filter((tie) => tie.hub && choice.draws(tie)).map((tie) => tie.hub), all = [...actors, ...hubs];
    if (!all.length) return;
    const [left, right] = range(all.map((at) => at.x)), [top, bottom] = range(all.map((at) => at.y));
    const scale = Math.min(box.clientWidth / (right - left + 150), box.clientHeight / (bottom - top + 200), 1.4);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 - 12 }, scale, animation });
  }
  function view(animation) {
    const at = picked && (picked.hub || (picked.kind === "actor" ? picked : picked.partners[0]));
    if (at) network.moveTo({ position: { x: at.x, y: at.y }, scale: box.clientWidth < 560 ? 0.62 : 0.9, animation });
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
  };
  Object.entries(buttons).forEach(([id, act]) => $(id).addEventListener("click", act));

  const found = ({ nodes: [node], edges: [edge] }) => things.get(node) || things.get(edge);
  network.on("click", (event) => { const thing = found(event); if (thing) pick(thing); });
  network.on("doubleClick", (event) => {
    const thing = found(event);
    if (thing) location.assign(box.dataset[thing.kind].replace("ID", encodeURIComponent(thing.id)));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (event.target !== chooser) return repaint();
    picked = things.get(chooser.value) || null;
    repaint();
    if (picked) tellMore();
    return view(calm);
  });

  $("samenvatting").textContent = page.summary;
  if (document.fonts.status !== "loaded") document.fonts.ready.then(() => { picture.widths.clear(); network.redraw(); });
}

// Tie nodes and edges together: a collaboration has partners, and a diamond (of three or more) or a line (of two).
function connect(data) {
  const things = new Map(), actors = [], ties = [];
  for (const node of data.nodes) {
    node.name = node.label;
    delete node.label; // names are written by picture.js
    if (node.kind === "actor") { actors.push(node); things.set(node.id, node); continue; }
    const tie = { id: node.id, kind: "collaboration", layer: node.layer, status: node.status, form: node.form, hub: node, partners: [] };
    ties.push(tie);
    things.set(tie.id, tie);
  }
  data.edges.forEach((line, number) => {
    line.ends = [things.get(line.from), things.get(line.to)];
    line.tie = line.ends[0];
    if (line.tie.kind === "actor") {
      line.tie = { id: line.id, kind: "collaboration", layer: line.layer, status: line.status, form: line.form, hub: null, partners: line.ends };
      ties.push(line.tie);
      things.set(line.id, line.tie);
    } else {
      line.id = `lijn-${number}`;
      line.tie.partners.push(line.ends[1]);
    }
  });
  return { things, actors, ties, lines: data.edges };
}

// Math.min(...list) fails on very long lists.
const range = (list) => list.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
