"""Costs of fields and sizes of lists, told once: printed as `@cost` and `@listSize`.

`hub/gateway/cost.py` computes a document's cost from them, and so may a federation router. The
unit is one value of an answer; what makes the engine count, sum or rank says how many it is worth.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from strawberry import UNSET
from strawberry.federation.schema_directives import Cost, ListSize
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.base import StrawberryContainer, StrawberryList
from strawberry.types.field import StrawberryField
from strawberry.types.lazy_type import LazyType

from schema.declare import PAGE, READS

STATEMENT = 100  # a root: one statement
COUNT = 100  # a count or sums of all that meets the filter
SUM = 10  # a total over what hangs on one node
FILTER = 100  # a filter: the engine may look at every node of its label
MATCH = 2000  # two statements, retrieval and the ranker
FIGURES = 500  # counts of every label
ASSUMED = 10  # length of a list that takes no page size, such as tiers or reasons
WHOLE = ("total_count", "aggregate")  # what is said of all that meets the filter
ITEMS = ("edges", "nodes")  # what a page size is about, on the type that a paged field answers
SLICING = ("first", "last")
KEYS = 100  # the most ids of `nodes`
ROOTS = {"match_suppliers": MATCH, "hub": FIGURES}


def declare(query: Any, nouns: Iterable[Any]) -> None:
    """Give every field that is reached from these types its cost and the size of its list."""
    for field in fields_of(query):
        field.directives = weighed(field, ROOTS.get(field.python_name, STATEMENT))
    for type in reached([query, *nouns]):
        for field in fields_of(type):
            field.directives = weighed(field, own_cost(field))
            size(field)
            for argument in field.arguments:
                if argument.python_name == "where":
                    argument.directives = tuple(weighed(argument, FILTER))


def own_cost(field: StrawberryField) -> int:
    """What a field costs by itself; 1 needs no directive."""
    reads = field.metadata.get(READS)
    if reads is not None and reads.kind == "sums":
        return SUM
    return COUNT if field.python_name in WHOLE else 1


def weighed(part: StrawberryField | StrawberryArgument, weight: int) -> list[object]:
    """Its directives with `@cost`, unless that stands there or would say 1."""
    told = weight == 1 or any(isinstance(d, Cost) for d in part.directives)
    return [*part.directives, *([] if told else [Cost(weight=weight)])]


def size(field: StrawberryField) -> None:
    """Adds `@listSize` to a field that takes a page size, or is a list that nobody else sizes."""
    arguments = {a.python_name: a for a in field.arguments}
    slicing = [name for name in SLICING if name in arguments]
    named, listed = unwrapped(field.type)
    if any(isinstance(d, ListSize) for d in field.directives):
        return
    if slicing:
        usual = arguments["first"].default
        items = [f.python_name for f in fields_of(named) if f.python_name in ITEMS]
        found = ListSize(
            assumed_size=usual if isinstance(usual, int) else PAGE,
            slicing_arguments=slicing,
            sized_fields=UNSET if listed else items,
            require_one_slicing_argument=False,
        )
    elif "ids" in arguments or (listed and fields_of(named) and field.python_name not in ITEMS):
        found = ListSize(
            assumed_size=KEYS if "ids" in arguments else ASSUMED,
            slicing_arguments=UNSET,
            sized_fields=UNSET,
            require_one_slicing_argument=False,
        )
    else:
        return
    field.directives = [*field.directives, found]


def reached(types: Iterable[Any]) -> Iterator[Any]:
    """The object types behind the fields of these, each once, themselves among them."""
    waiting, seen = list(types), set[Any]()
    while waiting:
        type = waiting.pop()
        if type in seen:
            continue
        seen.add(type)
        yield type
        waiting += [unwrapped(f.type)[0] for f in fields_of(type)]


def fields_of(type: Any) -> list[StrawberryField]:
    """The fields of an object type or interface; none for anything else."""
    definition = getattr(type, "__strawberry_definition__", None)
    return list(definition.fields) if definition else []


def unwrapped(type: Any) -> tuple[Any, bool]:
    """The named type behind nullability and lists, and whether there is a list."""
    listed = False
    while isinstance(type, (StrawberryContainer, LazyType)):
        listed = listed or isinstance(type, StrawberryList)
        type = type.resolve_type() if isinstance(type, LazyType) else type.of_type
    return type, listed
