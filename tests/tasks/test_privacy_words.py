"""What municipalities copy into their register is what the program keeps."""

from pathlib import Path

import pytest
from flask import Flask
from flask_babel import Babel

from graph.domain.personal_data import REGISTER, About
from graph.domain.retention import PROPOSED, Kept
from tasks.privacy import kept_words, register

pytestmark = pytest.mark.once

PAGE = Path(__file__).parents[2] / "docs" / "verwerkingsregister.md"


def _lines() -> list[list[str]]:
    text = PAGE.read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("|") and line.count("|") == 8]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows][2:]


def test_the_register_says_what_is_kept_in_which_fields() -> None:
    app = Flask(__name__)
    Babel(app, default_locale="nl")
    with app.test_request_context():
        expected = [
            [told.name, told.what, told.purpose, told.basis, told.kept] for told in register()
        ]
    found = _lines()

    assert [[row[0], *row[2:6]] for row in found] == expected
    for row, entry in zip(found, REGISTER, strict=True):
        for label, names in entry.fields.items():
            for name in names:
                assert f"`{label}.{name}`" in row[6], entry.processing
        assert row[6].count("`") // 2 == max(1, sum(map(len, entry.fields.values())))


def test_who_may_be_named_anywhere_reads_so() -> None:
    app = Flask(__name__)
    Babel(app, default_locale="nl")
    with app.test_request_context():
        both = [{told.entry.processing for told in register(about)} for about in About]
        assert all(kept_words(kind) for kind in Kept)
    contact, user, anybody = both
    assert anybody == contact & user
    assert contact | user == {entry.processing for entry in REGISTER}


def test_the_proposals_are_those_of_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for months in PROPOSED.values():
        assert f" {months}" in text
