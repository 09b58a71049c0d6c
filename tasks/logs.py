"""Structured logs, one JSON object a line: no names, addresses of people, or what they typed."""

import logging
import sys
import traceback
from pathlib import Path

import structlog
from structlog.typing import EventDict


def configure() -> None:
    """Send the logs of this process to standard error, as JSON; once per process."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_words,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )


def places(error: BaseException) -> list[str]:
    """Return where an error came from; its words may hold what people typed, so those stay out."""
    frames = traceback.extract_tb(error.__traceback__)
    found = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    cause = error.__cause__
    return [*found, type(error).__name__, *(places(cause) if cause else [])]


def without_words(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Tell of the error that is being handled only where it came from, as ``log.exception``."""
    error = sys.exception() if event.pop("exc_info", False) else None
    if error:
        event["places"] = places(error)
    return event
