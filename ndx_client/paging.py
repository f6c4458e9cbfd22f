"""Everything behind a list, page after page. Written by hand; the rest of the client is generated.

async for contract in each(lambda after: hub.contracts(after=after), lambda a: a.contracts):
    ...
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from typing import Protocol, TypeVar

Answer = TypeVar("Answer")
Node = TypeVar("Node")
Seen = TypeVar("Seen", covariant=True)


class PageInfo(Protocol):
    """Where a page stands."""

    @property
    def has_next_page(self) -> bool: ...
    @property
    def end_cursor(self) -> str | None: ...


class Page(Protocol[Seen]):
    """A page of a list, as each connection of the client is one."""

    @property
    def nodes(self) -> Sequence[Seen]: ...
    @property
    def page_info(self) -> PageInfo: ...


async def each(
    ask: Callable[[str | None], Awaitable[Answer]], of: Callable[[Answer], Page[Node] | None]
) -> AsyncIterator[Node]:
    """The nodes of all pages in order; the next page is asked for when the last one is used up.

    `ask` gets the cursor after which a page starts (None: the first) and calls the client; `of`
    takes the list out of the answer, None when there is none. What is inserted meanwhile neither
    repeats nor hides a node. Raises what the client raises.
    """
    page = of(await ask(None))
    while page is not None:
        for node in page.nodes:
            yield node
        after = following(page)
        page = None if after is None else of(await ask(after))


def each_sync(
    ask: Callable[[str | None], Answer], of: Callable[[Answer], Page[Node] | None]
) -> Iterator[Node]:
    """`each` for `SyncHubClient`."""
    page = of(ask(None))
    while page is not None:
        yield from page.nodes
        after = following(page)
        page = None if after is None else of(ask(after))


def following(page: Page[object]) -> str | None:
    """The cursor after which the next page starts; None: this is the last."""
    return page.page_info.end_cursor if page.page_info.has_next_page else None
