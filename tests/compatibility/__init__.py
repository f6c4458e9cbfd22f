"""Apollo's subgraph compatibility suite, run against a schema of its specification."""
