"""Fields that more than one form asks for."""

import contextlib
from datetime import UTC, date, datetime
from typing import Any

from email_validator import EmailNotValidError, validate_email
from wtforms import DateField, Field, Form, TimeField
from wtforms.validators import ValidationError

from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l

_YEARS = range(1900, 2200)
_FORMS = ["%Y-%m-%d", "%d-%m-%Y"]
_NO_SUCH_DAY = _l("Deze dag bestaat niet. Schrijf de dag als 30-11-2026.")
_YEAR_IN_FULL = _l("Schrijf het jaar met vier cijfers, zoals 30-11-2026.")


class DayField(DateField):
    """A day: as browsers send it, or as the Dutch write it where a browser has no calendar."""

    def __init__(self, label: str, validators: Any = None, **more: Any) -> None:  # noqa: ANN401 -- as wtforms
        super().__init__(
            label,
            validators,
            format=_FORMS,
            **(_told(_NO_SUCH_DAY) | more),
        )

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take a day of these centuries: who types 26 as the year means 2026."""
        super().process_formdata(valuelist)
        if self.data and self.data.year not in _YEARS:
            self.data = None
            raise ValueError(_YEAR_IN_FULL)


class HourField(TimeField):
    """A time on a day, such as 15:30."""

    def __init__(self, label: str, validators: Any = None, **more: Any) -> None:  # noqa: ANN401 -- as wtforms
        super().__init__(
            label, validators, **(_told(_l("Schrijf de tijd als 15:30, of laat dit leeg.")) | more)
        )


def a_mail_address(_form: Form, field: Field) -> None:
    """Raise ValidationError unless mail can reach this address, as far as one can see."""
    try:
        validate_email(
            (field.data or "").strip(), check_deliverability=False, test_environment=True
        )
    except EmailNotValidError as error:
        raise ValidationError(
            _("Dit is geen mailadres. Schrijf het als ana@gemeente.nl.")
        ) from error


def read_day(text: str) -> date | None:
    """Return the day that was typed, None for nothing. Raises ValidationError as ``DayField``."""
    if not text:
        return None
    for form in _FORMS:
        with contextlib.suppress(ValueError):
            day = datetime.strptime(text, form).replace(tzinfo=UTC).date()
            if day.year in _YEARS:
                return day
            raise ValidationError(_YEAR_IN_FULL)
    raise ValidationError(_NO_SUCH_DAY)


def _told(message: str) -> dict[str, Any]:
    return {"invalid_value_message": message}
