"""Fields that more than one form asks for."""

from datetime import date

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from webapp.fields import DayField
from webapp.forms import Form


class DiaryForm(Form):
    """A form with one day."""

    on = DayField("Dag")


@pytest.mark.parametrize(
    ("typed", "day", "errors"),
    [
        ("2026-11-30", date(2026, 11, 30), []),
        ("30-11-2026", date(2026, 11, 30), []),
        ("0026-11-30", None, ["Schrijf het jaar met vier cijfers, zoals 30-11-2026."]),
        ("9999-12-31", None, ["Schrijf het jaar met vier cijfers, zoals 30-11-2026."]),
        ("31-11-2026", None, ["Deze dag bestaat niet. Schrijf de dag als 30-11-2026."]),
    ],
)
def test_a_day_is_read_as_people_write_it(
    web: Flask, typed: str, day: date | None, errors: list[str]
) -> None:
    with web.test_request_context():
        form = DiaryForm(MultiDict({"on": typed}))

        assert form.validate() is not bool(errors)
        assert (form.on.data, [str(error) for error in form.on.errors]) == (day, errors)
        assert typed in str(form.on())
