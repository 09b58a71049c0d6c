"""What an admin tells before looking on."""

from wtforms import TextAreaField
from wtforms.validators import Length

from graph.domain.visits import REASON_LENGTH
from webapp.forms import Form, required
from webapp.i18n import lazy_gettext as _l


class VisitForm(Form):
    """Why somebody who is no member has to read a network."""

    reason = TextAreaField(
        _l("Waarom kijk je mee?"),
        [
            required(_l("Schrijf waarom je meekijkt. De regisseur leest dit.")),
            Length(
                min=10,
                max=REASON_LENGTH,
                message=_l("Schrijf een korte zin van 10 tot 500 tekens."),
            ),
        ],
    )
