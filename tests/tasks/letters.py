"""Digests and reminders about made-up partners, for the golden copies."""

from datetime import UTC, date, datetime

from graph.domain.dashboard import Finding, Overview
from graph.domain.digests import (
    Action,
    Cause,
    ColdTie,
    Digest,
    Figure,
    Move,
    News,
    block,
)
from graph.domain.energy import ContactState
from graph.domain.occasions import Occasion
from graph.domain.preferences import NetworkPreference, Preferences, Wishes
from graph.domain.reminders import NetworkReminders, Reminders
from graph.domain.vocabulary import Term, Terms, Vocabulary
from graph.domain.words import FollowUpKind, Role
from graph.repositories.digests import Recipient
from tasks import reminding
from tasks.digest import telling
from tasks.links import Links
from tasks.mail.letter import Letter, Picture

LINKS = Links("https://energie.example")
STOP = "https://energie.example/mail/stop/token"
MONDAY = date(2026, 11, 23)

_YOUTH = Term(
    id="jongeren", vocabulary=Vocabulary.LIFE_STAGE, label="Jongeren", explanation="", position=1
)


def digest_letter() -> Letter:
    """A full digest: every block has something, and two of them too much."""
    return telling.tell(
        digest(),
        recipient=Recipient(
            user_id="ana",
            name="Ana",
            email="ana@example.org",
            role=Role.REGISSEUR,
            network_id="stad",
            slug="stad",
            network_name="Stad & Land",
            reply_to="",
        ),
        terms=Terms(all=(_YOUTH,)),
        period="week 48",
        since=datetime(2026, 11, 16, 7, 31, tzinfo=UTC),
        picture=Picture(png=b"", words="Bij 4 partners brandt licht.", href=LINKS.map("stad")),
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


def reminders_letter() -> Letter:
    """Reminders in one of two networks."""
    return reminding.tell(
        Reminders(
            networks=(
                NetworkReminders(
                    slug="stad",
                    name="Stad & Land",
                    actions=block(_actions()[:2]),
                    cooling=block(_ties()[:1]),
                ),
            )
        ),
        preferences=Preferences(
            user_id="ana",
            name="Ana",
            email="ana@example.org",
            wishes=Wishes(),
            bounced_at=None,
            networks=(_preference("stad", "Stad & Land"), _preference("dorp", "Dorp")),
        ),
        links=LINKS,
        stop_href=STOP,
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
            days=81 - number,
            state=ContactState.AMBER,
            is_new=number == 0,
            only_tie_of=0,
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
