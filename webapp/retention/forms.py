"""What a municipality decides about how long a kind of record is kept."""

from typing import Any

from wtforms import IntegerField
from wtforms.validators import Length, NumberRange, Optional

from graph.domain.retention import MOST_MONTHS, SHORTEST, Kept, Term, TermFields
from webapp.forms import VersionedForm, required
from webapp.free_text import FreeTextAreaField
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l

_GROUND_LENGTH = 500
# The types of wtforms do not know it.
_NO_NUMBER: dict[str, Any] = {
    "invalid_value_message": _l("Schrijf een heel getal, zoals 12."),
}


class TermForm(VersionedForm):
    """A term and its two grounds; no months keep a record for ever."""

    months = IntegerField(
        _l("Hoeveel maanden bewaren? (leeg is: niets weghalen)"), [Optional()], **_NO_NUMBER
    )
    privacy_ground = FreeTextAreaField(
        _l("Waarom zo lang volgens de AVG?"),
        [
            required(_l("Schrijf op waarom jullie dit zo lang nodig hebben.")),
            Length(max=_GROUND_LENGTH),
        ],
    )
    archive_ground = FreeTextAreaField(
        _l("Waarom zo lang volgens de selectielijst?"),
        [
            required(_l("Schrijf op welke regel van de selectielijst geldt.")),
            Length(max=_GROUND_LENGTH),
        ],
    )

    def hold_to(self, kind: Kept) -> None:
        """Allow no shorter term than the product itself needs."""
        least = SHORTEST[kind]
        text = _("Kies %(least)s tot %(most)s maanden.", least=least, most=MOST_MONTHS)
        self.months.validators = [
            Optional(),
            NumberRange(min=least, max=MOST_MONTHS, message=text),
        ]

    def fields(self) -> TermFields:
        """Return what was filled in."""
        return TermFields(
            months=self.months.data,
            privacy_ground=(self.privacy_ground.data or "").strip(),
            archive_ground=(self.archive_ground.data or "").strip(),
        )


def values_of(term: Term) -> dict[str, object]:
    """Return the values that fill the form: what was decided, or what we propose."""
    fields = term.fields
    return {
        "version": term.version,
        "months": fields.months,
        "privacy_ground": fields.privacy_ground or _proposed_ground(),
        "archive_ground": fields.archive_ground or _proposed_list(),
    }


def _proposed_ground() -> str:
    return _(
        "Nodig om samenwerking te onderhouden en te verantwoorden (taak van algemeen belang). "
        "Daarna niet meer nodig."
    )


def _proposed_list() -> str:
    return _(
        "Voorstel: Selectielijst gemeenten en intergemeentelijke organen 2020. "
        "Laat je archivaris nakijken welk resultaat hier geldt."
    )
