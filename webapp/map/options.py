"""What the form of the map offers to choose from."""

from dataclasses import dataclass

from graph.domain.vocabulary import Vocabulary
from graph.domain.words import ActorKind, Form, Layer, Status
from graph.repositories import map as maps
from graph.repositories import programmes, vocabulary
from tasks import dates
from tasks.wording import choices, word
from webapp.context import current_graph, current_network
from webapp.i18n import _
from webapp.map.choice import ANY, MARKS, Colour, Size
from webapp.map.seeing import Seen
from webapp.map.telling import mark_words
from webapp.terms import current_terms

Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """One of the filters that are folded away: its name in the address and what it offers."""

    name: str
    label: str
    options: Options


def options() -> dict[str, Options]:
    """Return what the part of the form offers that everybody sees."""
    places = vocabulary.neighbourhoods(current_graph(), network_id=current_network().id)
    words = mark_words()
    return {
        "domains": current_terms().choices(Vocabulary.DOMAIN),
        "places": [(place.id, place.name) for place in places],
        "layers": choices(Layer),
        "colours": [
            (Colour.DOMAIN, _("domein")),
            (Colour.ENERGY, _("energie")),
            (Colour.CONTACT, _("laatste contact")),
            (Colour.COMMUNITY, _("groep")),
            (Colour.NEIGHBOURHOOD, _("wijk")),
        ],
        "sizes": [
            (Size.ENERGY, _("energie")),
            (Size.PARTNERS, _("aantal partners")),
            (Size.BETWEEN, _("hoe vaak ertussen")),
        ],
        "depths": [
            ("", _("alles")),
            ("1", _("1 stap ver")),
            ("2", _("2 stappen ver")),
            ("3", _("3 stappen ver")),
        ],
        "bundlings": [
            ("", _("vanzelf")),
            ("domein", _("per domein")),
            ("wijk", _("per wijk")),
            ("groep", _("per groep")),
            ("niet", _("nooit")),
        ],
        "marks": [(name, words[mark]) for name, mark in MARKS.items()],
    }


def more_options() -> list[More]:
    """Return the filters that are folded away. What is over is on no map."""
    terms, graph, network_id = current_terms(), current_graph(), current_network().id
    used = [(each.id, each.name) for each in programmes.names(graph, network_id=network_id)]
    payers = [(each.id, each.name) for each in maps.funders(graph, network_id=network_id)]
    found = (
        More(name="status", label=_("Status"), options=_statuses()),
        More(name="vorm", label=_("Vorm"), options=_forms()),
        _any("soort", _("Soort partner"), choices(ActorKind)),
        _any("levensfase", _("Levensfase"), terms.choices(Vocabulary.LIFE_STAGE)),
        _any("programma", _("Programma"), used),
        _any("betaler", _("Wie betaalt"), payers),
        _any("preventie", _("Soort preventie"), terms.choices(Vocabulary.PREVENTION_TYPE)),
        _any("beleidsdoel", _("Beleidsdoel"), terms.choices(Vocabulary.POLICY_GOAL)),
    )
    return [each for each in found if len(each.options) > 1]


def chosen(seen: Seen) -> list[str]:
    """Return in short lines what was chosen, for below a printed map."""
    choice, offered = seen.choice, options()
    domains = [text for id, text in offered["domains"] if id in choice.passes.domains]
    picked = [
        (_("Domein"), ", ".join(domains)),
        (_("Wijk"), _text(offered["places"], choice.passes.neighbourhood)),
        (_("Laag"), _text(offered["layers"], choice.passes.layer)),
        *((each.label, _text(each.options, choice.more[each.name])) for each in more_options()),
        (_("Rond"), seen.around.name if seen.around and choice.depth else ""),
        (_("Zoals bekend op"), dates.day(seen.on) if seen.on else ""),
    ]
    return [_("%(what)s: %(value)s", what=what, value=value) for what, value in picked if value]


def _text(offered: Options, value: str | None) -> str:
    return next((text for id, text in offered if value and id == value), "")


def _any(name: str, label: str, offered: Options) -> More:
    return More(name=name, label=label, options=[("", _("alle")), *offered])


def _statuses() -> Options:
    others = (Status.WISHED, Status.PLANNED, Status.PAUSED)
    return [
        ("", word(Status.ACTIVE)),
        *((status.value, word(status)) for status in others),
        (ANY, _("alle")),
    ]


def _forms() -> Options:
    return [
        ("", _("werkverbanden")),
        (Form.MEMBERSHIP.value, _("lidmaatschappen")),
        (ANY, _("allebei")),
    ]
