"""What hangs on one position or one funder, and what leaves with whom."""

from datetime import date, timedelta

import pytest

from graph.domain.collaborations import Funder
from graph.domain.map import MapActor, NetworkMap
from graph.domain.risk import (
    Carrier,
    Dependence,
    Scenario,
    burdens,
    ending,
    payments,
    without_money,
    without_position,
    without_us,
)
from graph.domain.words import ActorKind, Form, Status

pytestmark = pytest.mark.once

TODAY = date(2026, 11, 23)


def carrier(id: str, *, is_vacant: bool = False) -> Carrier:
    return Carrier(id=id, name=id, actor_id=f"of {id}", actor_name=f"of {id}", is_vacant=is_vacant)


def funder(id: str, until: date | None = None) -> Funder:
    return Funder(actor_id=id, name=id, until=until)


def running(
    id: str,
    *,
    funders: tuple[Funder, ...] = (),
    carriers: tuple[Carrier, ...] = (),
    funded_until: date | None = None,
    form: Form = Form.WORKING,
    status: Status = Status.ACTIVE,
) -> Dependence:
    return Dependence(
        id=id,
        name=id,
        form=form,
        status=status,
        funded_until=funded_until,
        funders=funders,
        carriers=carriers,
    )


def test_a_position_takes_along_what_it_alone_carries() -> None:
    known = [
        running("alone", carriers=(carrier("p"),)),
        running("shared", carriers=(carrier("p"), carrier("q"))),
        running("nobody"),
        running("wished", carriers=(carrier("p"),), status=Status.WISHED),
        running("list", carriers=(carrier("p"),), form=Form.MEMBERSHIP),
    ]

    assert without_position(known, "p") == Scenario(collaboration_ids=frozenset({"alone"}))
    assert [(each.carrier.id, len(each.carried)) for each in burdens(known)] == [("p", 1)]


def test_vacant_positions_come_first_then_those_that_carry_most() -> None:
    known = [
        running("one", carriers=(carrier("q"),)),
        running("two", carriers=(carrier("p"),)),
        running("three", carriers=(carrier("p"),)),
        running("four", carriers=(carrier("z", is_vacant=True),)),
    ]

    assert [each.carrier.id for each in burdens(known)] == ["z", "p", "q"]


def test_money_stops_only_what_nobody_else_pays_for() -> None:
    known = [
        running("alone", funders=(funder("m"),)),
        running("shared", funders=(funder("m"), funder("n"))),
        running("other", funders=(funder("n"),)),
        running("free"),
    ]

    assert without_money(known, ["m"]).collaboration_ids == {"alone"}
    assert without_money(known, ["m", "n"]).collaboration_ids == {"alone", "shared", "other"}


def test_without_us_the_municipality_the_ggd_and_their_money_leave() -> None:
    kinds = {"town": ActorKind.MUNICIPALITY, "ggd": ActorKind.GGD, "club": ActorKind.SPORTS_CLUB}
    network = NetworkMap(
        actors=tuple(MapActor(id=id, name=id, kind=kind) for id, kind in kinds.items()),
        collaborations=(),
    )
    known = [
        running("both", funders=(funder("town"), funder("ggd"))),
        running("club too", funders=(funder("town"), funder("club"))),
    ]

    assert without_us(network, known) == Scenario(
        actor_ids=frozenset({"town", "ggd"}), collaboration_ids=frozenset({"both"})
    )


@pytest.mark.parametrize(
    ("alone", "others", "is_heavy"),
    [(4, 12, True), (4, 13, False), (3, 3, False), (1, 0, False)],
)
def test_a_heavy_funder_alone_pays_for_a_quarter_and_at_least_four(
    alone: int, others: int, is_heavy: bool
) -> None:
    known = [running(f"m{n}", funders=(funder("m"),)) for n in range(alone)]
    known += [running(f"o{n}", funders=(funder(f"o{n}"),)) for n in range(others)]
    known += [running("free"), running("list", funders=(funder("m"),), form=Form.MEMBERSHIP)]

    [m] = [each for each in payments(known) if each.actor_id == "m"]

    assert (len(m.paid), m.share, m.is_heavy) == (alone, alone / (alone + others), is_heavy)


def test_money_that_ends_within_half_a_year_is_told_the_first_end_first() -> None:
    def after(days: int) -> date:
        return TODAY + timedelta(days=days)

    known = [
        running("later", funded_until=after(184)),
        running("last", funded_until=after(183)),
        running("part", funders=(funder("m", after(300)), funder("n", after(20)))),
        running("over", funded_until=after(-5), form=Form.MEMBERSHIP),
        running("unknown", funders=(funder("m"),)),
    ]

    found = ending(known, TODAY)

    assert [(each.id, each.ends_on) for each in found] == [
        ("over", after(-5)),
        ("part", after(20)),
        ("last", after(183)),
    ]
