// What vis does not draw: tints of groups and glow below the lines; above them labels that never overlap.
// Labels have a fixed size on screen and are written most important first, so a large map writes few.

import { DISPLAY, INK, SHEET, SOFT, TEXT, TINT } from "./look.js";

const LOOSE = "#f6f8f5", MARGIN = 40, SEAM = 8, CELL = 96;
const MOST_PLATES = 12;
const NAMES = "500 12.5px", CHOSEN = "700 13px";

export class Picture {
  constructor(network, box) {
    Object.assign(this, { network, box, actors: [], groups: [], ties: [], tints: [], ranked: [], outstanding: new Set(), hubs: [], widths: new Map(), glow: glow() });
    network.on("beforeDrawing", (ctx) => { this.drawTints(ctx); this.drawGlow(ctx); });
    network.on("afterDrawing", (ctx) => this.drawNames(ctx));
  }

  show({ actors, groups, ties }, tints, picked) {
    Object.assign(this, { actors, groups, ties, tints, picked });
    const near = new Set(ties.filter((tie) => tie === picked || tie.partners.includes(picked)).flatMap((tie) => tie.partners));
    const weight = (actor) => (actor === picked ? 1000 : 0) + (actor.told ? 500 : 0) + (near.has(actor) ? 60 : 0) + (actor.energy || 0) + actor.partners * 3;
    this.ranked = actors.filter((actor) => actor === picked || !actor.dim).sort((a, b) => weight(b) - weight(a));
    this.hubs = ties.filter((tie) => tie.hub && !tie.dim);
    // What is chosen and the first of what stands out are always named.
    this.outstanding = new Set(this.ranked.filter((actor) => actor === picked || actor.told).slice(0, MOST_PLATES));
  }

  drawTints(ctx) {
    ctx.lineJoin = "round";
    for (const tint of this.tints) {
      ctx.beginPath();
      tint.corners.forEach(([x, y], corner) => (corner ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
      ctx.closePath();
      // A white seam below the tint keeps groups apart where they overlap.
      for (const [colour, width] of [[SHEET, 2 * MARGIN + SEAM], [tint.loose ? LOOSE : TINT, 2 * MARGIN]]) {
        ctx.strokeStyle = ctx.fillStyle = colour;
        ctx.lineWidth = width;
        ctx.stroke();
      }
      ctx.fill();
    }
  }

  drawGlow(ctx) {
    for (const actor of this.actors) {
      if (!actor.lively || actor.dim) continue;
      const reach = 28 + (actor.energy - 60) * 1.5;
      ctx.drawImage(this.glow, actor.x - reach, actor.y - reach, 2 * reach, 2 * reach);
    }
  }

  drawNames(ctx) {
    const scale = this.network.getScale(), unit = 1 / scale;
    const from = this.network.DOMtoCanvas({ x: 0, y: 0 }), to = this.network.DOMtoCanvas({ x: this.box.clientWidth, y: this.box.clientHeight });
    const page = new Page(ctx, unit, from, to, this.widths);
    for (const actor of [...this.actors, ...this.groups]) page.block(actor.x, actor.y, actor.size + 2 * unit);
    for (const tie of this.ties) if (tie.hub) page.block(tie.hub.x, tie.hub.y, tie.hub.size * 0.7);
    page.take([to.x - 64 * unit, from.y, to.x, from.y + 150 * unit]); // the buttons to zoom
    page.take([to.x - 120 * unit, to.y - 120 * unit, to.x, to.y]); // and to pan
    this.groups.forEach((group) => page.write(group.name, around(group, group.size, unit), CHOSEN, TEXT, INK));
    this.nameTints(page, unit);
    const limit = scale < 0.3 ? 12 : scale < 0.75 ? 34 : 200;
    this.ranked.slice(0, limit).forEach((actor) => this.nameActor(page, actor, unit));
    if (scale >= 1.1) this.hubs.slice(0, limit).forEach((tie) => page.write(tie.hub.name, around(tie.hub, tie.hub.size, unit), NAMES, TEXT, SOFT));
    else if (this.picked?.hub) page.plate(this.picked.hub, this.picked.hub.size, this.picked.hub.name);
  }

  nameTints(page, unit) {
    const font = this.box.clientWidth < 560 ? "650 13px" : "650 15px";
    for (const tint of this.tints) {
      const xs = tint.corners.map(([x]) => x), ys = tint.corners.map(([, y]) => y);
      const x = (Math.min(...xs) + Math.max(...xs)) / 2, top = Math.min(...ys), bottom = Math.max(...ys), gap = MARGIN + 12 * unit;
      page.write(tint.name, [[x, top - gap, "center"], [x, bottom + gap, "center"], [x, top - 26, "center"]], font, DISPLAY, SOFT);
    }
  }

  nameActor(page, actor, unit) {
    const reach = actor.size;
    const outstanding = this.outstanding.has(actor);
    if (!outstanding) page.write(actor.name, around(actor, reach, unit), NAMES, TEXT, INK);
    else if (!page.write(actor.name, around(actor, reach, unit), CHOSEN, TEXT, INK)) page.plate(actor, reach, actor.name);
  }
}

const around = ({ x, y }, reach, unit) => {
  const high = reach + 10 * unit, wide = reach + 6 * unit;
  return [[x, y + high, "center"], [x, y - high, "center"], [x + wide, y, "left"], [x - wide, y, "right"],
    [x, y + high, "left"], [x, y + high, "right"], [x, y - high, "left"], [x, y - high, "right"]];
};

// The part of the map on screen, with what is taken kept in cells, so that a look-up does not grow with the network.
class Page {
  constructor(ctx, unit, from, to, widths) {
    Object.assign(this, { ctx, unit, from, to, widths, cells: new Map(), size: CELL * unit });
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
  }

  block(x, y, reach) {
    if (x + reach > this.from.x && x - reach < this.to.x && y + reach > this.from.y && y - reach < this.to.y) this.take([x - reach, y - reach, x + reach, y + reach]);
  }

  *keys([left, top, right, bottom]) {
    for (let x = Math.floor(left / this.size); x <= right / this.size; x += 1) {
      for (let y = Math.floor(top / this.size); y <= bottom / this.size; y += 1) yield x * 100003 + y;
    }
  }

  take(box) {
    for (const key of this.keys(box)) this.cells.has(key) ? this.cells.get(key).push(box) : this.cells.set(key, [box]);
  }

  isFree(box) {
    const edge = 4 * this.unit;
    if (box[0] < this.from.x + edge || box[2] > this.to.x - edge || box[1] < this.from.y + edge || box[3] > this.to.y - edge) return false;
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) || []) if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return false;
    }
    return true;
  }

  font(font, family) {
    const [weight, pixels] = font.split(" ");
    this.ctx.font = `${weight} ${parseFloat(pixels) * this.unit}px ${family}`;
  }

  // Text grows with the unit, so its width in pixels is measured once.
  width(text, font) {
    const key = font + text;
    if (!this.widths.has(key)) this.widths.set(key, this.ctx.measureText(text).width / this.unit);
    return this.widths.get(key) * this.unit;
  }

  write(text, spots, font, family, colour) {
    const { ctx, unit } = this;
    this.font(font, family);
    const width = this.width(text, font), half = 8 * unit;
    for (const [x, y, align] of spots) {
      const left = align === "center" ? x - width / 2 : align === "left" ? x : x - width;
      const box = [left - 2 * unit, y - half, left + width + 2 * unit, y + half];
      if (!this.isFree(box)) continue;
      this.take(box);
      ctx.textAlign = align;
      ctx.lineWidth = 4 * unit;
      ctx.strokeStyle = SHEET;
      ctx.strokeText(text, x, y);
      ctx.fillStyle = colour;
      ctx.fillText(text, x, y);
      return true;
    }
    return false;
  }

  // What is chosen is always named: on a dark plate at the nearest free spot, with a short line to it.
  plate(at, reach, text) {
    const { ctx, unit } = this;
    this.font(CHOSEN, TEXT);
    const wide = this.width(text, CHOSEN) / 2 + 8 * unit, high = 11 * unit;
    for (let ring = 1; ring < 9; ring += 1) {
      for (const [dx, dy] of [[0, -1], [0.8, -0.7], [-0.8, -0.7], [1, 0], [-1, 0], [0.8, 0.7], [-0.8, 0.7], [0, 1]]) {
        const x = at.x + dx * (reach + wide * Math.abs(dx) + ring * 12 * unit), y = at.y + dy * (reach + high + ring * 12 * unit);
        const box = [x - wide, y - high, x + wide, y + high];
        if (ring < 8 && !this.isFree(box)) continue;
        const away = Math.hypot(dx, dy);
        ctx.strokeStyle = ctx.fillStyle = INK;
        ctx.lineWidth = 1.5 * unit;
        ctx.beginPath();
        ctx.moveTo(at.x + (dx * reach) / away, at.y + (dy * reach) / away);
        ctx.lineTo(x, y);
        ctx.stroke();
        ctx.beginPath();
        ctx.roundRect(x - wide, y - high, 2 * wide, 2 * high, 5 * unit);
        ctx.fill();
        ctx.fillStyle = SHEET;
        ctx.textAlign = "center";
        ctx.fillText(text, x, y);
        this.take(box);
        return;
      }
    }
  }
}

// One glow, drawn once and stretched for each lively partner.
function glow() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 128;
  const ctx = canvas.getContext("2d"), light = ctx.createRadialGradient(64, 64, 5, 64, 64, 64);
  light.addColorStop(0, "rgb(255 176 44 / 85%)");
  light.addColorStop(0.45, "rgb(255 190 80 / 38%)");
  light.addColorStop(1, "rgb(255 200 97 / 0%)");
  ctx.fillStyle = light;
  ctx.fillRect(0, 0, 128, 128);
  return canvas;
}
