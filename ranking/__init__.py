"""Which supplier fits a need: snapshot, features, retrieval, rankers, registry, evaluation."""
