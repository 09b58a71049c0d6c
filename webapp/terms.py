"""The shared terms, kept for a while: they change with a new version of the program only."""

import time
from typing import cast

from flask import current_app

from graph.domain.vocabulary import Terms, Vocabulary
from graph.repositories import vocabulary
from webapp.context import current_graph
from webapp.i18n import _

_KEPT_SECONDS = 300.0


def current_terms() -> Terms:
    """Return all shared terms; asks the graph at most once in five minutes."""
    kept = cast("tuple[float, Terms] | None", current_app.extensions.get("terms"))
    if kept and kept[1].all and time.monotonic() - kept[0] < _KEPT_SECONDS:
        return kept[1]
    terms = vocabulary.terms(current_graph())
    current_app.extensions["terms"] = (time.monotonic(), terms)
    return terms


def goal_choices(terms: Terms) -> list[tuple[str, str]]:
    """Return the policy goals and the lines of action; both are numbered, so a line says so."""
    lines = terms.choices(Vocabulary.ACTION_LINE)
    return [
        *terms.choices(Vocabulary.POLICY_GOAL),
        *((id, _("Actielijn %(label)s", label=label)) for id, label in lines),
    ]
