"""Every line of Cypher: engines, shapes, plans, reads, writes and migrations."""
