"""The hash of a graph's content: the same on both engines, whatever the order of loading was."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from graph import items
from graph.catalogue import EDGES, NODES
from graph.driver import Graph
from graph.shape import Column, Edge, Node

MODULUS = 2**256


async def content_hash(graph: Graph) -> str:
    """64 hexadecimal digits: the sum of the SHA-256 of every node and edge of the catalogue.

    A sum knows no order, and an item that is there twice counts twice. A missing value and a null
    are the same. Bookkeeping columns are left out.
    """
    nodes = [await node_sum(graph, node) for node in NODES]
    edges = [await edge_sum(graph, edge) for edge in EDGES]
    return f"{sum(nodes + edges) % MODULUS:064x}"


async def node_sum(graph: Graph, node: Node) -> int:
    """The sum over all nodes of a label."""
    total = 0
    async for (properties,) in graph.stream(items.NODES[node.label]):
        total += node_digest(node, properties)
    return total % MODULUS


async def edge_sum(graph: Graph, edge: Edge) -> int:
    """The sum over all edges of a type between two labels."""
    total, key = 0, (edge.type, edge.source, edge.target)
    async for start, end, properties in graph.stream(items.EDGES[key]):
        total += edge_digest(edge, start, end, properties)
    return total % MODULUS


def node_digest(node: Node, properties: Mapping[str, Any]) -> int:
    """What one node adds to the hash: nothing while it is void."""
    if node.void and properties.get(node.void) is not None:
        return 0
    return _digest(node.label, _kept(properties, node.stored))


def edge_digest(edge: Edge, start: str, end: str, properties: Mapping[str, Any]) -> int:
    """What one edge adds, between the nodes with the ids `start` and `end`."""
    kept = _kept(properties, edge.columns)
    return _digest(edge.type, edge.source, edge.target, start, end, kept)


def _kept(properties: Mapping[str, Any], columns: Iterable[Column]) -> dict[str, Any]:
    names = (column.name for column in columns if not column.bookkeeping)
    return {name: properties[name] for name in names if properties.get(name) is not None}


def _digest(*parts: object) -> int:
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
