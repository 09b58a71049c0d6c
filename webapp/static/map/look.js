// How partners and lines look under a choice; what the server drew is the look of a fresh page.

const css = getComputedStyle(document.body);
const token = (name) => css.getPropertyValue(name).trim();
export const INK = token("--le-ink"), SOFT = token("--le-ink-soft"), SHEET = token("--le-sheet"), TINT = token("--le-tint");
export const TEXT = token("--le-text"), DISPLAY = token("--le-display");
const QUIET = "#a9b8b3"; // the lightest step of energy would vanish on white
const LEVELS = [QUIET, ...[1, 2, 3, 4].map((level) => token(`--le-energy-${level}`))];
const LINE = "#788a8d";
const DIM = 0.12, DIM_LINE = 0.06;

const frame = (background, border) => {
  const lit = { background, border: INK };
  return { background, border, highlight: lit, hover: lit };
};

export function actorLook(actor, choice, groups, picked) {
  const own = groups[actor.domain].color.background;
  const fill = !choice.byEnergy ? own : actor.energy === null ? SHEET : LEVELS[Math.min(4, Math.floor(actor.energy / 20))];
  const chosen = picked === actor;
  const border = chosen ? INK : choice.byEnergy ? SOFT : actor.alone ? own : SHEET;
  return {
    id: actor.id,
    size: size(actor, choice),
    opacity: chosen || choice.admits(actor) ? 1 : DIM,
    borderWidth: chosen ? 4 : actor.alone ? 3 : 2,
    color: frame(actor.alone ? SHEET : fill, border),
  };
}

export function size(actor, choice) {
  return choice.byPartners ? 11 + Math.min(actor.partners, 25) * 0.8 : actor.size;
}

export function hubLook(tie, choice, groups, picked) {
  const near = picked === tie || tie.partners.includes(picked);
  const colour = near ? INK : groups[tie.hub.group].color.background;
  return { id: tie.id, hidden: !choice.draws(tie), opacity: choice.shows(tie) ? 1 : DIM, color: frame(colour, SHEET) };
}

export function lineLook(line, tie, choice, picked) {
  const own = picked === tie || line.ends.includes(picked), near = own || tie.partners.includes(picked);
  // A line with a colour of its own is cold, wished or planned, and stays so.
  const colour = line.color || (near ? INK : LINE);
  return {
    id: line.id,
    hidden: !choice.draws(tie),
    width: own ? 4 : near ? 2.5 : line.width || 1.8,
    color: { color: colour, highlight: colour, hover: INK, inherit: false, opacity: choice.shows(tie) ? 1 : DIM_LINE },
  };
}
