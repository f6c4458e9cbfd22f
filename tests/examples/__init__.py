"""The examples: each runs as its page says."""
