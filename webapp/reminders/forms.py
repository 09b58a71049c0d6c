"""What people fill in when they answer a reminder."""

from wtforms import RadioField, SelectField
from wtforms.validators import InputRequired, ValidationError

from graph.domain.repeats import Delay
from graph.domain.words import Channel
from tasks.wording import choices
from webapp.clock import today
from webapp.fields import DayField
from webapp.forms import Form
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l


class SnoozeForm(Form):
    """How long a reminder stays away."""

    delay = RadioField(
        _l("Wanneer wil je dit weer horen?"),
        choices=lambda: [(value, _("over %(time)s", time=word)) for value, word in choices(Delay)],
        default=Delay.WEEK.value,
    )


class ContactForm(Form):
    """When and how there was contact."""

    on = DayField(_l("Op welke dag?"), [InputRequired(_l("Vul de dag in."))])
    channel = SelectField(_l("Hoe?"), choices=lambda: choices(Channel), default=Channel.TALK.value)

    def validate_on(self, field: DayField) -> None:
        """Contact that is still to come is a plan."""
        if field.data and field.data > today():
            raise ValidationError(_("Deze dag moet nog komen. Kies een dag die al was."))
