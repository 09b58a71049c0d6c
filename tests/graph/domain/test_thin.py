"""When there is too little to read much into the measures."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from graph.domain.thin import Basis, Thin, reasons

pytestmark = pytest.mark.once

TODAY = date(2026, 11, 23)
ENOUGH = Basis(
    partners=10, running=6, unmeasured=1, moments=3, begun_on=TODAY - timedelta(days=91)
)


def test_enough_is_no_reason_to_be_careful() -> None:
    assert reasons(ENOUGH, TODAY) == ()


@pytest.mark.parametrize(
    ("basis", "reason"),
    [
        (replace(ENOUGH, partners=9), Thin.FEW_PARTNERS),
        (replace(ENOUGH, running=4, unmeasured=0), Thin.FEW_COLLABORATIONS),
        (replace(ENOUGH, unmeasured=2), Thin.MANY_UNMEASURED),
        (replace(ENOUGH, moments=2), Thin.FEW_MOMENTS),
        (replace(ENOUGH, begun_on=TODAY - timedelta(days=90)), Thin.YOUNG),
    ],
)
def test_each_border_has_its_reason(basis: Basis, reason: Thin) -> None:
    assert reasons(basis, TODAY) == (reason,)
