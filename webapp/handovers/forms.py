"""What is asked before a handover."""

from collections.abc import Sequence
from typing import Self

from wtforms import SelectField

from graph.domain.handovers import Handover
from graph.domain.networks import Member
from graph.domain.words import Role
from webapp.forms import CheckboxesField, Form, required
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l


class HandoverForm(Form):
    """Who takes over, and with which partners to get acquainted."""

    successor_id = SelectField(
        _l("Wie neemt het over?"), [required(_l("Kies wie het overneemt."))]
    )
    tie_ids = CheckboxesField(_l("Maak een actie om elkaar weer te spreken"))

    members: Sequence[Member] = ()

    def offer(self, members: Sequence[Member], user_id: str, found: Handover) -> Self:
        """Say who can take over: a colleague who may edit."""
        self.members = [
            each
            for each in members
            if each.user_id != user_id and each.role.may_act_as(Role.EDITOR)
        ]
        people = [(each.user_id, each.name) for each in self.members]
        self.successor_id.choices = [("", _("kies een collega")), *people]
        self.tie_ids.choices = [(each.id, each.name) for each in found.cold]
        return self

    @property
    def successor(self) -> Member:
        """Who takes over."""
        return next(each for each in self.members if each.user_id == self.successor_id.data)
