"""Walks over the graph of buyers and suppliers: PageRank from one buyer, RP3beta, peers."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float64]
Matrix = Any  # scipy's sparse types can't be told apart


def pagerank(matrix: Matrix, start: Floats, restart: float, steps: int) -> Floats:
    """Chance to be at each supplier on a walk that goes home to `start` (weights of buyers)."""
    total = start.sum()
    if not total:
        return np.zeros(matrix.shape[1])
    out, back = _steps(matrix)
    home = start / total
    buyers, suppliers = home.copy(), np.zeros(matrix.shape[1])
    for _ in range(steps):
        forward = (1 - restart) * (out.T @ buyers)
        buyers = (1 - restart) * (back.T @ suppliers) + restart * home
        suppliers = forward
    return suppliers


def rp3beta(matrix: Matrix, start: Floats, beta: float) -> Floats:
    """Three steps from the start buyers, divided by popularity to the power of beta."""
    out, back = _steps(matrix)
    walked = out.T @ (back.T @ (out.T @ start))
    popularity = np.asarray(matrix.sum(axis=0)).ravel()
    return walked / np.maximum(popularity, 1.0) ** beta


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


def _steps(matrix: Matrix) -> tuple[Matrix, sparse.csr_matrix]:
    rows = 1.0 / np.maximum(np.asarray(matrix.sum(axis=1)).ravel(), 1.0)
    columns = 1.0 / np.maximum(np.asarray(matrix.sum(axis=0)).ravel(), 1.0)
    out = sparse.csr_matrix(sparse.diags_array(rows) @ matrix)
    back = sparse.csr_matrix(sparse.diags_array(columns) @ matrix.T)
    return out, back
