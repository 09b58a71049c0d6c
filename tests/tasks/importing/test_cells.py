"""Days, times and numbers as offices write them."""

from datetime import date, time, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from graph.domain.imports import RowProblem
from tasks.importing import cells
from tasks.importing.cells import WrongCellError

pytestmark = pytest.mark.once

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))
FORMS = ["d-M-y", "dd-MM-y", "d/M/y", "dd.MM.y", "y-MM-dd", "d MMM y", "d MMMM y", "EEEE d MMMM y"]


@given(day=DAYS, form=st.sampled_from(FORMS), language=st.sampled_from(["nl", "en"]))
def test_a_day_reads_back_however_it_is_written(day: date, form: str, language: str) -> None:
    written = format_date(day, form, locale=language)
    assert cells.read_day(written, today=TODAY) == day


@given(day=DAYS)
def test_a_day_reads_back_from_the_number_that_excel_keeps(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    assert cells.read_day(f"{serial}", today=TODAY) == day
    assert cells.read_day(f"{serial}.645833333", today=TODAY) == day


@given(day=st.dates(TODAY - timedelta(days=365 * 79), TODAY + timedelta(days=365 * 20)))
def test_a_year_of_two_digits_lies_less_than_80_years_back(day: date) -> None:
    assert cells.read_day(f"{day:%d/%m/%y}", today=TODAY) == day


@pytest.mark.parametrize(
    "text",
    ["31-2-2026", "2026", "november 2026", "13/25/2026", "3-11-226", "0", "99999", "week 4"],
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    with pytest.raises(WrongCellError) as wrong:
        cells.read_day(text, today=TODAY)
    assert wrong.value.problem is RowProblem.NOT_A_DAY


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("15:30", time(15, 30)),
        ("15.30 uur", time(15, 30)),
        ("9u05", time(9, 5)),
        ("0.645833333333333", time(15, 30)),
        ("46329,5", time(12)),
        ("2026-11-03 08:15", time(8, 15)),
    ],
)
def test_a_time_is_read(text: str, at: time) -> None:
    assert cells.read_time(text) == at


@pytest.mark.parametrize("text", ["25:00", "12:60", "half drie", "12"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(WrongCellError):
        cells.read_time(text)


@given(
    digits=st.from_regex(r"6[1-5][0-9]{7}|20[2-7][0-9]{6}|88[2-9][0-9]{6}", fullmatch=True),
    form=st.sampled_from(["0{}", "{}", "31{}", "+31{}", "0031{}", "+31 (0){}", "{}.0", "31{}.0"]),
)
def test_a_phone_number_is_one_number_whatever_excel_made_of_it(digits: str, form: str) -> None:
    number = cells.read_phone(form.format(digits), literal=False)
    assert number.replace(" ", "") == f"0{digits}"
    assert cells.read_phone(number, literal=False) == number


@pytest.mark.parametrize(
    "text",
    [
        "06-123",
        "3,16123E+10",
        "020-1234567 / 06-12345678",
        "06-FIETSEN",
        "bel de balie",
        "1234567890123",
    ],
)
def test_what_is_no_phone_number_is_refused(text: str) -> None:
    with pytest.raises(WrongCellError) as wrong:
        cells.read_phone(text, literal=False)
    assert wrong.value.problem is RowProblem.NOT_A_PHONE


def test_a_foreign_number_keeps_its_country() -> None:
    assert cells.read_phone("0032 2 123 45 67", literal=False) == "+32 2 123 45 67"


@pytest.mark.parametrize("text", ["", "-", "\u2013", "n.v.t.", "NVT", "N v T", "?", "??", "n/a"])
def test_what_people_write_for_nothing_is_nothing(text: str) -> None:
    assert cells.is_empty(text)


@pytest.mark.parametrize("text", ["#N/B", "#N/A", "#VERW!", "#REF!", "#DEEL/0!", "#NAAM?"])
def test_an_error_of_a_spreadsheet_is_seen(text: str) -> None:
    assert cells.is_error(text)


def test_a_hash_tag_is_no_error() -> None:
    assert not cells.is_error("#samen sterk")


def test_small_things_are_put_right() -> None:
    assert cells.read_postcode("1234ab", literal=False) == "1234 AB"
    assert cells.read_kvk("1234567") == "01234567"
    assert cells.read_mail("Balie <balie@kajuit.nl>") == "balie@kajuit.nl"
    assert cells.read_mail("mailto:balie@kajuit.nl") == "balie@kajuit.nl"
    assert [cells.read_days(text) for text in ("42", "42.0", "6 weken", "30 dagen")] == [
        42,
        42,
        42,
        30,
    ]
    assert [cells.read_yes_no(text) for text in ("Ja", "x", "WAAR", "nee", "0")] == [
        *(True, True, True, False, False)
    ]
