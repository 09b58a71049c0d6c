"""What a log may tell."""

import json
import logging

import pytest
from structlog.typing import EventDict

from tasks.logs import OneLine, without_words


def test_an_error_is_told_by_its_places_and_never_by_its_words() -> None:
    told: EventDict = {"event": "mail_broken", "exc_info": True}

    try:
        int("ana@noord.example")
    except ValueError:
        told = without_words(None, "error", told)

    [place, kind] = told.pop("places")
    assert told == {"event": "mail_broken"}
    assert place.startswith("test_logs.py:")
    assert kind == "ValueError"


def test_what_a_library_logs_is_one_line_without_the_words_of_an_error() -> None:
    with pytest.raises(ValueError, match="ana@") as raised:
        int("ana@noord.example")
    error = (ValueError, raised.value, raised.tb)

    line = OneLine().format(logging.LogRecord("x", 40, "x.py", 1, "Klaar\nmee", (), error))

    assert "\n" not in line
    assert "ana@" not in line
    assert json.loads(line)["places"][-1] == "ValueError"


def test_a_line_without_an_error_stays_as_it_is() -> None:
    assert without_words(None, "info", {"event": "mail"}) == {"event": "mail"}
