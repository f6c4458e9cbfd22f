"""Text fit: how near what a supplier has sold comes to the words of the need."""

import numpy as np

from ranking.features.registration import feature
from ranking.market import Floats
from ranking.view import SIMILAR, View


@feature("bm25", group="text fit", text="Words of the need in what it has sold")
def bm25(view: View) -> Floats:
    """BM25 (k1 1.2, b 0.75) of the need against all that the supplier has sold; no unit."""
    return view.pick(view.bm25)


@feature("bm25_share", group="text fit", text="How near it comes to the best match in words")
def bm25_share(view: View) -> Floats:
    """BM25 divided by the largest of any supplier, 0 to 1; NaN when nobody shares a word."""
    best = float(view.bm25.max(initial=0.0))
    return view.pick(view.bm25) / best if best else view.missing()


@feature("bm25_place", group="text fit", text="Its place in an order by words")
def bm25_place(view: View) -> Floats:
    """log(1 + number of suppliers with a larger BM25); NaN when nobody shares a word."""
    if not view.bm25.any():
        return view.missing()
    order = np.sort(view.bm25)
    better = view.size - np.searchsorted(order, view.pick(view.bm25), side="right")
    return np.log1p(better.astype(np.float64))


@feature("words_covered", group="text fit", text="The share of the need's words it has met")
def words_covered(view: View) -> Floats:
    """Share of the need's words in the supplier's lines, rare words weighing more, 0 to 1."""
    if not view.said:
        return view.missing()
    return view.pick(view.market.index.covered(view.said))


@feature("line_best", group="text fit", text="The single sale most like this need")
def line_best(view: View) -> Floats:
    """TF-IDF cosine of the need with the supplier's closest line, 0 to 1."""
    if not view.said:
        return view.missing()
    return view.pick(view.best(view.line_best, view.market.pairs.supplier))


@feature("line_best_lot", group="text fit", text="The sale in this lot most like this need")
def line_best_lot(view: View) -> Floats:
    """The same among lines sold under the need's lot; NaN when the need names no lot."""
    if not view.said or not view.need.lot:
        return view.missing()
    kept = view.market.line_lot == view.need.lot
    return view.pick(view.best(view.cosines[kept], view.market.line_supplier[kept]))


@feature("similar_buyers", group="text fit", text="Bodies that bought something similar from it")
def similar_buyers(view: View) -> Floats:
    """log(1 + bodies to which the supplier sold a line with a cosine of at least 0.25)."""
    if not view.said:
        return view.missing()
    return np.log1p(view.pick(view.buyers(view.market.pairs, view.line_best >= SIMILAR)))


@feature("similar_sum", group="text fit", text="How much it has sold that is like this need")
def similar_sum(view: View) -> Floats:
    """Sum over the supplier's buyers of the squared cosine of the closest line."""
    if not view.said:
        return view.missing()
    return view.pick(view.sold(view.market.pairs, view.line_best**2))
