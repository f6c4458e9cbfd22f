"""The hub's own files: products, prices, deals, assurance, reviews, pilots, needs."""
