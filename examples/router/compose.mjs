// Composes subgraphs into a supergraph:  node compose.mjs NAME=ADDRESS=SCHEMA_FILE …
// Prints the supergraph; on a conflict prints what is wrong and ends with 1.
import { readFileSync } from "node:fs";
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

const services = process.argv.slice(2).map((given) => {
  const [name, url, file] = given.split("=");
  return { name, url, typeDefs: parse(readFileSync(file, "utf8")) };
});
const { errors, hints, supergraphSdl } = composeServices(services);
for (const problem of errors ?? hints) console.error(problem.message ?? String(problem));
if (errors) process.exit(1);
console.log(supergraphSdl);
