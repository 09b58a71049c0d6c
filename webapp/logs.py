"""One line in the log for each request, under an id of its own."""

import re
import time
import uuid

import structlog
from flask import Flask, Response, g, request

_SAFE_ID = re.compile(r"^[A-Za-z0-9_-]{8,64}$")

log = structlog.get_logger()


def init_app(app: Flask) -> None:
    """Give each request an id, and write one line when it is answered."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    given = request.headers.get("X-Request-ID", "")
    g.started = time.perf_counter()
    g.request_id = given if _SAFE_ID.match(given) else uuid.uuid4().hex
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)


def _end(response: Response) -> Response:
    # The route, not the address: what people search for stays out of the logs.
    log.info(
        "request",
        method=request.method,
        endpoint=request.endpoint,
        status=response.status_code,
        milliseconds=round((time.perf_counter() - g.started) * 1000),
    )
    response.headers["X-Request-ID"] = g.request_id
    return response
