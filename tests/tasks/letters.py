"""Digests and reminders about made-up partners, for the golden copies."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from graph.domain.dashboard import Finding, Overview
from graph.domain.digests import (
    Action,
    Block,
    Cause,
    ColdTie,
    Digest,
    Figure,
    Move,
    News,
    block,
)
from graph.domain.energy import ContactState
from graph.domain.introductions import Introduction
from graph.domain.landscape import Partner, Place, Together
from graph.domain.occasions import Occasion
from graph.domain.preferences import NetworkPreference, Preferences, Wishes
from graph.domain.reminders import NetworkReminders, Reminder, ReminderKind, Reminders
from graph.domain.summaries import Carrier, Summary, Trend
from graph.domain.vocabulary import Term, Terms, Vocabulary
from graph.domain.white_spots import Candidate, Cell, WhiteSpot
from graph.domain.words import FollowUpKind, Layer, Role, Stance, Status
from graph.repositories.digests import Recipient
from tasks import reminding, summing_up
from tasks.digest import combined, telling
from tasks.links import Links
from tasks.mail.letter import Letter, Picture

LINKS = Links("https://energie.example")
STOP = "https://energie.example/mail/stop/token"
MONDAY = date(2026, 11, 23)

_TERMS = Terms(
    all=tuple(
        Term(id=label.casefold(), vocabulary=vocabulary, label=label, explanation="", position=1)
        for vocabulary, label in (
            (Vocabulary.LIFE_STAGE, "Jongeren"),
            (Vocabulary.DOMAIN, "Sport"),
            (Vocabulary.DOMAIN, "Welzijn"),
        )
    )
)
_PICTURE = Picture(png=b"", words="Bij 4 partners brandt licht.", href=LINKS.map("stad"))
_KAJUIT = Partner(
    id="kajuit",
    name="De Kajuit",
    domain_id="welzijn",
    life_stage_ids=frozenset({"jongeren"}),
    places=(Place(id="noord", name="Noorderplas"),),
)
_CLUB = Partner(id="club", name="Roeiclub <Oostpoort>", domain_id="sport")
_SCHOOL = Partner(id="school", name="Het Kompas")


def digest_letter() -> Letter:
    """A full digest: every block has something, and two of them too much."""
    return telling.tell(
        digest(),
        recipient=_recipient("Stad & Land", "stad"),
        terms=_TERMS,
        period="week 48",
        since=datetime(2026, 11, 16, 7, 31, tzinfo=UTC),
        suggestion=introduction(),
        picture=_PICTURE,
        links=LINKS,
        stop_href=STOP,
    )


def digest() -> Digest:
    """What the letter tells."""
    return Digest(
        finding=Finding(
            lively=6, place="Noorderplas", life_stage_id="jongeren", domain_id=None, best=None
        ),
        overview=Overview(
            actors=70,
            unconnected=6,
            active=44,
            vision=2,
            policy=8,
            practice=34,
            lively=6,
            unmeasured=3,
            little_known=7,
            quiet_places=("De Weiden",),
        ),
        actions=block(_actions()),
        later=2,
        cooling=block(_ties()),
        moves=block(
            (
                _move("Online in balans", 76, 11, Cause.BREADTH),
                _move("Vrijdagavond open", 95, 9, Cause.CONTACT),
                _move("Mantelzorgcafé", 31, -7, Cause.CONTACT),
            )
        ),
        news=News(
            new_partners=("Filmhuis Het Scherm", "Skatehal Spoorzicht"),
            new_collaborations=("Filmavond Spoorzicht",),
            ended_collaborations=("Zomerkamp",),
            moments=3,
        ),
        occasions=block((Occasion(name="Week van de Rust", starts_on=date(2026, 12, 8)),)),
        lively=Figure(now=6, before=5),
        cold=Figure(now=7, before=7),
        unconnected=Figure(now=6, before=8),
        compared_on=date(2026, 11, 16),
    )


def introduction() -> Introduction:
    """Two who could fill a white spot together."""
    evening = Together(id="avond", name="Vrijdagavond open", status=Status.ACTIVE)
    return Introduction(
        one=_KAJUIT,
        other=_CLUB,
        between=_SCHOOL,
        with_one=evening,
        with_other=evening,
        fills=(("sport", "jongeren"),),
        crosses=True,
        shared_places=(),
        shared_life_stages=(),
    )


def white_spot() -> WhiteSpot:
    """An ambition that one partner could begin with."""
    begin = Candidate(
        partner=_KAJUIT,
        brings_domain=False,
        reaches=True,
        wishes=False,
        is_near=False,
        known_by=(_CLUB,),
    )
    cell = Cell(domain_id="sport", life_stage_id="jongeren", stance=Stance.AMBITION)
    return WhiteSpot(cell=cell, candidates=(begin,))


def reminders_letter() -> Letter:
    """Reminders of every kind, in one of two networks."""
    stad, dorp = _preference("stad", "Stad & Land"), _preference("dorp", "Dorp")
    return reminding.tell(
        Reminders(networks=(NetworkReminders(network=stad, items=_reminders()),)),
        preferences=Preferences(
            user_id="ana",
            name="Ana",
            email="ana@example.org",
            wishes=Wishes(),
            bounced_at=None,
            networks=(stad, dorp),
        ),
        answering=reminding.Answering(
            user_id="ana", links=LINKS, sign=lambda answer, act: f"{answer.about}-{act}"
        ),
        stop_href=STOP,
    )


def combined_letter() -> Letter:
    """The digests of three networks in one."""
    return combined.tell(
        [
            combined.Told(
                digest=told,
                recipient=_recipient(name, slug),
                terms=_TERMS,
                suggestion=suggestion,
            )
            for told, suggestion, name, slug in (
                (digest(), introduction(), "Stad & Land", "stad"),
                (
                    replace(digest(), actions=Block(), later=0),
                    white_spot(),
                    "Dorp <Oostpoort>",
                    "dorp",
                ),
                (
                    replace(
                        digest(),
                        actions=Block(),
                        later=1,
                        cooling=Block(),
                        moves=Block(),
                        news=News(),
                    ),
                    None,
                    "Haven",
                    "haven",
                ),
            )
        ],
        period="november 2026",
        picture=_PICTURE,
        links=LINKS,
        stop_href=STOP,
    )


def health_letter() -> Letter:
    """How a network stands: better than before, with every risk."""
    told = digest()
    carrier = Carrier(id="kajuit", name="De Kajuit", only_through=("'t Hok", "Café <Oostpoort>"))
    money = _reminder(ReminderKind.FUNDING, name="Vrijdagavond open", on=date(2027, 2, 23))
    return summing_up.tell(
        Summary(
            overview=told.overview,
            lively=told.lively,
            cold=told.cold,
            unconnected=told.unconnected,
            active=Figure(now=44, before=42),
            parts=3,
            mean_distance=2.84,
            compared_on=date(2026, 10, 26),
            trend=Trend.UP,
            cooling=told.cooling,
            carriers=block((carrier,)),
            money=block((money,)),
        ),
        recipient=_recipient("Stad & Land", "stad"),
        month="december 2026",
        links=LINKS,
        stop_href=STOP,
    )


def _reminders() -> tuple[Reminder, ...]:
    late = date(2026, 11, 20)
    return (
        _reminder(
            ReminderKind.ACTION,
            on=late,
            partners=("Politie <Oostpoort>",),
            step=FollowUpKind.AGREE_STEP,
            is_late=True,
        ),
        _reminder(
            ReminderKind.ACTION,
            on=MONDAY,
            partners=("De Linde", "'t Hok", "Schuldhulp Vooruit"),
            step=FollowUpKind.SPEAK,
        ),
        _reminder(ReminderKind.AGREEMENT, name="'t Hok", on=MONDAY, partners=("Café Één",)),
        _reminder(
            ReminderKind.COLD,
            name="Weiden aan het werk",
            partners=("Bedrijvenkring Weiden", "Werkplein"),
            silent=81,
        ),
        _reminder(ReminderKind.ENDING, name="Zomerkamp", on=date(2026, 12, 23)),
        _reminder(
            ReminderKind.FUNDING,
            name="Vrijdagavond open",
            partners=("De Kajuit", "Het Kompas"),
            on=date(2027, 2, 23),
        ),
        _reminder(ReminderKind.UNVERIFIED, name="Werkplein", on=date(2025, 11, 23)),
        _reminder(ReminderKind.BOUNCING, name="Ben", on=late),
    )


def _reminder(kind: ReminderKind, *, name: str = "", **more: Any) -> Reminder:
    return Reminder(kind=kind, id=f"id-of-{kind}", name=name, day=MONDAY, **more)


def _recipient(name: str, slug: str) -> Recipient:
    return Recipient(
        user_id="ana",
        name="Ana",
        email="ana@example.org",
        role=Role.REGISSEUR,
        network_id=slug,
        slug=slug,
        network_name=name,
        reply_to="",
    )


def _actions() -> tuple[Action, ...]:
    return (
        _action(FollowUpKind.AGREE_STEP, date(2026, 11, 20), "Politie <Oostpoort>", late=True),
        _action(
            FollowUpKind.SPEAK, date(2026, 11, 27), "Schuldhulp Vooruit", "De Linde", "'t Hok"
        ),
        *(_action(FollowUpKind.OTHER, date(2026, 11, 28), f"Partner {n}") for n in range(1, 5)),
    )


def _action(kind: FollowUpKind, due_on: date, *about: str, late: bool = False) -> Action:
    return Action(kind=kind, about=about, due_on=due_on, is_late=late)


def _ties() -> tuple[ColdTie, ...]:
    names = ("Weiden aan het werk", "Voorraadkast", "Café Één", "Vier", "Vijf", "Zes", "Zeven")
    return tuple(
        ColdTie(
            id=f"tie-{number}",
            name=name,
            partners=("Bedrijvenkring Weiden", "Werkplein"),
            layer=Layer.PRACTICE,
            days=81 - number,
            rhythm_days=42,
            state=ContactState.AMBER,
            is_new=number == 0,
            only_tie_of=(),
        )
        for number, name in enumerate(names)
    )


def _move(name: str, now: int, change: int, cause: Cause) -> Move:
    return Move(id="move", name=name, partners=(), now=now, change=change, cause=cause, days=58)


def _preference(slug: str, name: str) -> NetworkPreference:
    return NetworkPreference(
        network_id=slug,
        slug=slug,
        name=name,
        role=Role.REGISSEUR,
        digest=True,
        summary=True,
    )
