"""What people fill in about their mail."""

from typing import Self

from wtforms import BooleanField, SelectField
from wtforms.validators import Optional

from graph.domain.postal import Frequency
from graph.domain.preferences import WEEKDAYS, ReminderWish, Wishes
from tasks.dates import weekday
from tasks.wording import choices
from webapp.fields import DayField
from webapp.forms import Form
from webapp.i18n import lazy_gettext as _l


def _weekdays() -> list[tuple[int, str]]:
    return [(number, weekday(number)) for number in range(WEEKDAYS)]


class WishesForm(Form):
    """How and when somebody wants mail."""

    digest = SelectField(_l("Hoe vaak wil je de weekmail?"), choices=lambda: choices(Frequency))
    weekday = SelectField(_l("Op welke dag?"), choices=_weekdays, coerce=int)
    combined = BooleanField(_l("Zet al mijn netwerken in één mail"))
    reminders = SelectField(_l("Hoe wil je herinneringen?"), choices=lambda: choices(ReminderWish))
    paused_until = DayField(_l("Stuur me geen mail tot (mag leeg)"), validators=[Optional()])

    @classmethod
    def of(cls, wishes: Wishes) -> Self:
        """Return the form filled with what somebody wants now."""
        return cls(
            data={
                "digest": wishes.digest,
                "weekday": wishes.weekday,
                "combined": wishes.combined,
                "reminders": wishes.reminders,
                "paused_until": wishes.paused_until,
            }
        )

    def wishes(self) -> Wishes:
        """Return what was filled in."""
        return Wishes(
            digest=Frequency(self.digest.data),
            weekday=self.weekday.data,
            combined=bool(self.combined.data),
            reminders=ReminderWish(self.reminders.data),
            paused_until=self.paused_until.data,
        )
