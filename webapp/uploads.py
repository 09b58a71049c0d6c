"""Larger requests for the few views that take a file; everywhere else the small limit holds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, ParamSpec, TypeVar, cast

from flask import Flask, current_app, request

P = ParamSpec("P")
R = TypeVar("R")
Refusal = Callable[[], tuple[str, int]]

_RULE = "upload_rule"
_FORM = 64 * 1024  # room for the other fields of the form
_BLOCK = 1024 * 1024
# A browser shows our answer only after it could send all; more than this is no mistake.
_MOST_READ = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    limit: int
    refusal: Refusal


def takes_file(limit: int, refusal: Refusal) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a view take a file of at most ``limit`` bytes; ``refusal`` answers to a larger one."""

    def declare(view: Callable[P, R]) -> Callable[P, R]:
        setattr(view, _RULE, _Rule(limit=limit, refusal=refusal))
        return view

    return declare


def init_app(app: Flask) -> None:
    """Set the limit of each request; after the guard of access, before the form is read."""
    app.before_request(_set_limit)


def _set_limit() -> tuple[str, int] | None:
    view = current_app.view_functions.get(request.endpoint or "")
    rule = cast("_Rule | None", getattr(view, _RULE, None))
    if rule is None or request.method != "POST":
        return None
    request.max_content_length = rule.limit + _FORM
    if (request.content_length or 0) > request.max_content_length:
        _let_pass(cast("IO[bytes]", request.environ["wsgi.input"]))
        return rule.refusal()
    return None


def _let_pass(body: IO[bytes]) -> None:
    """Read a body to its end and forget it, block by block."""
    left = min(request.content_length or 0, _MOST_READ)
    while left > 0 and (block := body.read(min(left, _BLOCK))):
        left -= len(block)
