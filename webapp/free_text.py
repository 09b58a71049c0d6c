"""Fields in which people write what they like: what must not stand there, and what to think over.

A citizen service number is refused in every text of every form. Words about somebody's health ask
to look again; who ticks that it is right goes on.
"""

from collections.abc import Iterable

from flask import request
from wtforms import Field, PasswordField, StringField, TextAreaField
from wtforms.widgets import HiddenInput

from graph.domain.citizen_numbers import holds_bsn
from graph.domain.health import health_words
from webapp.i18n import _

CONFIRMED = "gezondheid"
"""The box to tick by who looked again."""

# Other numbers with as many digits.
_NUMBERS = frozenset({"phone", "kvk", "code", "email", "website"})


class FreeLineField(StringField):
    """A line of free text; the page shows the hint that every such field has."""

    free_text = True
    sensitive: tuple[str, ...] = ()
    """The words that seem to tell of somebody's health."""


class FreeTextAreaField(TextAreaField):
    """Several lines of free text, as ``FreeLineField``."""

    free_text = True
    sensitive: tuple[str, ...] = ()


def is_confirmed() -> bool:
    """Return whether who sends this form says that the text is not about somebody's health."""
    return request.form.get(CONFIRMED) == "ja"


def objections(fields: Iterable[Field]) -> bool:
    """Tell at each field what must not stand there; return whether there was any."""
    wrong = [field for field in fields if _objects(field)]
    return bool(wrong)


def _objects(field: Field) -> bool:
    if not isinstance(field, StringField) or not field.data or _is_number(field):
        return False
    text = str(field.data)
    if holds_bsn(text):
        field.errors = [
            *field.errors,
            _("Hier lijkt een burgerservicenummer te staan. Haal het weg: dat bewaren we nooit."),
        ]
        return True
    return isinstance(field, FreeLineField | FreeTextAreaField) and _is_sensitive(field, text)


def _is_sensitive(field: FreeLineField | FreeTextAreaField, text: str) -> bool:
    field.sensitive = tuple(health_words(text))
    if not field.sensitive or is_confirmed():
        return False
    field.errors = [
        *field.errors,
        _(
            "Dit lijkt over iemands gezondheid te gaan (%(words)s). Haal het weg, of vink aan "
            "dat dit niet over een persoon gaat.",
            words=", ".join(field.sensitive),
        ),
    ]
    return True


def _is_number(field: StringField) -> bool:
    return (
        field.short_name in _NUMBERS
        or isinstance(field, PasswordField)
        or isinstance(field.widget, HiddenInput)
    )
