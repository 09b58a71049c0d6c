"""Structured logs, one JSON object a line: no names, addresses of people, or what they typed."""

import logging
import re
import sys
import time
import traceback
import uuid
from pathlib import Path

import structlog
from flask import Flask, Response, g, request

_SAFE_ID = re.compile(r"^[A-Za-z0-9_-]{8,64}$")

log = structlog.get_logger()


def configure() -> None:
    """Send the logs of this process to standard error, as JSON; once per process."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )


def init_app(app: Flask) -> None:
    """Give each request an id, and write one line when it is answered."""
    app.before_request(_begin)
    app.after_request(_end)


def places(error: BaseException) -> list[str]:
    """Return where an error came from; its words may hold what people typed, so those stay out."""
    frames = traceback.extract_tb(error.__traceback__)
    found = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    cause = error.__cause__
    return [*found, type(error).__name__, *(places(cause) if cause else [])]


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
