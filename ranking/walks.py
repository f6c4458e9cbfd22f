"""Walks over the graph of buyers and suppliers: PageRank from one buyer, RP3beta, peers."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float64]
Matrix = Any  # scipy's sparse types can't be told apart


@dataclass(frozen=True)
class Steps:
    """One step of a walk: chances from buyers to suppliers and back, made once a market."""

    to_suppliers: Matrix  # rows are suppliers, columns buyers
    to_buyers: Matrix
    popularity: Floats  # buyers per supplier


def steps(matrix: Matrix) -> Steps:
    """The chances of a walk over a matrix of buyers and suppliers."""
    reach = np.asarray(matrix.sum(axis=1)).ravel()
    popularity = np.asarray(matrix.sum(axis=0)).ravel()
    out = sparse.diags_array(1.0 / np.maximum(reach, 1.0)) @ matrix
    back = sparse.diags_array(1.0 / np.maximum(popularity, 1.0)) @ matrix.T
    return Steps(sparse.csr_matrix(out.T), sparse.csr_matrix(back.T), popularity)


def pagerank(walk: Steps, start: Floats, restart: float, count: int) -> Floats:
    """Chance to be at each supplier after a walk that goes home to `start` (weights of buyers)."""
    total = start.sum()
    suppliers = np.zeros(len(walk.popularity))
    if not total:
        return suppliers
    home = start / total
    buyers = home.copy()
    for _ in range(count):
        forward = (1 - restart) * (walk.to_suppliers @ buyers)
        buyers = (1 - restart) * (walk.to_buyers @ suppliers) + restart * home
        suppliers = forward
    return suppliers


def rp3beta(walk: Steps, start: Floats, beta: float) -> Floats:
    """Three steps from the start buyers, divided by popularity to the power of beta."""
    walked = walk.to_suppliers @ (walk.to_buyers @ (walk.to_suppliers @ start))
    return walked / np.maximum(walk.popularity, 1.0) ** beta


def item_knn(matrix: Matrix, owned: Floats) -> Floats:
    """Sum of cosines between each supplier and those already used (weights per supplier)."""
    norm = np.sqrt(np.maximum(np.asarray(matrix.sum(axis=0)).ravel(), 1.0))
    return (matrix.T @ (matrix @ (owned / norm))) / norm


def adamic_adar(matrix: Matrix, buyer: int) -> Floats:
    """Per supplier: the buyers that share a supplier with this one, rare ties weighing more."""
    degree = np.asarray(matrix.sum(axis=0)).ravel()
    weight = 1.0 / np.log(1.0 + np.maximum(degree, 1.0))
    shared = matrix @ (np.asarray(matrix[[buyer]].todense()).ravel() * weight)
    reach = np.asarray(matrix.sum(axis=1)).ravel()
    return matrix.T @ (shared / np.log(1.0 + np.maximum(reach, 1.0)))


def peers(matrix: Matrix, buyer: int | None) -> Floats | None:
    """Cosine of each buyer's suppliers with this buyer's; itself 0; None without purchases."""
    if buyer is None:
        return None
    row = np.asarray(matrix[[buyer]].todense()).ravel()
    size = np.sqrt(np.maximum(np.asarray(matrix.sum(axis=1)).ravel(), 1.0))
    found = (matrix @ row) / (size * size[buyer])
    found[buyer] = 0.0
    return found
