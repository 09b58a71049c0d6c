"""Structured logs, one JSON object a line: no names, addresses of people, or what they typed."""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
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


class OneLine(logging.Formatter):
    """What other programs log, as JSON on one line and without the words of an error."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "event": record.getMessage(),
            "logger": record.name,
            "level": record.levelname.lower(),
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
        }
        if record.exc_info and (error := record.exc_info[1]):
            line["places"] = places(error)
        return json.dumps(line, ensure_ascii=False)


def configure_others() -> None:
    """Let what libraries log stand between our own lines; only what somebody should look at."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


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
