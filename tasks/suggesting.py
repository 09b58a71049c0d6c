"""Say in plain Dutch what is missing and who should meet whom, for pages, mails and commands.

Each function gives one or more whole sentences; ``labels`` gives the label of each term by its id.
"""

from collections.abc import Mapping

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]

from graph.domain.introductions import Introduction
from graph.domain.white_spots import Candidate, Cell, CellKey
from tasks.casing import capital, inside
from tasks.listing import listed

Labels = Mapping[str, str]


def cell_name(key: CellKey, labels: Labels) -> str:
    """Return "Digitaal en online, ouder worden"."""
    domain, life_stage = key
    return f"{labels.get(domain, domain)}, {inside(labels.get(life_stage, life_stage))}"


def cell_line(cell: Cell) -> str:
    """Return how a cell stands, and why it is a white spot when it is."""
    if cell.is_white_spot and cell.is_cold:
        return _("Hier is een ambitie, en wat er loopt koelt af.")
    if cell.is_white_spot:
        return _("Hier is een ambitie en er loopt nog niets.")
    if cell.stance == "not_here":
        return _("Dit hoort hier niet, zegt dit netwerk.")
    if cell.is_cold:
        return _("Wat hier loopt koelt af.")
    if cell.active:
        return _("Hier loopt iets.")
    return _("Hier loopt niets en niemand noemt het een ambitie.")


def candidate_line(candidate: Candidate, cell: Cell, labels: Labels) -> str:
    """Return why a partner could fill a white spot, and who already works with it."""
    partner = candidate.partner
    domain, life_stage = (inside(labels.get(id, id)) for id in cell.key)
    told: list[str] = []
    if candidate.brings_domain and candidate.reaches:
        told.append(
            _("Werkt in %(domain)s en bereikt %(stage)s.", domain=domain, stage=life_stage)
        )
    elif candidate.brings_domain:
        told.append(_("Werkt in %(domain)s.", domain=domain))
    else:
        told.append(_("Bereikt %(stage)s.", stage=life_stage))
    if partner.places:
        told.append(_("Zit in %(places)s.", places=listed(each.name for each in partner.places)))
    if candidate.wishes:
        told.append(_("Doet mee aan de wens."))
    if candidate.known_by:
        known = listed(each.name for each in candidate.known_by)
        told.append(_("Werkt al samen met %(partners)s.", partners=known))
    return " ".join(told)


def reason_line(introduction: Introduction, labels: Labels) -> str:
    """Return in one sentence why two partners should meet."""
    if introduction.fills:
        spot = inside(cell_name(introduction.fills[0], labels))
        return _("Samen kunnen ze een witte vlek vullen: %(spot)s.", spot=spot)
    return capital(_("ze %(why)s.", why=_why(introduction, labels)))


def message_subject(introduction: Introduction) -> str:
    """Return the subject of a mail that introduces two partners."""
    return _(
        "Kennismaken: %(one)s en %(other)s",
        one=introduction.one.name,
        other=introduction.other.name,
    )


def message_text(introduction: Introduction, labels: Labels) -> str:
    """Return a mail to both partners, to be changed at will; it names organisations only."""
    one, other = introduction.one.name, introduction.other.name
    return "\n".join(
        (
            _("Beste collega's van %(one)s en %(other)s,", one=one, other=other),
            "",
            _(
                'Jullie werken allebei samen met %(between)s: %(one)s in "%(with_one)s" en '
                '%(other)s in "%(with_other)s". Met elkaar doen jullie nog niets.',
                between=introduction.between.name,
                one=one,
                other=other,
                with_one=introduction.with_one.name,
                with_other=introduction.with_other.name,
            ),
            "",
            _reason_to_them(introduction, labels),
            "",
            _(
                "Zullen we een half uur afspreken, samen met %(between)s?",
                between=introduction.between.name,
            ),
            "",
            _("Groet,"),
            "",
        )
    )


def goal_text(introduction: Introduction, labels: Labels) -> str:
    """Return the goal of the wished collaboration that an accepted introduction becomes."""
    return _(
        "%(reason)s Kennismaken via %(between)s.",
        reason=reason_line(introduction, labels),
        between=introduction.between.name,
    )


def _reason_to_them(introduction: Introduction, labels: Labels) -> str:
    """Return the reason for the two themselves, who need not know what a white spot is."""
    if introduction.fills:
        spot = inside(cell_name(introduction.fills[0], labels))
        return _("Samen kunnen jullie iets beginnen dat hier nog ontbreekt: %(spot)s.", spot=spot)
    return capital(_("jullie %(why)s.", why=_why(introduction, labels)))


def _why(introduction: Introduction, labels: Labels) -> str:
    """Return what two partners have in common or bring together, after "ze"."""
    told: list[str] = []
    if introduction.crosses:
        one, other = (
            inside(labels.get(each.domain_id or "", ""))
            for each in (introduction.one, introduction.other)
        )
        told.append(_("brengen %(one)s samen met %(other)s", one=one, other=other))
    if introduction.shared_places:
        places = listed(each.name for each in introduction.shared_places)
        told.append(_("zitten allebei in %(places)s", places=places))
    elif introduction.shared_life_stages:
        stages = listed(inside(labels.get(id, id)) for id in introduction.shared_life_stages)
        told.append(_("bereiken allebei %(stages)s", stages=stages))
    if not told:
        told.append(_("werken allebei samen met %(between)s", between=introduction.between.name))
    return listed(told)
