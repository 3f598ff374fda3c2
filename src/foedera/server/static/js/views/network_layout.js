// Where the entities of a network lie: springs between the tied, each pushing the others away, until it is at rest.

const STEPS = 280;
const SEED = 20190201; // any number, always the same: the same selection gives the same drawing

/** Gives each node its `position`. `aspect` is how much wider than high the drawing is. */
export function settle(nodes, ties, aspect) {
  const most = Math.max(1, ...nodes.map((node) => node.claims));
  const bodies = nodes.map((node) => ({ id: node.id, r: 7 + 20 * Math.sqrt(node.claims / most) }));
  const links = ties.map((tie) => ({ source: tie.one, target: tie.other, weight: tie.weight }));
  const degree = new Map();
  for (const { one, other } of ties) for (const end of [one, other]) degree.set(end, (degree.get(end) ?? 0) + 1);
  // A tie to something that nothing else is tied to is short; ties of the much tied leave them room.
  const loose = ({ source, target }) => Math.min(degree.get(source.id ?? source), degree.get(target.id ?? target));
  const simulation = d3
    .forceSimulation(bodies)
    .randomSource(d3.randomLcg(SEED))
    .force("tie", d3.forceLink(links).id((body) => body.id).distance((link) => 30 + 16 * Math.sqrt(loose(link))).strength((link) => 0.9 / loose(link)))
    .force("apart", d3.forceManyBody().strength(nodes.length > 150 ? -70 : -260).distanceMax(500))
    .force("x", d3.forceX().strength(0.05 / aspect))
    .force("y", d3.forceY().strength(0.05 * aspect))
    .force("room", d3.forceCollide((body) => body.r + 4))
    .stop();
  for (let step = 0; step < STEPS; step += 1) simulation.tick();
  nodes.forEach((node, at) => (node.position = { x: bodies[at].x, y: bodies[at].y }));
}
