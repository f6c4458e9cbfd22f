"""Retrieval by words: BM25 over one document a supplier, and TF-IDF cosine over single lines."""

import logging
from collections.abc import Sequence

import bm25s
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ranking.text import Tokens
from ranking.walks import Matrix

Floats = NDArray[np.float64]
K1, B = 1.2, 0.75
logging.getLogger("bm25s").setLevel(logging.WARNING)  # it tells of each index that it builds


class Index:
    """Both indexes over one vocabulary; immutable after the build."""

    def __init__(self, documents: Sequence[Sequence[str]], lines: Sequence[Tokens]) -> None:
        vocabulary = sorted({word for line in lines for word in line})
        self.at = {word: i for i, word in enumerate(vocabulary)}
        self.size = len(documents)
        self._bm25 = self._build(documents)
        self.presence = self._counts(documents)
        self.presence.data[:] = 1.0
        counts = self._counts(lines)
        frequency = np.asarray((counts > 0).sum(axis=0)).ravel()
        self.idf: Floats = np.log1p(counts.shape[0] / np.maximum(frequency, 1.0))
        self.lines = self._unit(counts)

    def _build(self, documents: Sequence[Sequence[str]]) -> bm25s.BM25 | None:
        if not self.at:
            return None
        index = bm25s.BM25(k1=K1, b=B, dtype="float64")
        ids = [[self.at[word] for word in document] for document in documents]
        index.index((ids, self.at), show_progress=False)
        return index

    def _counts(self, texts: Sequence[Sequence[str]]) -> Matrix:
        rows = [i for i, text in enumerate(texts) for word in text if word in self.at]
        columns = [self.at[word] for text in texts for word in text if word in self.at]
        shape = (len(texts), len(self.at))
        return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)

    def _unit(self, counts: Matrix) -> Matrix:
        weighted = counts.copy()
        weighted.data = np.log1p(weighted.data)
        weighted = weighted.multiply(self.idf).tocsr()
        norm = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
        return sparse.diags_array(1.0 / np.maximum(norm, 1e-12)) @ weighted

    def known(self, text: Sequence[str]) -> list[str]:
        """The words of a text that occur in any line."""
        return [word for word in text if word in self.at]

    def bm25(self, text: Sequence[str]) -> Floats:
        """One score a document; 0 when no word is shared."""
        asked = [self.at[word] for word in text if word in self.at]
        if self._bm25 is None or not asked:
            return np.zeros(self.size)
        return np.asarray(self._bm25.get_scores_from_ids(asked), dtype=np.float64)

    def cosines(self, text: Sequence[str]) -> Floats:
        """Cosine of a text with every line, between 0 and 1."""
        vector = self._unit(self._counts([tuple(text)]))
        return np.asarray((self.lines @ vector.T).todense(), dtype=np.float64).ravel()

    def covered(self, text: Sequence[str]) -> Floats:
        """Per document: the share of the text's words that it holds, rare words weighing more."""
        asked = sorted({self.at[word] for word in text if word in self.at})
        if not asked:
            return np.zeros(self.size)
        weights = self.idf[asked]
        missed = len({word for word in text if word not in self.at}) * float(self.idf.max())
        return np.asarray(self.presence[:, asked] @ weights).ravel() / (weights.sum() + missed)
