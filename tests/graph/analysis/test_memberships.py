"""What memberships would do to the shape of a network."""

from random import Random

import pytest

from graph.analysis.measures import measure
from graph.analysis.memberships import Shape, shape
from graph.analysis.network import project

pytestmark = pytest.mark.once


@pytest.mark.parametrize("seed", range(100))
def test_hubs_with_spokes_have_the_shape_of_their_pairs(seed: int) -> None:
    chance = Random(seed)  # noqa: S311
    actors = [f"a{number:02}" for number in range(chance.randint(0, 18))]
    tables = [
        chance.sample(actors, min(len(actors), chance.choice((2, 2, 3, 5))))
        for _turn in range(chance.randint(0, 9))
        if len(actors) > 1
    ]
    pairs = measure(project(tables, actors))

    found = shape(tables, actors)

    assert found.density == pytest.approx(pairs.density)
    assert found == Shape(
        ties=pairs.m,
        density=found.density,
        isolates=pairs.isolates,
        parts=pairs.components - pairs.isolates,
        cut_points=sum(actor.cut_vertex for actor in pairs.actors.values()),
    )


def test_a_table_of_thousands_is_measured_without_its_pairs() -> None:
    """Two million pairs, written out, would take gigabytes."""
    everybody = [str(number) for number in range(2000)]

    whole = shape([everybody], everybody)

    assert (whole.ties, whole.density, whole.parts, whole.cut_points) == (1999000, 1.0, 1, 0)
