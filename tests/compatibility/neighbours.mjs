// The suite's other two subgraphs, by its specification:  node neighbours.mjs MODULES
// Prints both addresses. `users` knows who works how long, `inventory` what is in stock.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const load = createRequire(join(process.argv[2], "neighbours.cjs"));
const { ApolloServer } = load("@apollo/server");
const { startStandaloneServer } = load("@apollo/server/standalone");
const { buildSubgraphSchema } = load("@apollo/subgraph");
const { parse } = load("graphql");

const people = new Map([
  ["support@apollographql.com", { name: "Somebody", totalProductsCreated: 10, yearsOfEmployment: 10 }],
]);
const stock = new Map([["apollo-oss", { products: [{ id: "apollo-federation" }] }]]);

function delivery({ id, dimensions }, { zip }) {
  const given = `${id} ${dimensions?.size} ${dimensions?.weight} ${zip}`;
  if (given !== "apollo-federation small 1 94111") throw new Error(`@requires brought: ${given}`);
  return { estimatedDelivery: "tomorrow", fastestDelivery: "today" };
}

const subgraphs = {
  users: {
    User: { __resolveReference: ({ email }) => people.has(email) && { email, ...people.get(email) } },
  },
  inventory: {
    Query: { inventory: (_, { id }) => stock.has(id) && { id, ...stock.get(id) } },
    Inventory: { __resolveType: () => "OpenSourceInventory" },
    Product: { delivery },
  },
};

for (const [name, resolvers] of Object.entries(subgraphs)) {
  const typeDefs = parse(readFileSync(new URL(`${name}.graphql`, import.meta.url), "utf8"));
  const server = new ApolloServer({ schema: buildSubgraphSchema({ typeDefs, resolvers }) });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" } });
  console.log(`${name} ${url}`);
}
console.log("ready");
