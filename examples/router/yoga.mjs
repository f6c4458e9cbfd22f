// A router of GraphQL Yoga and @graphql-tools/federation (MIT):  node yoga.mjs SUPERGRAPH [PORT [HOST]]
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { getStitchedSchemaFromSupergraphSdl } from "@graphql-tools/federation";
import { createYoga } from "graphql-yoga";

const [file, port = "4000", host = "127.0.0.1"] = process.argv.slice(2);
const schema = getStitchedSchemaFromSupergraphSdl({
  supergraphSdl: readFileSync(file, "utf8"),
  batch: true, // entities that several fields ask for go out in one request
});
const yoga = createYoga({ schema, graphqlEndpoint: "/", landingPage: false, logging: "warn" });
const server = createServer(yoga);
server.listen(Number(port), host, () => console.log(`ready http://${host}:${server.address().port}/`));
