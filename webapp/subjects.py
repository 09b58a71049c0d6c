"""What something is about: partners and collaborations, ticked or typed by name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from flask import url_for
from wtforms import StringField
from wtforms.validators import Length, ValidationError

from graph.domain.references import Reference, of_kind
from graph.repositories import actors, collaborations
from webapp.context import current_graph, current_network
from webapp.forms import CheckboxesField, VersionedForm
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l
from webapp.naming import Named, find_named, names_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Subjects:
    """Every partner and collaboration that a form may name."""

    actors: Sequence[Named]
    collaborations: Sequence[Named]


def read_subjects(known: Iterable[Reference] = ()) -> Subjects:
    """Read the names of this network; ``known`` adds what is chosen already, such as archived."""
    graph, network_id, known = current_graph(), current_network().id, tuple(known)
    return Subjects(
        actors=_joined(actors.names(graph, network_id=network_id), known, "Actor"),
        collaborations=_joined(
            collaborations.names(graph, network_id=network_id), known, "Collaboration"
        ),
    )


def page_of(actor_ids: Sequence[str], collaboration_ids: Sequence[str]) -> str:
    """Return the address of the page of the first thing that something is about."""
    slug = current_network().slug
    if collaboration_ids:
        return url_for("collaborations.show", slug=slug, collaboration_id=collaboration_ids[0])
    return url_for("actors.show", slug=slug, actor_id=actor_ids[0])


class AboutForm(VersionedForm):
    """A form about one or more partners and collaborations.

    Ticks carry ids, so two partners with one name are never mixed up; typing a name adds one more.
    """

    actor_ids = CheckboxesField(_l("Partners"))
    partner = StringField(_l("Partner"), [Length(max=200)])
    collaboration_ids = CheckboxesField(_l("Samenwerkingen"))
    collaboration = StringField(_l("Samenwerking"), [Length(max=200)])

    subjects: Subjects = Subjects(actors=(), collaborations=())
    nearby: tuple[Reference, ...] = ()

    @property
    def about_ids(self) -> list[str]:
        """The ids of all that is ticked."""
        return [*(self.actor_ids.data or ()), *(self.collaboration_ids.data or ())]

    @property
    def about_names(self) -> list[str]:
        """The names of all that is ticked, collaborations first."""
        collaborations = names_of(self.collaboration_ids.data or (), self.subjects.collaborations)
        partners = names_of(self.actor_ids.data or (), self.subjects.actors)
        return [name for _id, name in (*collaborations, *partners)]

    def offer(self, subjects: Subjects, nearby: Iterable[Reference] = ()) -> Self:
        """Say what can be ticked: what is chosen already, and what is near that."""
        self.subjects, self.nearby = subjects, tuple(nearby)
        self._show_choices()
        return self

    def tick_typed(self) -> Self:
        """Turn a typed name that is known into a tick; leave any other for ``validate``."""
        for ids, typed, options in (
            (self.actor_ids, self.partner, self.subjects.actors),
            (self.collaboration_ids, self.collaboration, self.subjects.collaborations),
        ):
            try:
                found = find_named(typed.data or "", options, "")
            except ValidationError:
                continue
            if found:
                ids.data = list(dict.fromkeys([*(ids.data or ()), found]))
                typed.data = ""
        self._show_choices()
        return self

    def _show_choices(self) -> None:
        for ids, options, kind in (
            (self.actor_ids, self.subjects.actors, "Actor"),
            (self.collaboration_ids, self.subjects.collaborations, "Collaboration"),
        ):
            ids.choices = names_of([*(ids.data or ()), *of_kind(self.nearby, kind)], options)

    def validate_partner(self, field: StringField) -> None:
        """A typed partner must be in the network."""
        find_named(field.data or "", self.subjects.actors, _("Partner"))

    def validate_collaboration(self, field: StringField) -> None:
        """A typed collaboration must be in the network."""
        find_named(field.data or "", self.subjects.collaborations, _("Samenwerking"))


def _joined(names: Sequence[Named], known: Sequence[Reference], kind: str) -> list[Named]:
    there = {each.id for each in names}
    return [*names, *(each for each in known if each.kind == kind and each.id not in there)]
