// Starts GraphiQL on this hub's own endpoint; nothing here calls another address.
const query = `# Who fits a need? Ctrl-Enter asks.
{
  matchSuppliers(need: { text: "cloud hosting for a small team" }) {
    suppliers(first: 5) {
      nodes { rank score supplier { id name } reasons { text evidence { id text } } }
    }
    modelVersion
    degraded
  }
}
`;
const fetcher = GraphiQL.createFetcher({ url: "/graphql" });
const root = ReactDOM.createRoot(document.getElementById("graphiql"));
root.render(React.createElement(GraphiQL, { fetcher, defaultQuery: query }));
