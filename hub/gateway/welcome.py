"""The table that a start ends with: addresses, what is loaded, something to try."""

from typing import Any

import httpx

from hub.gateway.settings import Settings

HUB = (
    "{ hub { version engine { name version } dataUpTo "
    "sources { name licence fictional records dataUpTo } "
    "counts { buyers suppliers contracts payments procurements } } }"
)
NEED = "cloud hosting and support for a small team"
TRY = (
    '{ matchSuppliers(need: { text: "%s" }) '
    "{ suppliers(first: 3) { nodes { rank supplier { id name } } } } }"
)


async def welcome(client: httpx.AsyncClient, address: str, settings: Settings) -> str:
    """Ask the gateway itself, so that what is printed was seen to work."""
    answer = (await client.post("/graphql", json={"query": HUB})).json()
    hub: dict[str, Any] | None = (answer.get("data") or {}).get("hub")
    rows = [("", ""), ("The hub is ready.", "")]
    rows += [("Page", f"{address}/"), ("GraphQL", f"{address}/graphql")]
    rows += [("Schema", f"{address}/schema.graphql"), ("Health", f"{address}/readyz")]
    rows += [("", ""), *(_loaded(hub) if hub else [("Loaded", "could not be asked")])]
    rows += [("", ""), ("A need to try", NEED), ("A query to try", TRY % NEED)]
    rows += [("", ""), ("Data folder", str(settings.home)), ("Stop", "Ctrl-C"), ("", "")]
    return "\n".join(f"  {name:<15} {value}".rstrip() for name, value in rows)


def _loaded(hub: dict[str, Any]) -> list[tuple[str, str]]:
    counts = ", ".join(f"{count:,} {noun}" for noun, count in hub["counts"].items())
    rows = [("Loaded", counts)]
    for source in hub["sources"]:
        kind = "FICTIONAL, " if source["fictional"] else ""
        upto = f", up to {source['dataUpTo']}" if source["dataUpTo"] else ""
        facts = f"{kind}{source['records']:,} records{upto}; {source['licence']}"
        rows.append(("", f"{source['name']}: {facts}"))
    engine = hub["engine"]
    rows.append(("Data up to", hub["dataUpTo"] or "nothing is loaded"))
    return [*rows, ("Engine", f"{engine['name']} {engine['version']}, hub {hub['version']}")]
