"""Settings of the learnt rankers, chosen on G-Cloud needs up to June 2013 and on nothing later.

How: forward chaining over needs of January to June 2013 (models of 1 January and 1 April 2013),
MRR@10 over 222 needs. BM25 alone .409, these settings .416 (spread of six seeds .004), the best of
some forty others .423: every choice lay within the noise, so the small model whose text features
can't count against a supplier (monotone) was kept. The fallback blend reached .421 in the same way.
`hub evaluate` prints the commit of this file.
"""

from collections.abc import Mapping
from types import MappingProxyType

SEED = 7
TREES = 200
FEWEST_NEEDS = 30  # with fewer decided needs the fallback ranker serves
MOST_NEEDS = 1_000  # the newest ones; more would lengthen training and hardly change it
RETRIEVED = 300  # candidates that are ranked
LIGHTGBM: Mapping[str, object] = MappingProxyType(
    {
        "objective": "lambdarank",
        "lambdarank_truncation_level": 15,
        "label_gain": [0, 1],
        "num_leaves": 7,
        "learning_rate": 0.03,
        "min_data_in_leaf": 20,
        "feature_fraction": 0.5,
        "bagging_fraction": 0.7,
        "bagging_freq": 1,
        "monotone_constraints_method": "intermediate",
        "deterministic": True,
        "force_col_wise": True,
        "num_threads": 1,
        "seed": SEED,
        "verbose": -1,
    }
)
# More likeness in words never lowers a score.
MONOTONE: Mapping[str, int] = MappingProxyType(
    {
        "bm25": 1,
        "bm25_share": 1,
        "bm25_place": -1,
        "words_covered": 1,
        "line_best": 1,
        "line_best_lot": 1,
        "similar_buyers": 1,
        "similar_sum": 1,
        "need_walk": 1,
        "need_peers": 1,
        "sector_similar": 1,
    }
)
LINEAR_PENALTY = 10.0  # of the linear baseline: squared weights of standardised columns
# The fallback ranker: shares of BM25, sector + lot, category, popularity (each 0 to 1 in a need).
FALLBACK: Mapping[str, float] = MappingProxyType(
    {"bm25_share": 1.0, "sector_lot_buyers": 0.1, "category_near": 0.3, "buyers": 0.03}
)
