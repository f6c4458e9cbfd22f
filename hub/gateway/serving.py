"""Runs the gateway with uvicorn in the foreground."""

import uvicorn

from graph.errors import BadInput
from hub.gateway.settings import Settings


def serve(settings: Settings, workers: int = 1) -> int:
    """Serve until SIGTERM or Ctrl-C; exit code 0 after a clean stop."""
    if workers != 1:
        raise BadInput("--workers: only 1 for now")
    from hub.gateway.app import create_app

    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
    )
    return 0
