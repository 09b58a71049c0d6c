"""What people fill in to make two partners one."""

from collections.abc import Sequence
from typing import Self

from wtforms import StringField
from wtforms.validators import Length

from graph.domain.actors import Neighbour
from webapp.forms import Form
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l
from webapp.naming import find_named


class OtherForm(Form):
    """With which partner another is the same, by name."""

    name = StringField(_l("Met welke partner?"), [Length(max=200)])

    others: Sequence[Neighbour] = ()
    other_id: str | None = None

    def offer(self, names: Sequence[Neighbour], own_id: str) -> Self:
        """Fill the list to choose from: all but the partner itself."""
        self.others = [each for each in names if each.id != own_id]
        return self

    def validate_name(self, field: StringField) -> None:
        """The other is a partner of this network."""
        self.other_id = find_named(field.data or "", self.others, _("Partner"))
