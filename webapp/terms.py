"""What is shared and kept for a while: it changes with a new version of the program only."""

import time
from collections.abc import Callable
from typing import TypeVar, cast

from flask import current_app

from graph.database import Graph
from graph.domain.vocabulary import DomainLink, Terms, Vocabulary
from graph.repositories import vocabulary
from webapp.context import current_graph
from webapp.i18n import _

_KEPT_SECONDS = 300.0

T = TypeVar("T")


def current_terms() -> Terms:
    """Return all shared terms; asks the graph at most once in five minutes."""
    return _kept("terms", vocabulary.terms, is_there=lambda terms: bool(terms.all))


def current_domain_links() -> list[DomainLink]:
    """Return the links between domains that texts ask for; asks the graph as seldom."""
    return _kept("domain_links", vocabulary.domain_links, is_there=bool)


def _kept(name: str, read: Callable[[Graph], T], *, is_there: Callable[[T], bool]) -> T:
    """Return what was read less than five minutes ago, unless there was nothing yet."""
    kept = cast("tuple[float, T] | None", current_app.extensions.get(name))
    if kept and is_there(kept[1]) and time.monotonic() - kept[0] < _KEPT_SECONDS:
        return kept[1]
    found = read(current_graph())
    current_app.extensions[name] = (time.monotonic(), found)
    return found


def goal_choices(terms: Terms) -> list[tuple[str, str]]:
    """Return the policy goals and the lines of action; both are numbered, so a line says so."""
    lines = terms.choices(Vocabulary.ACTION_LINE)
    return [
        *terms.choices(Vocabulary.POLICY_GOAL),
        *((id, _("Actielijn %(label)s", label=label)) for id, label in lines),
    ]
