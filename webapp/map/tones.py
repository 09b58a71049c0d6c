"""What the colour and the size of a partner tell, with a key that says so."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from graph.analysis.measures import betweenness_shares
from graph.analysis.network import network_of
from graph.domain.energy import DEFAULT_RHYTHM_DAYS, ContactState, Level, contact_state
from graph.domain.map import MapActor
from tasks import explain
from webapp.i18n import _
from webapp.look import DOMAIN_LOOKS, domain_look
from webapp.map.choice import Colour, Size
from webapp.map.seeing import Seen
from webapp.terms import current_terms

INK, SOFT, SHEET, LINE, COLD = "#17282c", "#4c5f65", "#ffffff", "#788a8d", "#2a5c9a"
# The lightest step of energy would vanish on white.
LEVELS = ("#a9b8b3", "#fbe3b0", "#f6be52", "#e2871b", "#b8430a")
_QUIET = LEVELS[0]
_FRESH, _AMBER, _RED = "#22694a", "#7ea6d4", COLD
_MOST_TONES = 10
_PALETTE = tuple(dict.fromkeys(look.colour for look in DOMAIN_LOOKS.values()))[:_MOST_TONES]

SMALLEST, ALONE_SIZE = 13, 15
_MOST_PARTNERS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One line of the key: a colour and what it means. ``shape`` is a word of vis-network."""

    colour: str
    text: str
    shape: str = "dot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tones:
    """The colour of each partner, and the key to the colours."""

    of: Callable[[MapActor], str]
    key: tuple[Key, ...]


def tones(seen: Seen) -> Tones:
    """Return the colours that the reader chose."""
    match seen.choice.colour:
        case Colour.DOMAIN:
            return _by_domain(seen)
        case Colour.ENERGY:
            return _by_energy()
        case Colour.CONTACT:
            return _by_contact(seen)
        case Colour.COMMUNITY:
            return _by_community(seen)
        case Colour.NEIGHBOURHOOD:
            return _by_neighbourhood(seen)


def sizes(seen: Seen) -> Callable[[MapActor], float]:
    """Return the sizes that the reader chose; a partner of one person is never ranked."""
    match seen.choice.size:
        case Size.PARTNERS:
            return lambda actor: round(11 + min(actor.partners, _MOST_PARTNERS) * 0.8, 1)
        case Size.BETWEEN:
            people = {actor.id for actor in seen.everything.actors if actor.is_person}
            shares = betweenness_shares(network_of(seen.everything))
            return lambda actor: round(
                11 + (0 if actor.id in people else 26 * sqrt(shares.get(actor.id, 0))), 1
            )
        case Size.ENERGY:
            alone = {actor.id for actor in seen.everything.isolated}
            return lambda actor: (
                ALONE_SIZE
                if actor.id in alone
                else round(SMALLEST + (actor.energy or 0) * 0.14, 1)
            )


def _by_domain(seen: Seen) -> Tones:
    present = {actor.domain_id for actor in seen.shown.actors}
    labels = current_terms().labels
    own = [id for id in DOMAIN_LOOKS if id in present]
    key = [
        Key(colour=DOMAIN_LOOKS[id].colour, shape=DOMAIN_LOOKS[id].shape, text=labels.get(id, id))
        for id in own
    ]
    if present.difference(own):
        key.append(Key(colour=domain_look(None).colour, text=_("ander domein of niet bekend")))
    return Tones(of=lambda actor: domain_look(actor.domain_id).colour, key=tuple(key))


def _by_energy() -> Tones:
    return Tones(
        of=lambda actor: SHEET if actor.energy is None else LEVELS[Level.of(actor.energy).value],
        key=(
            *(Key(colour=LEVELS[level], text=explain.level_word(level)) for level in Level),
            Key(colour=SHEET, text=_("nog niet gemeten")),
        ),
    )


def _by_contact(seen: Seen) -> Tones:
    colours = {
        ContactState.FRESH: _FRESH,
        ContactState.AMBER: _AMBER,
        ContactState.RED: _RED,
        None: SHEET,
    }
    words = {
        _FRESH: _("contact in de laatste zes weken"),
        _AMBER: _("zes tot twaalf weken geen contact"),
        _RED: _("langer dan twaalf weken geen contact"),
        SHEET: _("nog geen contact"),
    }
    return Tones(
        of=lambda actor: colours[
            contact_state(actor.last_contact_on, DEFAULT_RHYTHM_DAYS, seen.day)
        ],
        key=tuple(Key(colour=colour, text=text) for colour, text in words.items()),
    )


def _by_community(seen: Seen) -> Tones:
    group_of = {id: group.name for group in seen.named.groups for id in group.member_ids}
    names = [group.name for group in seen.named.groups]
    return _ranked(names, lambda actor: group_of.get(actor.id), _("buiten een groep"))


def _by_neighbourhood(seen: Seen) -> Tones:
    counts = Counter(_place(actor) for actor in seen.everything.actors)
    names = [name for name, _count in counts.most_common() if name]
    return _ranked(names, _place, _("wijk niet bekend of een kleinere"))


def _place(actor: MapActor) -> str | None:
    return next(iter(actor.neighbourhoods), None)


def _ranked(names: Iterable[str], name_of: Callable[[MapActor], str | None], rest: str) -> Tones:
    """Give the first names a colour of their own, and all others one quiet colour."""
    colours: Mapping[str | None, str] = dict(zip(names, _PALETTE, strict=False))
    return Tones(
        of=lambda actor: colours.get(name_of(actor), _QUIET),
        key=(
            *(Key(colour=colour, text=str(name)) for name, colour in colours.items()),
            Key(colour=_QUIET, text=rest),
        ),
    )
