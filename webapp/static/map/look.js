// What changes in the picture when something is chosen; all else is as the server drew it.

const css = getComputedStyle(document.body);
const token = (name) => css.getPropertyValue(name).trim();
export const INK = token("--le-ink"), SOFT = token("--le-ink-soft"), SHEET = token("--le-sheet"), TINT = token("--le-tint");
export const TEXT = token("--le-text"), DISPLAY = token("--le-display");
const WIDTH = 1.8;

const frame = (background) => {
  const lit = { background, border: INK };
  return { ...lit, highlight: lit, hover: lit };
};
const fill = (node, groups) => (node.color || groups[node.group].color).background;

// The changes that show what is chosen, with what undoes them.
export function emphasis({ ties, lines }, groups, picked) {
  if (!picked) return { nodes: [], lines: [] };
  const near = (tie) => picked === tie || tie.partners.includes(picked);
  const nodes = ties.filter((tie) => tie.hub && near(tie)).map((tie) => ({ id: tie.id, color: frame(INK), opacity: 1 }));
  if (picked.kind === "actor") nodes.push({ id: picked.id, color: frame(fill(picked, groups)), borderWidth: 4, opacity: 1 });
  const changed = lines.filter((line) => near(line.tie)).map((line) => {
    const own = picked === line.tie || line.ends.includes(picked);
    // A line with a colour of its own is cold, wished or on the way, and stays so.
    const colour = line.color ? line.color.color : INK;
    return { id: line.id, width: Math.max(own ? 4 : 2.5, line.width || WIDTH), color: { color: colour, highlight: colour, hover: INK, inherit: false, opacity: 1 } };
  });
  return { nodes, lines: changed };
}

// As the server drew them; a part that it left to the options has to be said again.
export function plain({ nodes, lines }, data, options) {
  const known = new Map(data.nodes.map((node) => [node.id, node])), edges = new Map(data.edges.map((line) => [line.id, line]));
  return {
    nodes: nodes.map(({ id }) => {
      const node = known.get(id), { color, borderWidth } = { ...options.nodes, ...options.groups[node.group], ...node };
      return { id, color, borderWidth, opacity: node.opacity || 1 };
    }),
    lines: lines.map(({ id }) => {
      const line = edges.get(id);
      return { id, width: line.width || WIDTH, color: line.color || options.edges.color };
    }),
  };
}
