"""What the fields in the log are called, and how their values are read."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, cast

from graph.domain.references import Reference
from graph.domain.repeats import Repeat
from graph.domain.words import (
    ActorKind,
    Between,
    Channel,
    Evidence,
    FollowUpKind,
    Form,
    Involvement,
    Layer,
    ProgrammeKind,
    Role,
    Scale,
    Stance,
    Status,
    Verdict,
)
from tasks.dates import day
from tasks.wording import word
from webapp.i18n import _
from webapp.terms import current_terms

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Names = Mapping[str, Reference]
Fields = Mapping[str, Any]
Reading = Callable[[Any, Names], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field of a change: its name, what it was and what it is, as people read them."""

    name: str
    label: str
    before: str
    after: str


def differences(kind: str, before: Fields, after: Fields, names: Names) -> list[Difference]:
    """Return how fields of a thing of this kind differ, in the order of the forms."""
    found: list[Difference] = []
    for name, label in labels().items():
        if name in after:
            read = _reading(kind, name)
            was, is_now = (_shown(fields.get(name), read, names) for fields in (before, after))
            if was != is_now:
                own = _carried_by() if (kind, name) == _CARRIED_BY else label
                found.append(Difference(name=name, label=own, before=was, after=is_now))
    return found


def ids_in(fields: Iterable[Fields]) -> set[str]:
    """Return the ids of other things that fields name."""
    values = (value for each in fields for name, value in each.items() if name in _LINKS)
    return {id for value in values for id in _listed(value) if id}


def labels() -> dict[str, str]:
    """Return what each field is called on screen, by its name in the log."""
    return {
        "name": _("Naam"),
        "title": _("Titel"),
        "kind": _("Soort"),
        "what": _("Wat"),
        "status": _("Status"),
        "on": _("Dag"),
        "at": _("Tijd"),
        "due_on": _("Voor"),
        "first_due_on": _("Eerst voor"),
        "repeat": _("Herhaling"),
        "done_on": _("Klaar op"),
        "goal": _("Doel"),
        "layer": _("Laag"),
        "form": _("Vorm"),
        "rhythm_days": _("Ritme in dagen"),
        "started_on": _("Begonnen op"),
        "ended_on": _("Beëindigd op"),
        "participants": _("Partners"),
        "holders": _("Contactpersonen"),
        "scale": _("Bereik"),
        "aliases": _("Andere namen"),
        "parent_id": _("Onderdeel van"),
        "description": _("Beschrijving"),
        "target_group": _("Doelgroep"),
        "municipality": _("Plaats"),
        "postcode": _("Postcode"),
        "kvk": _("KVK-nummer"),
        "website": _("Website"),
        "email": _("Mailadres"),
        "phone": _("Telefoon"),
        "is_person": _("Eén persoon"),
        "verified_on": _("Nagekeken op"),
        "domain_ids": _("Domeinen"),
        "neighbourhood_ids": _("Wijk of buurt"),
        "life_stage_ids": _("Levensfasen"),
        "prevention_type_ids": _("Soorten preventie"),
        "policy_goal_ids": _("Beleidsdoelen en actielijnen"),
        "pillar_ids": _("Pijlers"),
        "programme_ids": _("Programma's"),
        "funder_id": _("Betaald door"),
        "funders": _("Betaald door"),
        "funded_until": _("Betaald tot en met"),
        "residents_involved": _("Bewoners"),
        "evidence": _("Wat bekend is"),
        "evidence_source": _("Bron"),
        "evidence_on": _("Bekend sinds"),
        "channel": _("Hoe"),
        "note": _("Notitie"),
        "heard_from": _("Gehoord van"),
        "between": _("Wie sprak wie"),
        "plenary": _("Groot overleg"),
        "actor_ids": _("Partners"),
        "collaboration_ids": _("Samenwerkingen"),
        "position_ids": _("Gesproken met"),
        "user_id": _("Van wie"),
        "owner_actor_id": _("Van welke partner"),
        "rating": _("Puls"),
        "rating_by": _("Puls van"),
        "rating_on": _("Puls op"),
        "result": _("Resultaat"),
        "result_on": _("Resultaat op"),
        "archived_at": _("In het archief sinds"),
        "stance": _("Oordeel"),
        "role": _("Rol"),
        "reason": _("Reden"),
        "merged": _("Samengevoegd met"),
        "other": _("Andere partner"),
        "months": _("Bewaartermijn in maanden"),
        "privacy_ground": _("Grond volgens de AVG"),
        "archive_ground": _("Grond volgens de selectielijst"),
        "removed": _("Weggehaald"),
    }


def _carried_by() -> str:
    """Return what the positions of a collaboration are called: nobody spoke there."""
    return _("Gedragen door")


def _reading(kind: str, name: str) -> Reading:
    """Return how the values of a field are read."""
    if name in _LINKS:
        return _named
    if closed := _CLOSED.get((kind, name)) or _CLOSED.get(("", name)):
        return lambda value, _names: _word(closed, str(value))
    if name == "repeat":
        return lambda value, _names: _turns(str(value))
    if name in _TERMS:
        return lambda value, _names: current_terms().label(str(value))
    return _plain


def _turns(rule: str) -> str:
    """Return how an action comes back, in words."""
    repeat = Repeat.of(rule)
    if repeat is None:
        return rule
    until = _(" tot en met %(day)s", day=day(repeat.until)) if repeat.until else ""
    return word(repeat.every) + until


def _shown(value: object, read: Reading, names: Names) -> str:
    return ", ".join(read(each, names) for each in _listed(value)) or _("leeg")


def _listed(value: object) -> list[Any]:
    match value:
        case None | "":
            return []
        case list():
            return cast("list[Any]", value)
        case _:
            return [value]


def _plain(value: object, _names: Names) -> str:
    """Read text and numbers; a day in it, also of who takes part, as the Dutch write it."""
    match value:
        case True:
            return _("ja")
        case False:
            return _("nee")
        case _:
            return _DAY.sub(_as_day, str(value).replace(" | ", ", "))


def _as_day(found: re.Match[str]) -> str:
    try:
        return day(date.fromisoformat(found[0]))
    except ValueError:
        return found[0]


def _named(value: object, names: Names) -> str:
    found = names.get(str(value))
    return found.name if found else _("niet meer bekend")


def _word(words: type[StrEnum], value: str) -> str:
    return word(words(value)) if value in set(words) else value


_CLOSED: dict[tuple[str, str], type[StrEnum]] = {
    ("Actor", "kind"): ActorKind,
    ("Programme", "kind"): ProgrammeKind,
    ("FollowUp", "kind"): FollowUpKind,
    ("ContactMoment", "evidence"): Evidence,
    ("", "status"): Status,
    ("", "layer"): Layer,
    ("", "form"): Form,
    ("", "scale"): Scale,
    ("", "residents_involved"): Involvement,
    ("", "channel"): Channel,
    ("", "between"): Between,
    ("Ambition", "stance"): Stance,
    ("Introduction", "stance"): Verdict,
    ("User", "role"): Role,
    ("Invitation", "role"): Role,
}
"""The closed list of a field; of one kind of thing, or of all of them with an empty kind."""

_CARRIED_BY = ("Collaboration", "position_ids")

_TERMS = {
    "domain_ids",
    "life_stage_ids",
    "prevention_type_ids",
    "policy_goal_ids",
    "pillar_ids",
}

_LINKS = {
    "parent_id",
    "funder_id",
    "owner_actor_id",
    "user_id",
    "actor_ids",
    "collaboration_ids",
    "position_ids",
    "programme_ids",
    "neighbourhood_ids",
}
