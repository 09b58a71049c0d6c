"""Imports from an uploaded sheet to the register and back, whatever happens to the worker."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from graph.database import Graph, Runner
from graph.domain.importing import (
    LEASE,
    PART_ROWS,
    TURNS,
    Choice,
    Import,
    ImportReason,
    ImportState,
    NotNowError,
)
from graph.domain.imports import ImportKind
from graph.domain.records import Deed, LeftReason
from graph.domain.words import Role, Status
from graph.repositories import (
    actors,
    collaborations,
    energy,
    import_work,
    imports,
    moments,
    operations,
    people,
    positions,
    records,
)
from graph.repositories.people import PersonFilter
from tasks.importing import acts
from tasks.importing.columns import propose
from tasks.importing.sheets import Sheet, SheetRow
from tasks.importing.staging import read_parts
from tasks.imports import run
from tests.given import ANA, BEN, NOW, TODAY, Given

Rows = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def here(given: Given) -> str:
    given.vocabulary()
    network_id = given.network("noord")
    given.place(network_id, "Noord")
    given.user("ana", network_id, Role.EDITOR)
    return network_id


def test_partners_come_in_with_their_parents_first(graph: Graph, here: str) -> None:
    table = _table(
        "Naam;Onderdeel van;Domeinen;Wijken en buurten",
        "Team Zuid;Locatie Zuid;;",
        "Locatie Zuid;Stichting Samen;Onderwijs;Noord",
        "Stichting Samen;;Zorg en gezondheid;",
    )

    job = _bring_in(graph, here, ImportKind.PARTNERS, table)

    assert (job.state, job.counts.rows, job.counts.new) == (ImportState.DONE, 3, 3)
    found = {each.fields.name: each for each in _actors(graph, here)}
    assert found["Team Zuid"].parent is not None
    assert found["Team Zuid"].parent.name == "Locatie Zuid"
    assert found["Locatie Zuid"].neighbourhoods == ("Noord",)
    operation = operations.get(graph, network_id=here, operation_id=job.id)
    assert operation.title == "Import van 3 partners uit lijst.csv"


def test_nothing_is_written_before_somebody_says_so(graph: Graph, here: str, rows: Rows) -> None:
    before = _things(rows)
    import_id = _checked(graph, here, ImportKind.PARTNERS, _table("Naam", "School"))
    assert _get(graph, here, import_id).state is ImportState.CHECKED
    assert _things(rows) == before


def test_good_rows_are_not_held_up_by_wrong_ones(graph: Graph, here: str) -> None:
    table = _table("Naam;Soort", "School;school", ";school", "Club;onbekend woord")

    job = _bring_in(graph, here, ImportKind.PARTNERS, table)

    assert (job.counts.rows, job.counts.new, job.counts.errors) == (3, 1, 2)
    [part] = read_parts(graph, network_id=here, job=job)
    assert [number for number, _ in part.cells] == [3, 4]
    assert {error.row for error in part.errors} == {3, 4}


def test_what_resembles_something_is_skipped_unless_somebody_chooses(
    graph: Graph, given: Given, here: str
) -> None:
    kajuit = given.actor(here, "Jongerenhuis De Kajuit", phone="020 111 1111")
    table = _table("Naam;Telefoon;Postcode", "Stichting Jongerenhuis Kajuit;020 222 2222;1234 AB")

    skipped = _bring_in(graph, here, ImportKind.PARTNERS, table)
    filled = _bring_in(graph, here, ImportKind.PARTNERS, table, usual=Choice.FILL)
    taken = _bring_in(
        graph, here, ImportKind.PARTNERS, table, chosen={2: (Choice.UPDATE, ("phone",))}
    )
    new = _bring_in(graph, here, ImportKind.PARTNERS, table, chosen={2: (Choice.NEW, ())})

    counts = [skipped.counts, filled.counts, taken.counts, new.counts]
    assert [each.duplicates for each in counts] == [1, 1, 1, 1]
    assert [(each.skipped, each.changed, each.new) for each in counts] == [
        (1, 0, 0),
        (0, 1, 0),
        (0, 1, 0),
        (0, 0, 1),
    ]
    fields = actors.get(graph, network_id=here, actor_id=kajuit).fields
    assert (fields.name, fields.postcode) == ("Jongerenhuis De Kajuit", "1234 AB")
    assert fields.phone.replace(" ", "").endswith("2222222")
    assert len(_actors(graph, here)) == 2


def test_a_number_of_an_export_means_that_very_thing(
    graph: Graph, given: Given, here: str
) -> None:
    school = given.actor(here, "School", phone="020 111 1111", aliases=("De School",))
    table = _table("Nummer;Naam;Telefoon;Andere namen", f"{school};Scholen;;De School")

    changed = _bring_in(graph, here, ImportKind.PARTNERS, table)
    again = _bring_in(graph, here, ImportKind.PARTNERS, table)

    assert (changed.counts.changed, again.counts.unchanged) == (1, 1)
    fields = actors.get(graph, network_id=here, actor_id=school).fields
    assert (fields.name, fields.phone, fields.aliases) == (
        "Scholen",
        "020 111 1111",
        ("De School",),
    )


def test_functions_come_in_with_who_holds_them(graph: Graph, given: Given, here: str) -> None:
    school, club = given.actor(here, "School"), given.actor(here, "Club")
    docent = given.position(here, school, "Docent")
    table = _table(
        "Partner;Functie;Mailadres van de functie;Contactpersoon;E-mail;Sinds",
        "School;docent;zorg@school.example;Sam de Vries;sam@school.example;1-9-2025",
        "School;Directeur;;Kim;kim@school.example;",
        "Club;Voorzitter;;Sam de Vries;sam@school.example;",
        "School;Directeur;;Robin;;",
        "Onbekend;Voorzitter;;;;",
    )

    job = _bring_in(graph, here, ImportKind.PEOPLE, table)

    assert (job.counts.new, job.counts.changed, job.counts.errors) == (4, 0, 1)
    found = positions.list_for_actor(graph, network_id=here, actor_id=school)
    held = {each.fields.name: sorted(holder.name for holder in each.holders) for each in found}
    assert held == {"Directeur": ["Kim", "Robin"], "Docent": ["Sam de Vries"]}
    position = positions.get(graph, network_id=here, position_id=docent)
    assert position.fields.email == "zorg@school.example"
    everybody = people.find(graph, network_id=here, chosen=PersonFilter()).items
    [sam] = [each for each in everybody if each.fields.name == "Sam de Vries"]
    assert {each.actor.id for each in sam.positions} == {school, club}
    assert _bring_in(graph, here, ImportKind.PEOPLE, table).counts.unchanged == 4


def test_collaborations_come_in_with_their_partners_and_life(
    graph: Graph, given: Given, here: str
) -> None:
    given.actor(here, "School", domain_ids=("onderwijs",))
    club = given.actor(here, "Club")
    together = given.collaboration(
        here, "Samen sporten", club, started_on=TODAY - timedelta(days=20)
    )
    table = _table(
        "Naam|Partners|Status|Begonnen op|Beëindigd op|Betaald door|Betaald tot en met",
        "Samen lezen|School||1-9-2026||School|31-12-2027",
        "Oude koers|School; Club|beëindigd|1-9-2024|1-9-2025||",
        "Samen sporten|School|beëindigd||23-11-2026||",
    )

    job = _bring_in(graph, here, ImportKind.COLLABORATIONS, table, usual=Choice.UPDATE)

    assert (job.counts.new, job.counts.changed, job.counts.duplicates) == (2, 1, 1)
    one = collaborations.get(graph, network_id=here, collaboration_id=together)
    assert {each.name for each in one.participants} == {"School", "Club"}
    assert (one.life.status, str(one.life.ended_on)) == (Status.ENDED, "2026-11-23")
    found = collaborations.find(
        graph, network_id=here, chosen=collaborations.CollaborationFilter(), today=TODAY
    )
    by_name = {each.name: each for each in found.items}
    assert by_name["Samen lezen"].energy is not None
    old = collaborations.get(graph, network_id=here, collaboration_id=by_name["Oude koers"].id)
    assert [(each.status, str(each.on)) for each in old.life.history] == [
        (Status.ACTIVE, "2024-09-01"),
        (Status.ENDED, "2025-09-01"),
    ]


def test_moments_come_in_once(graph: Graph, given: Given, here: str) -> None:
    school = given.actor(here, "School")
    together = given.collaboration(here, "Samen", school)
    table = _table(
        "Datum;Hoe;Over samenwerkingen;Notitie",
        "3-11-2026;bezoek;Samen;De zaal is vrij",
        "4-11-2026;mail;Samen;Nagevraagd",
    )

    first = _bring_in(graph, here, ImportKind.MOMENTS, table)
    again = _bring_in(graph, here, ImportKind.MOMENTS, table)

    assert (first.counts.new, again.counts.new, again.counts.unchanged) == (2, 0, 2)
    told = moments.list_for_collaboration(graph, network_id=here, collaboration_id=together)
    assert [(each.note, each.logged_by) for each in told] == [
        ("Nagevraagd", "Ana"),
        ("De zaal is vrij", "Ana"),
    ]
    assert str(actors.get(graph, network_id=here, actor_id=school).standing.last_contact_on) == (
        "2026-11-04"
    )


def test_a_killed_worker_leaves_nothing_half_and_nothing_twice(
    graph: Graph, here: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"Partner nummer {number}" for number in range(2 * PART_ROWS + 10)]
    import_id = _checked(graph, here, ImportKind.PARTNERS, _table("Naam", *names))
    acts.start(graph, network_id=here, import_id=import_id, by=ANA, now=NOW)
    with monkeypatch.context() as broken:
        broken.setattr(records, "write", _dying_after(1, records.write))
        with pytest.raises(KeyboardInterrupt):
            _work(graph, here, import_id, NOW)
    assert len(_actors(graph, here)) == PART_ROWS

    _work(graph, here, import_id, NOW + timedelta(seconds=5))  # its lease still runs
    assert len(_actors(graph, here)) == PART_ROWS
    later = NOW + LEASE + timedelta(seconds=1)
    assert imports.list_due(graph, now=later) == [(here, import_id)]
    _work(graph, here, import_id, later)

    job = _get(graph, here, import_id)
    assert (job.state, job.counts.new) == (ImportState.DONE, len(names))
    assert sorted(each.fields.name for each in _actors(graph, here)) == sorted(names)
    assert operations.get(graph, network_id=here, operation_id=import_id).changes == len(names)


def test_an_import_that_keeps_breaking_is_taken_back(
    graph: Graph, here: str, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _things(rows)
    names = [f"Partner nummer {number}" for number in range(PART_ROWS + 5)]
    import_id = _checked(graph, here, ImportKind.PARTNERS, _table("Naam", *names))
    acts.start(graph, network_id=here, import_id=import_id, by=ANA, now=NOW)
    monkeypatch.setattr(records, "write", _dying_after(1, records.write))
    now = NOW
    for _turn in range(TURNS):
        with pytest.raises(KeyboardInterrupt):
            _work(graph, here, import_id, now)
        now += LEASE + timedelta(seconds=1)

    _work(graph, here, import_id, now)

    job = _get(graph, here, import_id)
    assert (job.state, job.reason) == (ImportState.UNDONE, ImportReason.RUN_BROKE)
    assert _things(rows) == before
    assert operations.get(graph, network_id=here, operation_id=import_id).undone_at is not None


def test_undo_takes_back_what_nobody_touched(
    graph: Graph, given: Given, here: str, rows: Rows
) -> None:
    school = given.actor(here, "School")
    energy.refresh_all(graph, network_id=here, today=TODAY)
    before = _things(rows)
    table = _table("Nummer;Naam;Telefoon", f"{school};Scholen;", ";Club;", ";Buurthuis;")
    first = _bring_in(graph, here, ImportKind.PARTNERS, table)
    _undo(graph, here, first.id)
    assert _get(graph, here, first.id).state is ImportState.UNDONE
    assert _things(rows) == before

    second = _bring_in(graph, here, ImportKind.PARTNERS, table)
    club = next(each for each in _actors(graph, here) if each.fields.name == "Club")
    given.moment(here, actor_ids=(club.id,))
    _undo(graph, here, second.id)

    [part] = read_parts(graph, network_id=here, job=_get(graph, here, second.id))
    assert {each.name: (each.deed, each.reason) for each in part.outcomes} == {
        "Scholen": (Deed.EDITED, None),
        "Club": (Deed.LEFT, LeftReason.IN_USE),
        "Buurthuis": (Deed.REMOVED, None),
    }
    assert {each.fields.name for each in _actors(graph, here)} == {"School", "Club"}


def test_an_edit_between_check_and_import_is_never_overwritten(
    graph: Graph, given: Given, here: str
) -> None:
    school = given.actor(here, "School")
    table = _table("Nummer;Naam", f"{school};Scholen")
    import_id = _checked(graph, here, ImportKind.PARTNERS, table)
    fields = actors.get(graph, network_id=here, actor_id=school).fields
    actors.update(
        graph,
        network_id=here,
        actor_id=school,
        version=1,
        fields=replace(fields, name="De School"),
        by=BEN,
        now=NOW,
    )

    acts.start(graph, network_id=here, import_id=import_id, by=ANA, now=NOW)
    _work(graph, here, import_id, NOW)

    assert _get(graph, here, import_id).counts.left == 1
    assert actors.get(graph, network_id=here, actor_id=school).fields.name == "De School"


def test_each_step_has_one_way_on(graph: Graph, here: str) -> None:
    import_id = _checked(graph, here, ImportKind.PARTNERS, _table("Naam", "School"))
    with pytest.raises(NotNowError):
        acts.undo(graph, network_id=here, import_id=import_id, by=ANA, now=NOW)
    imports.cancel(graph, network_id=here, import_id=import_id, by=ANA, now=NOW)
    with pytest.raises(NotNowError):
        acts.start(graph, network_id=here, import_id=import_id, by=ANA, now=NOW)
    assert imports.list_recent(graph, network_id=here) == []
    assert imports.parts(graph, network_id=here, import_id=import_id) == []


def test_uploaded_rows_are_forgotten_in_time(graph: Graph, here: str) -> None:
    waiting = _checked(graph, here, ImportKind.PARTNERS, _table("Naam", "School"))
    done = _bring_in(graph, here, ImportKind.PARTNERS, _table("Naam;Soort", "Club;", ";school"))
    later = NOW + timedelta(days=8)

    assert import_work.forget_old(graph, now=later) == 2
    assert import_work.forget_old(graph, now=later) == 0

    assert _get(graph, here, waiting).state is ImportState.CANCELLED
    assert imports.parts(graph, network_id=here, import_id=waiting) == []
    [part] = read_parts(graph, network_id=here, job=done)
    assert (part.cells, part.rows, part.errors) == ((), (), ())
    _undo(graph, here, done.id, now=later)
    assert _actors(graph, here) == []


def test_the_columns_of_last_time_are_remembered(graph: Graph, here: str) -> None:
    table = _table("Naam;Iets", "School;x")
    import_id = _upload(graph, here, ImportKind.PARTNERS, table)
    headers, kind = table.headers, ImportKind.PARTNERS
    assert imports.remembered(graph, network_id=here, kind=kind, headers=headers) is None
    imports.choose_columns(
        graph, network_id=here, import_id=import_id, mapping={"name": 1}, by=ANA, now=NOW
    )
    assert imports.remembered(graph, network_id=here, kind=kind, headers=headers) == {"name": 1}


def _table(*lines: str) -> Sheet:
    header, *texts = lines
    between = "|" if "|" in header else ";"
    headers = tuple(header.split(between))
    cells = [[*text.split(between), *[""] * len(headers)][: len(headers)] for text in texts]
    return Sheet(
        name="lijst",
        header_row=1,
        headers=headers,
        rows=tuple(SheetRow(number=at, cells=tuple(row)) for at, row in enumerate(cells, 2)),
    )


def _upload(graph: Graph, network_id: str, kind: ImportKind, table: Sheet) -> str:
    return acts.upload(
        graph, network_id=network_id, kind=kind, filename="lijst.csv", sheet=table, by=ANA, now=NOW
    )


def _checked(graph: Graph, network_id: str, kind: ImportKind, table: Sheet) -> str:
    import_id = _upload(graph, network_id, kind, table)
    imports.choose_columns(
        graph,
        network_id=network_id,
        import_id=import_id,
        mapping=propose(kind, table.headers),
        by=ANA,
        now=NOW,
    )
    _work(graph, network_id, import_id, NOW)
    return import_id


def _bring_in(
    graph: Graph,
    network_id: str,
    kind: ImportKind,
    table: Sheet,
    *,
    usual: Choice = Choice.SKIP,
    chosen: dict[int, tuple[Choice, tuple[str, ...]]] | None = None,
) -> Import:
    import_id = _checked(graph, network_id, kind, table)
    key = {"network_id": network_id, "import_id": import_id}
    imports.choose_usual(graph, **key, usual=usual, now=NOW)
    imports.choose(graph, **key, chosen=chosen or {}, positions=[0], now=NOW)
    acts.start(graph, **key, by=ANA, now=NOW)
    _work(graph, network_id, import_id, NOW)
    return _get(graph, network_id, import_id)


def _undo(graph: Graph, network_id: str, import_id: str, now: datetime = NOW) -> None:
    acts.undo(graph, network_id=network_id, import_id=import_id, by=BEN, now=now)
    _work(graph, network_id, import_id, now)


def _work(graph: Graph, network_id: str, import_id: str, now: datetime) -> None:
    run(graph, network_id=network_id, import_id=import_id, clock=lambda: now)


def _get(graph: Graph, network_id: str, import_id: str) -> Import:
    return imports.get(graph, network_id=network_id, import_id=import_id)


def _actors(graph: Graph, network_id: str) -> Sequence[Any]:
    return actors.list_all(graph, network_id=network_id, limit=10_000)


def _dying_after(times: int, work: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``work`` that stops the process after a number of calls, as kill does."""
    left = [times]

    def dying(tx: Runner, **arguments: Any) -> Any:
        done = work(tx, **arguments)
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return done

    return dying


def _things(rows: Rows) -> list[str]:
    """Return the network in lines, but for imports, the log and what tells of an edit."""
    told = {"version", "updated_at", "energy_on"}
    found = rows(
        "MATCH (n) WHERE n.network_id IS NOT NULL AND NOT n:Change AND NOT n:Operation "
        "AND NOT n:Import AND NOT n:ImportPart RETURN head(labels(n)) AS label, "
        "properties(n) AS properties"
    )
    return sorted(
        str(
            (
                row["label"],
                sorted((k, str(v)) for k, v in row["properties"].items() if k not in told),
            )
        )
        for row in found
    )
