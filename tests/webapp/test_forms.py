"""What all forms share: errors that readers find, and two people who edit the same thing."""

from datetime import date
from typing import Any

import pytest
from flask import Flask, render_template_string, request
from flask.typing import ResponseReturnValue
from wtforms import BooleanField, DateField, SelectField, StringField, TextAreaField

from tests.webapp.browse import check_page, client_of, post
from webapp.access import public
from webapp.forms import Difference, VersionedForm, required
from webapp.toasts import toast

PAGE = """
{% extends "plain.html" %}
{% from "components/forms.html" import conflict_view, error_summary, field, form as a_form %}
{% from "components/actions.html" import button %}
{% block title %}Club{% endblock title %}
{% block main %}
  <h1>Club</h1>
  {{ error_summary(form) }}
  {% call a_form("/club") %}
    {% if differences is not none %}{{ conflict_view(differences) }}{% endif %}
    {{ form.version() }}
    {{ field(form.name, hint="Zoals op de gevel") }}
    {{ field(form.kind) }}{{ field(form.since) }}{{ field(form.note, rows=3) }}
    {{ field(form.open) }}
    {{ button("Bewaar", kind="primary") }}
  {% endcall %}
{% endblock main %}
"""

SAVED = {
    "name": "SV Noord",
    "kind": "sport",
    "since": date(2020, 1, 2),
    "note": "Elke\nvrijdag",
    "open": True,
}


class ClubForm(VersionedForm):
    name = StringField("Naam", validators=[required("Vul een naam in.")])
    kind = SelectField("Soort")
    since = DateField("Sinds")
    note = TextAreaField("Notitie")
    open = BooleanField("Open voor iedereen")

    def __init__(self, *values: Any, **more: Any) -> None:
        super().__init__(*values, **more)  # pyright: ignore[reportUnknownMemberType]
        self.kind.choices = [("sport", "Sportclub"), ("school", "School")]


@pytest.fixture
def saved() -> dict[str, object]:
    """What stands in the graph at version 2, for a browser that still shows version 1."""
    return dict(SAVED)


@pytest.fixture
def club(web: Flask, saved: dict[str, object]) -> Flask:
    """A page about one club, as the views of this project make them."""

    @public
    def edit() -> ResponseReturnValue:
        form = ClubForm() if request.method == "POST" else ClubForm(data=SAVED)
        differences: list[Difference] | None = None
        if request.method == "POST" and form.validate():
            if form.version.data == 2:
                saved.update(form.data)
                return "", 303
            differences = form.compare(ClubForm(None, data=saved), version=2)
        status = 409 if differences is not None else 422 if form.errors else 200
        return render_template_string(PAGE, form=form, differences=differences), status

    web.add_url_rule("/club", "club", edit, methods=["GET", "POST"])
    return web


TYPED = {
    "version": "1",
    "name": "SV Noord",
    "kind": "sport",
    "since": "2020-01-02",
    "note": "Elke\r\nvrijdag",
    "open": "y",
}


def test_an_error_is_tied_to_its_field(club: Flask) -> None:
    answer = post(client_of(club), "/club", **(TYPED | {"name": ""}))

    check_page(answer)
    assert answer.status_code == 422
    assert "<title>Fout: Club" in answer.text
    assert '<a href="#name">Vul een naam in.</a>' in answer.text
    assert 'aria-describedby="name-hint name-error"' in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert "Eén ding klopt nog niet" in answer.text


def test_who_saves_second_sees_both_versions_and_loses_nothing(
    club: Flask, saved: dict[str, object]
) -> None:
    saved.update(name="Sportclub Noord", kind="school", open=False)

    answer = post(client_of(club), "/club", **(TYPED | {"name": "SV De Noord"}))

    check_page(answer)
    assert answer.status_code == 409
    for text in ("Iemand anders wijzigde dit ook", "SV De Noord", "Sportclub Noord", "School"):
        assert text in answer.text
    assert 'name="keep-name"' in answer.text
    assert 'name="keep-note"' not in answer.text
    assert 'name="version" type="hidden" value="2"' in answer.text


@pytest.mark.parametrize(
    ("kept", "expected"),
    [("typed", ("SV De Noord", "sport", True)), ("saved", ("Sportclub Noord", "school", False))],
)
def test_each_field_keeps_the_version_that_was_chosen(
    club: Flask, saved: dict[str, object], kept: str, expected: tuple[str, str, bool]
) -> None:
    saved.update(name="Sportclub Noord", kind="school", open=False)
    choice = {f"keep-{name}": kept for name in ("name", "kind", "open")}
    other = {"saved-name": "Sportclub Noord", "saved-kind": "school"}

    answer = post(
        client_of(club),
        "/club",
        **(TYPED | {"name": "SV De Noord", "version": "2"}),
        **choice,
        **other,
    )

    assert answer.status_code == 303
    assert (saved["name"], saved["kind"], saved["open"]) == expected
    assert saved["since"] == date(2020, 1, 2)


def test_the_same_edit_twice_has_nothing_to_choose(club: Flask) -> None:
    answer = post(client_of(club), "/club", **TYPED)
    check_page(answer)
    assert answer.status_code == 409
    assert "gelijk aan wat er nu staat" in answer.text


def test_a_toast_offers_the_way_back(web: Flask) -> None:
    @public
    def act() -> str:
        toast("Gearchiveerd.", undo="/terug")
        return ""

    web.add_url_rule("/doe", "act", act)
    client = client_of(web)
    client.get("/doe")

    page = client.get("/aanmelden")

    check_page(page)
    assert "Gearchiveerd." in page.text
    assert 'action="/terug"' in page.text
    assert "Gearchiveerd." not in client.get("/aanmelden").text
