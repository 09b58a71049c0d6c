"""No field about a person without a purpose, a ground and a term: a new one fails here."""

from collections import defaultdict

import pytest

from graph.domain.personal_data import (
    COPIES,
    IMPERSONAL,
    IMPERSONAL_LABELS,
    REGISTER,
    Processing,
)
from tests.cypher import model_page

pytestmark = pytest.mark.once

IN_THE_GRAPH = model_page.labels() | model_page.relationship_types()


def test_every_field_of_the_model_was_looked_at() -> None:
    judged: dict[str, set[str]] = defaultdict(set)
    for entry in REGISTER:
        for label, names in entry.fields.items():
            judged[label].update(names)
    for label, names in IMPERSONAL.items():
        judged[label].update(names)

    new = {
        f"{label}.{name}"
        for label, names in IN_THE_GRAPH.items()
        if label not in IMPERSONAL_LABELS | COPIES.keys()
        for name in names - model_page.EVERYWHERE - judged[label]
    }

    gone = {
        f"{label}.{name}"
        for label, names in judged.items()
        for name in names - IN_THE_GRAPH.get(label, frozenset())
    }

    assert gone == set(), "the model has no such property any more"
    assert new == set(), "decide in graph/domain/personal_data.py what this is for"


def test_nothing_is_both_personal_and_not() -> None:
    personal = {label for entry in REGISTER for label in entry.fields}

    assert personal & IMPERSONAL_LABELS == set()
    for entry in REGISTER:
        for label, names in entry.fields.items():
            assert set(names) & set(IMPERSONAL.get(label, ())) == set(), label


def test_the_register_has_a_line_for_each_processing() -> None:
    assert [entry.processing for entry in REGISTER] == list(Processing)


def test_no_label_that_is_gone_is_still_judged() -> None:
    assert IMPERSONAL_LABELS | COPIES.keys() <= IN_THE_GRAPH.keys()
