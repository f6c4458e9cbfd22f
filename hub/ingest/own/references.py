"""What a record refers to: products, frameworks and contracts by their own keys, bodies by name."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from graph.ids import make_id
from hub.ingest.canonical import canonical, parsed
from hub.ingest.facts import Json
from hub.ingest.frameworks import id_of
from hub.ingest.own.fields import Wrong, code, items, one_of
from hub.ingest.redact import clean_release

KEY = 200  # characters of a key
RETURNS = ("g-cloud-sales-returns", "fictional-sales-returns")  # data sets of G-Cloud returns
SIZES = ("micro", "small", "medium", "sme", "large")
IDENTIFIER = frozenset({"scheme", "id", "legalName", "uri"})
ADDRESS = frozenset(
    "streetAddress locality region postalCode country countryName countryCode".split()
)
CONTRACT = 'write {"ocid": …, "id": …} or {"source": …, "key": …}'


def source_id(name: str) -> str:
    """The id of a data set of the hub's own files."""
    return make_id("src", "own", name)


def key(value: Any) -> str:
    """A key of a source: opaque, but no address of a person."""
    found = code(value, KEY)
    if found != str(value).strip():
        raise Wrong("an e-mail address as a key", "use a key that names no person")
    return found


def thing(prefix: str, value: Any, source: str) -> str:
    """The id of what a key means: of the same source, or of the one that is named."""
    if not isinstance(value, dict):
        return make_id(prefix, source, key(value))
    if not {"source", "key"} <= value.keys():
        raise Wrong("a reference without source or key", 'write {"source": …, "key": …}')
    return make_id(prefix, source_id(key(value["source"])), key(value["key"]))


def framework(value: Any) -> str:
    """The id of a framework: its code is the key, whoever tells of it."""
    return id_of(key(value))


def contract(value: Any) -> tuple[str, str | None]:
    """An ocid and the contract's id in it (None: all of it), or a line of returns and None."""
    if not isinstance(value, dict):
        raise Wrong("a contract that is no object", CONTRACT)
    if {"ocid", "id"} <= value.keys():
        return code(value["ocid"]), _id(value["id"])
    if {"source", "line"} <= value.keys():
        return make_id("pay", make_id("src", key(value["source"])), code(value["line"])), None
    if not {"source", "key"} <= value.keys():
        raise Wrong("a contract without ocid and id", CONTRACT)
    source, name = key(value["source"]), code(value["key"])
    if source in RETURNS:
        return make_id("pay", make_id("src", source), name), None
    return f"table-{source.replace('-', '_')}-{name}", None


def _id(value: Any) -> str:
    """OCDS lets an id be a whole number."""
    whole = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if whole else code(value)


def bare(value: Any) -> Any:
    """A reference without whatever else was written in it."""
    if not isinstance(value, dict):
        return value
    return {part: value[part] for part in ("ocid", "id", "source", "key", "line") if part in value}


def body(value: Any) -> Json:
    """An organisation as a party: only what identifies and describes it is kept."""
    if not isinstance(value, dict):
        raise Wrong("a body that is no object", 'write {"name": …}')
    if "name" not in value:
        raise Wrong("a body without a name", "give its name", "/name", "MISSING_VALUE")
    found: Json = {"name": " ".join(code(value["name"]).split())}
    for name, read in PARTS.items():
        if value.get(name) is not None:
            found[name] = read(value[name])
    return found


def party(value: Any, role: str) -> Json:
    """A body in its role, with no more of it than is public when it is a person."""
    return _public(canonical(body(value)), role)


@lru_cache(maxsize=1 << 14)  # bodies are named in record after record; nobody changes a party
def _public(text: str, role: str) -> Json:
    found = parsed(text)
    [cleaned] = clean_release({"parties": [{**found, "roles": [role]}]})["parties"]
    return {name: part for name, part in cleaned.items() if name in found}


def strange(value: Json) -> Iterator[str]:
    """The parts of a body that nothing is kept of, as paths in it."""
    yield from sorted(value.keys() - PARTS.keys() - {"name"})
    more = value.get("additionalIdentifiers") or ()
    for path, inner, known in (
        ("identifier", value.get("identifier"), IDENTIFIER),
        ("address", value.get("address"), ADDRESS),
        *((f"additionalIdentifiers/{at}", one, IDENTIFIER) for at, one in enumerate(more)),
    ):
        yield from (f"{path}/{part}" for part in sorted((inner or {}).keys() - known))


def _identifiers(value: Any) -> list[Json]:
    return [_identifier(one) for one in items(value)]


def _identifier(value: Any) -> Json:
    return _object(value, IDENTIFIER)


def _address(value: Any) -> Json:
    return _object(value, ADDRESS)


def _object(value: Any, known: frozenset[str]) -> Json:
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        raise Wrong("an identifier or address that is no object of texts", "write texts")
    return {part: code(text) for part, text in value.items() if text.strip() and part in known}


PARTS: Mapping[str, Callable[[Any], Any]] = {
    "identifier": _identifier,
    "additionalIdentifiers": _identifiers,
    "address": _address,
    "sector": code,
    "sizeClass": one_of(SIZES),
}


def owner(value: Any) -> str:
    """The name of a body of which no more is stored."""
    return str(party(value, "buyer")["name"])
