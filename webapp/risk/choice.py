"""Who may leave in a "what if": what the address says, and what the form offers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.domain.folding import sort_name
from graph.domain.map import NetworkMap
from graph.domain.risk import (
    US,
    Carrier,
    Dependence,
    Scenario,
    without_money,
    without_partner,
    without_position,
    without_us,
)
from webapp.i18n import _

# A select of more is slow, and nobody reads it; any partner can be asked for by the address.
_MOST_OPTIONS = 1000

Option = tuple[str, str]


class LeaverKind(StrEnum):
    """What kind of thing leaves, by its word in the address."""

    US = "wij"
    PARTNER = "partner"
    POSITION = "functie"
    PAYER = "betaler"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaver:
    """Who or what leaves: in words, and by which rule. ``actor_id`` is whom to speak about it."""

    address: str
    title: str
    rule: str
    scenario: Scenario
    actor_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the page was read from."""

    network_map: NetworkMap
    dependences: Sequence[Dependence]

    @property
    def carriers(self) -> dict[str, Carrier]:
        """The positions that carry something that runs, by id."""
        running = (each for each in self.dependences if each.counts)
        return {who.id: who for each in running for who in each.carriers}

    @property
    def payers(self) -> dict[str, str]:
        """The names of those who pay for something that runs, by id."""
        running = (each for each in self.dependences if each.counts)
        return {payer.actor_id: payer.name for each in running for payer in each.funders}

    @property
    def partners(self) -> dict[str, str]:
        """The names of the connected partners, by id; of one person nobody asks it."""
        tied = {id for tie in self.network_map.ties for id in tie.partner_ids}
        return {
            actor.id: actor.name
            for actor in self.network_map.actors
            if actor.id in tied and not actor.is_person
        }

    @property
    def has_us(self) -> bool:
        """Return whether a municipality or a GGD is one of the partners."""
        return any(actor.kind in US for actor in self.network_map.actors)


def read_leaver(asked: str, ground: Ground) -> Leaver | None:
    """Return who leaves according to an address ("partner:…"); None when that is nobody here."""
    word, _colon, id = asked.partition(":")
    if word == LeaverKind.US and ground.has_us:
        return _us(asked, ground)
    if word == LeaverKind.PARTNER and (name := ground.partners.get(id)):
        return Leaver(
            address=asked,
            title=_("Zonder %(name)s", name=name),
            rule=_(
                "Deze partner doet nergens meer aan mee. De anderen gaan samen door als ze nog met"
                " twee of meer zijn."
            ),
            scenario=without_partner(id),
            actor_id=id,
        )
    if word == LeaverKind.POSITION and (who := ground.carriers.get(id)):
        return Leaver(
            address=asked,
            title=_("Zonder de functie %(name)s", name=_position(who)),
            rule=_("Wat alleen deze functie draagt stopt. De partner zelf blijft."),
            scenario=without_position(ground.dependences, id),
            actor_id=who.actor_id,
        )
    if word == LeaverKind.PAYER and (name := ground.payers.get(id)):
        return Leaver(
            address=asked,
            title=_("Zonder het geld van %(name)s", name=name),
            rule=_("Waar alleen deze partner voor betaalt stopt. De partner zelf blijft."),
            scenario=without_money(ground.dependences, [id]),
            actor_id=id,
        )
    return None


def options(ground: Ground) -> Iterator[tuple[str, list[Option]]]:
    """Yield who may be chosen, in groups with a name."""
    if ground.has_us:
        yield _("Wij"), [(LeaverKind.US.value, _("gemeente en GGD, met hun geld"))]
    positions = {id: _position(who) for id, who in ground.carriers.items()}
    for word, title, names in (
        (LeaverKind.PARTNER, _("Partners"), ground.partners),
        (LeaverKind.POSITION, _("Functies"), positions),
        (LeaverKind.PAYER, _("Het geld van"), ground.payers),
    ):
        ranked = sorted(names.items(), key=lambda item: (sort_name(item[1]), item[0]))
        if ranked:
            yield title, [(f"{word.value}:{id}", name) for id, name in ranked[:_MOST_OPTIONS]]


def _us(asked: str, ground: Ground) -> Leaver:
    return Leaver(
        address=asked,
        title=_("Het netwerk zonder ons"),
        rule=_(
            "Alle partners van het soort gemeente of GGD doen nergens meer aan mee, en waar alleen"
            " zij voor betalen stopt."
        ),
        scenario=without_us(ground.network_map, ground.dependences),
    )


def _position(who: Carrier) -> str:
    return _("%(function)s, %(partner)s", function=who.name, partner=who.actor_name)
