"""An import of our own export changes nothing, whatever stands in the network."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.domain.importing import Counts
from graph.domain.imports import ImportKind
from graph.domain.words import (
    ActorKind,
    Channel,
    Evidence,
    Form,
    Involvement,
    Layer,
    Scale,
    Status,
)
from graph.repositories import networks, register
from graph.starter import load_demo
from tasks.exporting.formats import Export, ExportFormat, as_files
from tasks.importing.acts import sheets_of
from tasks.importing.columns import propose
from tasks.importing.counting import planned_counts
from tasks.importing.files import read_file
from tasks.importing.sheets import Sheet
from tasks.importing.staging import stage
from tests.given import NOW, TODAY, Given

FORMATS = [ExportFormat.XLSX, ExportFormat.CSV]

# Signs that a cell, a list in a cell or a spreadsheet has a meaning for.
signs = st.sampled_from([*"=+-@'\";,|/()&<>.#%", "\t", " ", "n.v.t.", "ja", "é", "ij", "🌻", "1"])
words = st.lists(st.one_of(signs, st.sampled_from(["De Brug", "Noord", "12"])), max_size=4)
names = words.map(lambda parts: " ".join("".join(parts).split())).filter(bool)
texts = st.one_of(st.just(""), names, names.map(lambda name: f"{name}\n=1+1"))
days = st.integers(-400, 0).map(lambda days: TODAY + timedelta(days=days))
maybe_days = st.one_of(st.none(), days)
_numbers = count()
Fields = st.SearchStrategy[dict[str, Any]]


def actor_fields(places: list[str]) -> Fields:
    return st.fixed_dictionaries(
        {
            "name": names,
            "aliases": st.lists(names, max_size=3, unique=True).map(tuple),
            "description": texts,
            "municipality": texts.map(lambda text: text.partition("\n")[0]),
            "kind": st.sampled_from(ActorKind),
            "scale": st.one_of(st.none(), st.sampled_from(Scale)),
            "is_person": st.booleans(),
            "domain_ids": st.lists(
                st.sampled_from(["sport-bewegen", "onderwijs", "kunst-cultuur"]), unique=True
            ).map(tuple),
            "neighbourhood_ids": st.lists(st.sampled_from(places), unique=True).map(tuple),
            "life_stage_ids": st.sampled_from(
                [(), ("adolescentie",), ("adolescentie", "ouderdom")]
            ),
            "phone": st.sampled_from(["", "+31201234567", "020 123 45 67", "tel. op aanvraag"]),
            "website": st.sampled_from(["", "https://www.debrug.example"]),
            "postcode": st.sampled_from(["", "1234 AB"]),
        }
    )


collaborations: Fields = st.fixed_dictionaries(
    {
        "name": names,
        "goal": texts,
        "layer": st.sampled_from(Layer),
        "form": st.sampled_from(Form),
        "status": st.sampled_from([Status.WISHED, Status.PLANNED, Status.ACTIVE, Status.PAUSED]),
        "started_on": maybe_days,
        "rhythm_days": st.integers(1, 730),
        "residents_involved": st.one_of(st.none(), st.sampled_from(Involvement)),
    }
).filter(lambda fields: fields["status"] is not Status.WISHED or fields["started_on"] is None)
moments: Fields = st.fixed_dictionaries(
    {
        "on": days,
        "note": texts,
        "channel": st.sampled_from(Channel),
        "evidence": st.sampled_from(Evidence),
        "plenary": st.booleans(),
    }
)


@pytest.fixture
def world(graph: Graph, given: Given) -> Given:
    """The shared terms, for one network after another."""
    given.vocabulary()
    return given


@settings(
    max_examples=5,
    deadline=None,
    phases=(Phase.generate,),  # each network takes seconds, so a failure is told as it is
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_any_network_comes_back_as_it_went(world: Given, data: st.DataObject) -> None:
    network = world.network(f"stad-{next(_numbers)}")
    _fill(world, network, data)

    for format in FORMATS:
        assert _changes(world.graph, network, TODAY, format) == {}


def test_the_demo_comes_back_as_it_went(graph: Graph) -> None:
    today = local_day(NOW)
    load_demo(graph, today=today, now=NOW)

    for network in networks.list_all(graph):
        for format in FORMATS:
            assert _changes(graph, network.id, today, format) == {}, network.slug


def _fill(world: Given, network: str, data: st.DataObject) -> None:
    """Put a few things of each kind in a network, some under the same name."""
    places = [world.place(network, name) for name in ("Noord", "'t Zand; oost")]
    actors: list[str] = []
    for fields in data.draw(st.lists(actor_fields(places), min_size=2, max_size=4)):
        parent = data.draw(st.one_of(st.none(), st.sampled_from(actors))) if actors else None
        actors.append(world.actor(network, parent_id=parent, **fields))
    together = [
        world.collaboration(network, fields.pop("name"), *actors[: index + 2], **fields)
        for index, fields in enumerate(data.draw(st.lists(collaborations, max_size=2)))
    ]
    positions = [
        world.position(network, actors[0], name, email="info@debrug.example")
        for name in data.draw(st.lists(names, max_size=2))
    ]
    for position in positions[:1]:
        person = world.person(network, data.draw(names), phone="06 12345678")
        world.hold(network, position, person, since=data.draw(days))
    for fields in data.draw(st.lists(moments, max_size=2)):
        heard = data.draw(names) if fields["evidence"] is Evidence.HEARD else ""
        about = {"actor_ids": (actors[-1],), "collaboration_ids": tuple(together[:1])}
        world.moment(network, heard_from=heard, position_ids=tuple(positions), **about, **fields)


def _changes(
    graph: Graph, network_id: str, today: date, format: ExportFormat
) -> dict[ImportKind, object]:
    """Export a network, stage it as an import, and return where a row would change."""
    everything = register.read(graph, network_id=network_id)
    export = Export(
        network_id=network_id,
        everything=everything,
        shown=everything.current(),
        today=today,
        persons=True,
    )
    found: dict[ImportKind, object] = {}
    for kind, sheet in _read_back(as_files(graph, export, format), format):
        staged = stage(
            graph,
            network_id=network_id,
            kind=kind,
            sheet=sheet,
            mapping=propose(kind, sheet.headers),
            today=today,
        )
        counts = planned_counts(staged)
        if counts != Counts(rows=len(sheet.rows), unchanged=len(sheet.rows)):
            differing = [row.differences for row in staged.rows if row.differences]
            found[kind] = (counts, staged.errors, differing)
    return found


def _read_back(
    files: dict[str, bytes], format: ExportFormat
) -> Iterator[tuple[ImportKind, Sheet]]:
    if format is ExportFormat.XLSX:
        yield from sheets_of(None, read_file("alles.xlsx", files["netwerk"]))
        return
    for name, content in files.items():
        if content.count(b"\n") > 1:
            yield from sheets_of(None, read_file(f"{name}.csv", content))
