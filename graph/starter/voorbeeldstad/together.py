"""What partners of Voorbeeldstad do together: collaborations with their facts, from the sheet."""

from dataclasses import dataclass
from datetime import date

from graph.domain.words import Form, Involvement, Layer, Status
from graph.starter.content import (
    Collaboration,
    Funding,
    Participation,
    Position,
    Rating,
    Result,
    StatusChange,
)
from graph.starter.sheets import Line, several
from graph.starter.voorbeeldstad.cast import place_id
from graph.starter.voorbeeldstad.clock import Clock, dice
from graph.starter.voorbeeldstad.patterns import in_city
from graph.starter.voorbeeldstad.users import DemoUsers

_YEAR = 360
_JOINED_LATER = 120
_ROUND = 90
"""Partners are asked for a rating about once in so many days."""

_BEFORE_ACTIVE = {
    Status.WISHED: (),
    Status.PLANNED: (Status.WISHED,),
    Status.ACTIVE: (Status.PLANNED,),
    Status.PAUSED: (Status.PLANNED, Status.ACTIVE),
    Status.ENDED: (Status.PLANNED, Status.ACTIVE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One line of the sheet, read: days are counted back from today, later days are negative."""

    id: str
    name: str
    goal: str
    form: Form
    layer: Layer
    status: Status
    partners: tuple[str, ...]
    rhythm: int
    started: int | None
    since: int | None
    contact: int | None
    step: int | None
    result: int | None
    result_text: str
    ratings: tuple[tuple[int, int], ...]
    funder: str | None
    line: Line

    @classmethod
    def of(cls, line: Line) -> "Plan":
        """Read one line; cells without a value are None."""
        started = _days(line["started"])
        since = _days(line["since"])
        return cls(
            id=in_city(line["id"]),
            name=line["name"],
            goal=line["goal"],
            form=Form(line["form"]),
            layer=Layer(line["layer"]),
            status=Status(line["status"]),
            partners=tuple(in_city(each) for each in several(line["partners"])),
            rhythm=int(line["rhythm"]),
            started=started,
            since=started if since is None else since,
            contact=_days(line["contact"]),
            step=_days(line["step"]),
            result=_days(line["result"]),
            result_text=line["result_text"],
            ratings=tuple(_rating(each) for each in several(line["ratings"])),
            funder=in_city(line["funder"]) if line["funder"] else None,
            line=line,
        )

    @property
    def recorded(self) -> int:
        """How many days ago it was put in the register: within the past year."""
        first = max(self.started or 0, self.since or 0) or _YEAR
        return min(first, _YEAR)


def _days(cell: str) -> int | None:
    return int(cell) if cell else None


def _rating(cell: str) -> tuple[int, int]:
    value, ago = cell.split("@")
    return int(value), int(ago)


def collaboration(plan: Plan, position: Position | None, clock: Clock) -> Collaboration:
    """Return the collaboration of a plan; ``position`` is the function that carries it."""
    line = plan.line
    ended = plan.since if plan.status is Status.ENDED else None
    return Collaboration(
        id=plan.id,
        name=plan.name,
        goal=plan.goal,
        form=plan.form,
        layer=plan.layer,
        status=plan.status,
        rhythm_days=plan.rhythm,
        started_on=None if plan.started is None else clock.day(plan.started),
        ended_on=None if ended is None else clock.day(ended),
        funded_until=_funded_until(plan, clock),
        residents_involved=Involvement(line["residents"]) if line["residents"] else None,
        programme_ids=several(line["programmes"]),
        life_stage_ids=several(line["life_stages"]),
        prevention_type_ids=several(line["prevention"]),
        policy_goal_ids=several(line["goals"]),
        neighbourhood_ids=tuple(place_id(each) for each in several(line["places"])),
        position_ids=(position.id,) if position else (),
        created_at=clock.at(clock.day(plan.recorded), 11),
    )


def _funded_until(plan: Plan, clock: Clock) -> date | None:
    match plan.line["funded"]:
        case "":
            return None
        case "year":
            return date(clock.today.year, 12, 31)
        case days:
            return clock.day(-int(days))


def participations(plan: Plan, clock: Clock) -> list[Participation]:
    """Return who takes part: the first one pulls, the last of a long-running one joined later."""
    joined = plan.started
    late = joined is not None and joined > 2 * _JOINED_LATER
    ended = plan.since if plan.status is Status.ENDED else None
    found: list[Participation] = []
    for number, partner in enumerate(plan.partners):
        is_late = late and number == len(plan.partners) - 1
        ago = None if joined is None else joined - _JOINED_LATER * is_late
        found.append(
            Participation(
                id=partner,
                to_id=plan.id,
                role="trekker" if number == 0 and plan.form is Form.WORKING else "",
                since=None if ago is None else clock.day(ago),
                until=None if ended is None else clock.day(ended),
            )
        )
    return found


def funding(plan: Plan, clock: Clock) -> list[Funding]:
    """Return who pays for it, if anybody."""
    until = _funded_until(plan, clock)
    if plan.funder is None or until is None:
        return []
    return [Funding(id=plan.id, to_id=plan.funder, until=until)]


def status_changes(plan: Plan, clock: Clock) -> list[StatusChange]:
    """Return the statuses it went through; the newest is what it stands for now."""
    if plan.since is None:
        return []
    started = plan.started if plan.started is not None else plan.since
    ago = {Status.WISHED: plan.since + 60, Status.PLANNED: started + 45, Status.ACTIVE: started}
    steps = [(status, ago[status]) for status in _BEFORE_ACTIVE[plan.status]]
    return [
        StatusChange(
            id=f"{plan.id}-{status}",
            collaboration_id=plan.id,
            status=status,
            on=clock.day(days),
            created_at=clock.at(clock.day(min(days, plan.recorded)), 11),
        )
        for status, days in [*steps, (plan.status, plan.since)]
    ]


def ratings(plan: Plan, users: DemoUsers, clock: Clock) -> list[Rating]:
    """Return what partners said, again each quarter; of a single one it may be our own view."""
    chance = dice(f"ratings of {plan.id}")
    oldest = min(plan.started or 0, _YEAR)
    found: list[Rating] = []
    for number, (value, newest) in enumerate(plan.ratings):
        heard_by_us = len(plan.ratings) == 1 and chance.random() < 1 / 3
        for turn, ago in enumerate(range(newest, max(oldest, newest + 1), _ROUND)):
            felt = value if turn == 0 else min(max(value + chance.choice((-1, 0, 0, 1)), 1), 5)
            found.append(
                Rating(
                    id=f"{plan.id}-puls-{number}-{turn}",
                    collaboration_id=plan.id,
                    value=felt,
                    on=clock.day(ago),
                    actor_ids=() if heard_by_us else (plan.partners[number],),
                    user_ids=(users.regisseur,) if heard_by_us else (),
                    created_at=clock.at(clock.day(ago), 16, 30),
                )
            )
    return found


def results(plan: Plan, clock: Clock) -> list[Result]:
    """Return what was reached, if anything was."""
    if plan.result is None:
        return []
    return [
        Result(
            id=f"{plan.id}-resultaat",
            collaboration_id=plan.id,
            text=plan.result_text,
            on=clock.day(plan.result),
            created_at=clock.at(clock.day(plan.result), 17),
        )
    ]
