// Tie nodes and edges together: a collaboration has partners, and a diamond (of three or more) or a line (of two).
export function connect(data) {
  const things = new Map(), actors = [], groups = [], ties = [];
  for (const node of data.nodes) {
    node.name = node.label;
    delete node.label; // names are written by picture.js
    if (node.kind !== "collaboration") {
      (node.kind === "actor" ? actors : groups).push(node);
      things.set(node.id, node);
      continue;
    }
    const tie = { id: node.id, kind: "collaboration", dim: node.dim, hub: node, partners: [] };
    ties.push(tie);
    things.set(tie.id, tie);
  }
  data.edges.forEach((line, number) => {
    line.ends = [things.get(line.from), things.get(line.to)];
    line.tie = line.ends[0];
    if (line.tie.kind !== "collaboration") {
      line.tie = { id: line.id, kind: "collaboration", hub: null, partners: line.ends };
      // Without an id it stands for all that two groups do together, and cannot be chosen.
      if (line.id) { ties.push(line.tie); things.set(line.id, line.tie); } else line.id = `lijn-${number}`;
    } else {
      line.id = `lijn-${number}`;
      line.tie.partners.push(line.ends[1]);
    }
  });
  return { things, actors, groups, ties, lines: data.edges };
}
