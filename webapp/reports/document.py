"""What stands in a report, as plain words with addresses: one content for the page and the PDF."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead to the page behind them; ``url`` is a path of this site."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing to tell, with what it is about and the things that it was counted from."""

    text: str
    about: Link | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, a lead and lines below; ``more`` is the page that has all of it."""

    key: str
    title: str
    lines: tuple[Line, ...]
    more: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """One cell of the picture; ``tone`` is its class: e0 to e4, unmeasured, none or absent."""

    text: str
    url: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Where energy sits: a row for each domain in which something happens or is wished."""

    title: str
    finding: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[HeatCell, ...]], ...]
    legend: str
    more: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """A goal or a line of action with what contributes to it; ``rest`` tells who is not named."""

    goal: Link
    active: int
    lively: int
    ambitions: int
    examples: tuple[Link, ...]
    rest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalTable:
    """The goals of one framework, or the lines of action; five heads, the first says which."""

    heads: tuple[str, ...]
    lines: tuple[GoalLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole report; ``cautions`` say why to be careful with it."""

    title: str
    subtitle: str
    cautions: tuple[str, ...]
    summary: Section
    picture: Picture
    changes: Section
    goals_title: str
    goals: tuple[GoalTable, ...]
    rest: tuple[Section, ...]
    method: str
