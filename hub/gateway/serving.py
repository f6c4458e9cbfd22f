"""Runs the gateway with uvicorn in the foreground, and turns a failed start into one line."""

import asyncio
import gc
import logging
import socket
from collections.abc import Awaitable, Callable

import uvicorn
import uvloop

from graph.errors import BadInput, HubError, Unavailable
from hub.gateway.app import create_app
from hub.gateway.settings import Settings, derived_url

Ready = Callable[[str], Awaitable[None]]


def serve(settings: Settings, workers: int = 1, ready: Ready | None = None) -> int:
    """Serve until SIGTERM or Ctrl-C; `ready` is awaited with the address once it listens.

    Raises the HubError that kept it from starting.
    """
    if workers != 1:
        raise BadInput("--workers: only 1 for now.")
    demand_port(settings)
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        # Of anybody else such headers are a claim, by which each request would be another client
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=[str(network) for network in settings.trusted_proxies],
        timeout_graceful_shutdown=10,
        lifespan="on",
        ws_max_size=settings.limit_body,  # of a message, as of a request
        ws_per_message_deflate=False,  # it would hold 64 kB and more for each connection
    )
    # It writes a failed start as a traceback; whoever called us tells it in one line.
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    uvloop.run(_serve(uvicorn.Server(config), settings, ready))
    failure = getattr(app.state, "failure", None)
    if isinstance(failure, HubError):
        raise failure
    return 0


async def _serve(server: uvicorn.Server, settings: Settings, ready: Ready | None) -> None:
    serving = asyncio.create_task(server.serve())
    while not server.started and not serving.done():
        await asyncio.sleep(0.02)
    logging.getLogger("uvicorn.error").setLevel(logging.INFO)
    gc.collect()
    gc.freeze()  # what lives as long as the process is not looked through again
    if server.started and ready:
        port = server.servers[0].sockets[0].getsockname()[1]
        await ready(derived_url(settings.host, port))
    await serving


def demand_port(settings: Settings) -> None:
    """Raise Unavailable when somebody listens where we are to."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise Unavailable(
                f"Can't listen on {settings.host}:{settings.port} ({error.strerror}). "
                "Stop what listens there or choose another port: make run PORT=…, HUB_PORT."
            ) from error
