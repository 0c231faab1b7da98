// Reads a file from standard input with a library that knows nothing of this program, and prints as JSON what it found.
//   node read-again.mjs graphml|gexf|ftm < FILE
import { readFileSync } from 'node:fs';

const text = readFileSync(0, 'utf8');
const readers = { graphml: () => readGraph('graphology-graphml'), gexf: () => readGraph('graphology-gexf'), ftm: readFollowTheMoney };
console.log(JSON.stringify(await readers[process.argv[2]]()));

/** The nodes and edges of a graph, each with its attributes and its id. */
async function readGraph(library) {
  const { default: Graph } = await import('graphology');
  const { default: format } = await import(library);
  const graph = format.parse(Graph, text);
  return {
    nodes: graph.mapNodes((id, attributes) => ({ ...attributes, id })),
    edges: graph.mapEdges((id, attributes, source, target, s, t, undirected) => ({ ...attributes, id, source, target, undirected })),
  };
}

/** How many entities there are of each schema, and what in them is not as the public model has it. */
async function readFollowTheMoney() {
  const { Model, defaultModel } = await import('@alephdata/followthemoney').then((m) => m.default ?? m);
  const model = new Model(defaultModel);
  const schemas = new Map();
  const problems = [];
  for (const line of text.split('\n').filter(Boolean)) {
    const { id, schema: name, properties } = JSON.parse(line);
    const schema = model.getSchema(name);
    schemas.set(id, schema);
    const entity = model.getEntity({ id, schema: name, properties });
    for (const [property, values] of Object.entries(properties)) {
      if (!schema.hasProperty(property)) {
        problems.push(`${name} has no property ${property}`);
        continue;
      }
      const { type, range } = schema.getProperty(property);
      for (const value of values) {
        if (typeof value !== 'string' || value === '') problems.push(`${name}.${property} is ${JSON.stringify(value)}`);
        if (type.name === 'entity' && !schemas.get(value)?.isA(range)) problems.push(`${name}.${property} refers to no ${range}`);
        if (type.name === 'date' && !/^\d{4}-\d\d-\d\d$/.test(value)) problems.push(`${name}.${property} is no day: ${value}`);
      }
    }
    for (const required of schema.required ?? []) {
      if (!properties[required]) problems.push(`${name} lacks ${required}`);
    }
    if (!schema.edge && !entity.getCaption()) problems.push(`${name} ${id} has nothing to be shown by`);
  }
  const counts = {};
  for (const schema of schemas.values()) counts[schema.name] = (counts[schema.name] ?? 0) + 1;
  return { counts, problems };
}
