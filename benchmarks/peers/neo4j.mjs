// The gateway that a team would pick instead: @neo4j/graphql on Apollo Server, over the same graph.
import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const { PORT, GRAPH_URI, GRAPH_USER, GRAPH_PASSWORD, GRAPH_DATABASE } = process.env;
const driver = neo4j.driver(GRAPH_URI, neo4j.auth.basic(GRAPH_USER, GRAPH_PASSWORD));
const typeDefs = readFileSync(new URL("market.graphql", import.meta.url), "utf8");
const features = { filters: { String: { GT: true, GTE: true } } };
const schema = await new Neo4jGraphQL({ typeDefs, driver, features }).getSchema();
const server = new ApolloServer({ schema, includeStacktraceInErrorResponses: false });
const { url } = await startStandaloneServer(server, {
  listen: { port: Number(PORT), host: "127.0.0.1" },
  context: async () => ({ sessionConfig: { database: GRAPH_DATABASE } }),
});
console.log(`ready at ${url}`);
