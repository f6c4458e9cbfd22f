"""Answers compressed: zstd, brotli or gzip, the first of them that a client takes."""

from starlette.middleware import Middleware
from starlette_compress import CompressMiddleware, add_compress_type, remove_compress_type

from hub.gateway.negotiation import GRAPHQL

SMALLEST = 1024  # bytes: below it the header costs about what compression saves


def compression() -> Middleware:
    """The middleware; events of a stream go out as they are, each at once."""
    add_compress_type(GRAPHQL)
    remove_compress_type("text/event-stream")
    return Middleware(CompressMiddleware, minimum_size=SMALLEST)
