"""`python -m benchmarks._driver`: the bare driver with our statements, without a gateway.

One JSON line in: uri, user, password, database, statements `[[text, values], …]`, clients,
seconds. One out: requests, seconds, p50 and p95 in ms, cpu (seconds of this process), all (the
requests and those that warmed it up).
"""

import asyncio
import sys
from time import perf_counter, process_time
from typing import Any

import numpy as np
import orjson
from neo4j import AsyncDriver, AsyncGraphDatabase

WARM = 20  # statements of each client that are not counted


def main() -> None:
    """Run what is asked on standard input."""
    asked = orjson.loads(sys.stdin.readline())
    sys.stdout.write(orjson.dumps(asyncio.run(measured(asked))).decode() + "\n")


async def measured(asked: dict[str, Any]) -> dict[str, Any]:
    """Every client runs the statements in turn until the time is over."""
    auth = (asked["user"], asked["password"])
    async with AsyncGraphDatabase.driver(
        asked["uri"],
        auth=auth,
        max_connection_pool_size=asked["clients"],
        telemetry_disabled=True,
        notifications_min_severity="OFF",  # as ours
    ) as driver:
        clients = range(asked["clients"])
        await asyncio.gather(*(client(driver, asked, WARM, None) for _ in clients))
        began, spent = perf_counter(), process_time()
        end = began + asked["seconds"]
        taken = await asyncio.gather(*(client(driver, asked, None, end) for _ in clients))
        seconds, cpu = perf_counter() - began, process_time() - spent
    every = [ms for each in taken for ms in each]
    p50, p95 = (float(q) for q in np.quantile(every, (0.5, 0.95)))
    count = len(every)
    whole = {"requests": count, "all": count + WARM * asked["clients"], "seconds": seconds}
    return {**whole, "p50": p50, "p95": p95, "cpu": cpu}


async def client(
    driver: AsyncDriver, asked: dict[str, Any], most: int | None, end: float | None
) -> list[float]:
    """Milliseconds of each statement, `most` of them or until `end`."""
    taken: list[float] = []
    statements, database = asked["statements"], asked["database"]
    while (most is None or len(taken) < most) and (end is None or perf_counter() < end):
        text, values = statements[len(taken) % len(statements)]
        began = perf_counter()
        async with driver.session(database=database, default_access_mode="READ") as session:
            await (await session.run(text, values)).values()
        taken.append((perf_counter() - began) * 1000)
    return taken


if __name__ == "__main__":
    main()
