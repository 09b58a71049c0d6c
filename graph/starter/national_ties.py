"""From rows of ``data/samenwerkingen.csv`` to collaborations, roles, namings and mentions.

The rows hold the affiliations of ``data/deelnames.csv`` too, so that sheet is never loaded:
facts would count double. The same body as a party and as a programme (a twin), and two bodies
"samen" in the context of a programme, are one thing here for the same reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NotRequired, TypedDict, Unpack

from graph.domain.folding import fold
from graph.domain.words import Form, Layer, Status
from graph.starter.content import (
    Collaboration,
    Content,
    Mention,
    Naming,
    Participation,
    StatusChange,
)
from graph.starter.sheets import Line, several, source

NETWORK_ID = "landelijke-aanpak"
KNOWN_ON = date(2023, 6, 20)
"""The day of the newest text: the set says how things stood then, not since when."""

_LAYERS = {"visie": Layer.VISION, "beleid": Layer.POLICY, "uitvoering": Layer.PRACTICE}
_MEMBERSHIPS = {
    "coalitie": Layer.VISION,
    "actielijn": Layer.POLICY,
    "evenement": Layer.PRACTICE,
}
"""What is a membership, and the layer of one without any row."""

_WORK = frozenset(
    {"voert uit", "partner in programma", "werkt samen met", "ontwikkelt", "ontwikkelt samen"}
)
_TOGETHER = frozenset({"werkt samen met", "ontwikkelt samen"})
_NO_TIE = frozenset(
    {
        "verwijst naar",
        "draagt bij aan",
        "publiceert",
        "verbonden aan",
        "deelt kennis via",
        "onderdeel van",
    }
)
_WISHES = frozenset({"beoogde partner", "opgeroepen voor"})
_PLANS = ("(voornemen)", "(waar nodig)")
_ANNOUNCED = ("Aangekondigd", "Voornemen")
_SUFFIXES = {Status.ACTIVE: "", Status.PLANNED: "-gepland", Status.WISHED: "-gewenst"}
_REMARKS = {Status.ACTIVE: "", Status.PLANNED: " (voornemen)", Status.WISHED: " (beoogd)"}


def in_network(id: str) -> str:
    """Return the id in this network, so that one body can be in two networks."""
    return f"{NETWORK_ID}-{id}"


def is_group(id: str) -> bool:
    """Tell whether an id of ``organisaties.csv`` is a kind of party instead of a body."""
    return id.startswith("groep-")


def is_membership(programme: Line) -> bool:
    """Tell whether a row of ``programmas.csv`` is something to be a member of."""
    return programme["soort"] in _MEMBERSHIPS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tie:
    """One row: who does what, to or with whom, in which context."""

    from_id: str
    to_id: str
    kind: str
    context: str
    layer: Layer
    since: str
    source: str

    @classmethod
    def of(cls, line: Line) -> "_Tie":
        return cls(
            from_id=line["van_id"],
            to_id=line["naar_id"],
            kind=line["soort"],
            context=line["context"],
            layer=_LAYERS[line["niveau"]],
            since=line["sinds"],
            source=source(line),
        )

    @property
    def status(self) -> Status:
        if self.kind in _WISHES:
            return Status.WISHED
        return Status.PLANNED if self.context.endswith(_PLANS) else Status.ACTIVE

    @property
    def role(self) -> str:
        return f"{self.kind}, {self.since}" if self.since else self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One party that a row says to take part; a row without direction has two."""

    id: str
    tie: _Tie


class _CollaborationFields(TypedDict):
    name: str
    form: Form
    layer: Layer
    source: tuple[str, ...]
    goal: NotRequired[str]
    programme_ids: NotRequired[tuple[str, ...]]
    life_stage_ids: NotRequired[tuple[str, ...]]
    prevention_type_ids: NotRequired[tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """Adds to ``content`` what the rows say; ``programmes`` are the lines by id."""

    content: Content
    programmes: dict[str, Line]
    now: datetime

    def add(self, lines: Iterable[Line]) -> None:
        """Add every row once: to a collaboration, as a naming, or as a mention."""
        about: dict[str, list[_Part]] = {id: [] for id in self.programmes}
        for tie in map(_Tie.of, lines):
            if topic := self._topic(tie):
                about[topic] += self._parts(tie)
            elif tie.kind in _TOGETHER and not is_group(tie.from_id) and not is_group(tie.to_id):
                self._add_pair(tie)
            else:
                self._add_mention(tie)
        for id, parts in about.items():
            self._add_topic(self.programmes[id], parts)

    def _topic(self, tie: _Tie) -> str | None:
        """Return the programme that a row is about: its end, the twin of that, or its context."""
        if tie.kind in _NO_TIE or tie.to_id == f"prog-{tie.from_id}":
            return None
        for id in (tie.to_id, f"prog-{tie.to_id}"):
            if id in self.programmes:
                return id
        name = tie.context
        for remark in _PLANS:
            name = name.removesuffix(remark).strip()
        return next((id for id, line in self.programmes.items() if line["naam"] == name), None)

    def _parts(self, tie: _Tie) -> list[_Part]:
        is_end = tie.to_id in self.programmes or f"prog-{tie.to_id}" in self.programmes
        both = tie.kind in _TOGETHER and not is_end
        ids = (tie.from_id, tie.to_id) if both else (tie.from_id,)
        return [_Part(id=id, tie=tie) for id in ids]

    def _add_topic(self, line: Line, parts: list[_Part]) -> None:
        if is_membership(line):
            self._add_membership(line, parts)
        for status in _SUFFIXES:
            standing = [part for part in parts if part.tie.status is status]
            node = self._node(line, status, standing)
            for id in dict.fromkeys(part.id for part in standing):
                ties = [part.tie for part in standing if part.id == id]
                if is_group(id):
                    self._add_namings(id, node, line["id"], ties)
                elif node:
                    self._add_participation(id, node, ties)
                else:
                    for tie in ties:
                        self._add_mention(tie)

    def _node(self, line: Line, status: Status, standing: list[_Part]) -> str | None:
        """Return the collaboration that rows of one status are about, made when they need one.

        Kinds of parties alone make none, and neither does an actor that only pays or advises.
        An intention stands apart from what is: it gets a collaboration of its own.
        """
        main = in_network(line["id"])
        has_actors = any(not is_group(part.id) for part in standing)
        if is_membership(line) and (status is Status.ACTIVE or not has_actors):
            return main
        works = status is not Status.ACTIVE or any(part.tie.kind in _WORK for part in standing)
        if not has_actors or not works:
            return None
        id = main + _SUFFIXES[status]
        self._add_collaboration(
            id=id,
            name=line["naam"] + _REMARKS[status],
            form=Form.MEMBERSHIP if is_membership(line) else Form.WORKING,
            layer=standing[0].tie.layer,
            status=status,
            goal=line["omschrijving"],
            source=(source(line),),
            programme_ids=() if is_membership(line) else (line["id"],),
        )
        return id

    def _add_membership(self, line: Line, parts: list[_Part]) -> None:
        announced = line["omschrijving"].startswith(_ANNOUNCED)
        self._add_collaboration(
            id=in_network(line["id"]),
            name=line["naam"],
            form=Form.MEMBERSHIP,
            layer=parts[0].tie.layer if parts else _MEMBERSHIPS[line["soort"]],
            status=Status.PLANNED if announced else Status.ACTIVE,
            goal=line["omschrijving"],
            source=(source(line),),
            life_stage_ids=several(line["levensfasen"]),
            prevention_type_ids=several(line["preventietype"]),
        )

    def _add_pair(self, tie: _Tie) -> None:
        id = in_network(f"{tie.from_id}-{tie.to_id}-{'-'.join(fold(tie.context).split())}")
        self._add_collaboration(
            id=id,
            name=tie.context,
            form=Form.WORKING,
            layer=tie.layer,
            status=tie.status,
            source=(tie.source,),
        )
        for party in tie.from_id, tie.to_id:
            self._add_participation(party, id, [tie])

    def _add_collaboration(
        self, *, id: str, status: Status, **fields: Unpack[_CollaborationFields]
    ) -> None:
        self.content.collaborations.append(
            Collaboration(id=id, status=status, created_at=self.now, **fields)
        )
        self.content.status_changes.append(
            StatusChange(
                id=f"{id}-{status}",
                collaboration_id=id,
                status=status,
                on=KNOWN_ON,
                created_at=self.now,
            )
        )

    def _add_participation(self, party: str, collaboration_id: str, ties: list[_Tie]) -> None:
        self.content.participations.append(
            Participation(
                id=in_network(party),
                to_id=collaboration_id,
                role=", ".join(dict.fromkeys(tie.role for tie in ties)),
                source=_sources(ties),
            )
        )

    def _add_namings(
        self, party: str, node: str | None, programme_id: str, ties: list[_Tie]
    ) -> None:
        namings = (
            self.content.named_in_collaborations if node else self.content.named_in_programmes
        )
        for role in dict.fromkeys(tie.role for tie in ties):
            same = [tie for tie in ties if tie.role == role]
            namings.append(
                Naming(
                    id=in_network(party),
                    to_id=node or programme_id,
                    role=role,
                    status=same[0].status,
                    source=_sources(same),
                )
            )

    def _add_mention(self, tie: _Tie) -> None:
        programme = self.programmes.get(tie.to_id)
        shared = programme is not None and not is_membership(programme)
        mentions = self.content.mentions_of_programmes if shared else self.content.mentions
        mentions.append(
            Mention(
                id=in_network(tie.from_id),
                to_id=tie.to_id if shared else in_network(tie.to_id),
                kind=tie.kind,
                context=f"{tie.context}, {tie.since}" if tie.since else tie.context,
                source=(tie.source,),
            )
        )


def _sources(ties: list[_Tie]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tie.source for tie in ties))
