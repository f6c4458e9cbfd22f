"""Work beside the gateway: snapshots of the market for ranking."""
