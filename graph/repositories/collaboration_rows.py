"""Rows of collaborations to what they mean."""

from collections.abc import Iterable
from datetime import date

from graph.database import Row
from graph.domain.collaborations import (
    Collaboration,
    CollaborationFields,
    CollaborationSummary,
    Funder,
    Funding,
    Life,
    Participant,
    Puls,
    Result,
    StatusChange,
    UsedProgramme,
)
from graph.domain.folding import sort_name
from graph.domain.words import Form, Involvement, Layer, Status
from graph.repositories.reading import named_groups, neighbours, said


def summary(row: Row) -> CollaborationSummary:
    """Return a line of a list."""
    partners = {each["id"]: each["name"] for each in row["partners"]}
    ends = [*row["fundings"], row["funded_until"]]
    told = {name: value for name, value in row.items() if name not in {"fundings", "funded_until"}}
    known: Row = told | {
        "runs_out_on": min((end for end in ends if end), default=None),
        "form": Form(row["form"]),
        "layer": Layer(row["layer"]),
        "status": Status(row["status"]),
        "partners": tuple(sorted(partners.values(), key=sort_name)),
    }
    return CollaborationSummary(**known)


def collaboration(row: Row) -> Collaboration:
    """Return all that the page of a collaboration shows of itself."""
    return Collaboration(
        id=row["id"],
        version=row["version"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        archived_at=row["archived_at"],
        fields=fields(row),
        life=life(row["history"], row["fields"]),
        source=tuple(row["source"]),
        participants=participants(row["participants"]),
        neighbourhoods=tuple(sorted((place["name"] for place in row["places"]), key=sort_name)),
        programmes=_programmes(row["programmes"]),
        funders=_funders(row["funders"]),
        positions=neighbours(row["positions"]),
        pulses=tuple(_puls(each) for each in _newest_first(row["pulses"])),
        results=tuple(Result(**each) for each in _newest_first(row["results"])),
        groups=named_groups(row["groups"]),
        mentions=said(row["mentions"]),
    )


def fields(row: Row) -> CollaborationFields:
    """Return what people filled in."""
    stored, involved = row["fields"], row["fields"]["residents_involved"]
    return CollaborationFields(
        name=stored["name"],
        goal=stored["goal"] or "",
        layer=Layer(stored["layer"]),
        form=Form(stored["form"]),
        rhythm_days=stored["rhythm_days"],
        started_on=stored["started_on"],
        funded_until=stored["funded_until"],
        residents_involved=Involvement(involved) if involved else None,
        funders=tuple(
            Funding(actor_id=each.actor_id, until=each.until) for each in _funders(row["funders"])
        ),
        life_stage_ids=tuple(sorted(row["life_stage_ids"])),
        prevention_type_ids=tuple(sorted(row["prevention_type_ids"])),
        policy_goal_ids=tuple(sorted(row["policy_goal_ids"])),
        neighbourhood_ids=tuple(sorted(place["id"] for place in row["places"])),
        programme_ids=tuple(sorted(programme["id"] for programme in row["programmes"])),
        position_ids=tuple(sorted(position["id"] for position in row["positions"])),
    )


def told(row: Row) -> Row:
    """Return what people filled in as the log keeps it: who pays by name."""
    paying = [
        f"{each.name} | {each.until}" if each.until else each.name
        for each in _funders(row["funders"])
    ]
    return fields(row).as_mapping() | {"funders": paying}


def life(changes: Iterable[Row], fields: Row) -> Life:
    """Return the changes of status, oldest first, and the start."""
    # A text may name a status without a day: that is the oldest one known.
    history = sorted(changes, key=lambda each: (each["on"] or date.min, each["created_at"]))
    # Without any it stands where it says, and nobody knows since when.
    known = history or [{"id": "", "status": fields["status"], "on": None}]
    return Life(
        history=tuple(
            StatusChange(id=each["id"], status=Status(each["status"]), on=each["on"])
            for each in known
        ),
        started_on=fields["started_on"],
    )


def participants(rows: list[Row]) -> tuple[Participant, ...]:
    """Return who takes or took part, by name; one with several roles or periods by its days."""
    everybody = [_participant(row) for row in rows]
    return tuple(sorted(everybody, key=_by_name_and_day))


def _by_name_and_day(each: Participant) -> tuple[str, ...]:
    return sort_name(each.name), each.actor_id, str(each.since or ""), str(each.until), each.role


def _participant(row: Row) -> Participant:
    known: Row = row | {"role": row["role"] or "", "source": tuple(row["source"] or ())}
    return Participant(**known)


def _funders(rows: list[Row]) -> tuple[Funder, ...]:
    everybody = (Funder(**row) for row in rows)
    return tuple(sorted(everybody, key=lambda each: (sort_name(each.name), each.actor_id)))


def _newest_first(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda each: (each["on"], each["id"]), reverse=True)


def _puls(row: Row) -> Puls:
    known: Row = row | {"rater": row["rater"] or ""}
    return Puls(**known)


def _programmes(rows: list[Row]) -> tuple[UsedProgramme, ...]:
    used = [
        UsedProgramme(
            id=row["id"],
            name=row["name"],
            evidence=row["evidence"] or "",
            evidence_source=row["evidence_source"] or "",
            evidence_on=row["evidence_on"],
        )
        for row in rows
    ]
    return tuple(sorted(used, key=lambda each: sort_name(each.name)))
