"""Where the table begins: below titles and empty lines, under one row of headers or two."""

import re
from collections import Counter
from collections.abc import Sequence

from graph.domain.folding import fold
from tasks.importing.fields import KNOWN_HEADERS, WHAT_IS_WRONG
from tasks.importing.lists import visible
from tasks.importing.sheets import Sheet, SheetRow

_LOOKED_AT = 40
_NUMBER = re.compile(r"[\d\s.,:/+-]+")
_KNOWN = KNOWN_HEADERS | {fold(WHAT_IS_WRONG)}


class NoHeadingError(ValueError):
    """No row looks like the headers of a table."""


def to_sheet(name: str, table: Sequence[tuple[int, Sequence[str]]]) -> Sheet:
    """Return the table in numbered rows. Raises NoHeadingError."""
    cleaned = ((number, [_stripped(cell) for cell in row]) for number, row in table)
    rows = [(number, cells) for number, cells in cleaned if any(cells)]
    first, last = _heading([cells for _number, cells in rows[:_LOOKED_AT]])
    heading, body = [cells for _number, cells in rows[first : last + 1]], rows[last + 1 :]
    headers = _headers(heading, [cells for _number, cells in body])
    return Sheet(
        name=name,
        header_row=rows[last][0],
        headers=headers,
        rows=tuple(SheetRow(number=each, cells=_fit(row, len(headers))) for each, row in body),
    )


def count_known(row: Sequence[str]) -> int:
    """Return how many different cells of a row are headers that we know."""
    return len(_KNOWN.intersection(fold(cell) for cell in row))


def _stripped(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()


def _heading(near: list[list[str]]) -> tuple[int, int]:
    """Return the first and the last row of the headers: the same one, or two in a row."""
    best = max(range(len(near)), key=lambda at: count_known(near[at]), default=None)
    if best is None or not _is_heading(near[best]):
        best = _widest(near)
    if best + 1 < len(near) and _continues(near[best], near[best + 1]):
        return best, best + 1
    if best > 0 and _groups(near[best - 1], near[best]):
        return best - 1, best
    return best, best


def _is_heading(row: list[str]) -> bool:
    known, filled = count_known(row), sum(map(bool, row))
    return known > 1 or (known == 1 and filled <= known + 1)


def _widest(rows: list[list[str]]) -> int:
    """Return the row with most words above other rows: headers that we do not know."""
    widths = [len(set(row) - {""}) if _all_words(row) else 0 for row in rows[:-1]]
    best = max(range(len(widths)), key=lambda at: widths[at], default=0)
    if not widths or widths[best] <= 1:
        raise NoHeadingError
    return best


def _all_words(row: list[str]) -> bool:
    return not any(_NUMBER.fullmatch(cell) for cell in row)


def _continues(top: list[str], below: list[str]) -> bool:
    """Tell whether the row below names the parts of what the row above groups."""
    filled = [cell for cell in below if cell]
    known = count_known(below)
    fills_gaps = any(cell and not _at(top, at) for at, cell in enumerate(below))
    leaves_gaps = any(cell and not _at(below, at) for at, cell in enumerate(top))
    return known * 2 >= len(filled) and fills_gaps and leaves_gaps and _all_words(below)


def _groups(above: list[str], headers: list[str]) -> bool:
    """Tell whether the row above groups headers: they repeat, and it says which is which."""
    repeated = any(often > 1 for cell, often in Counter(map(fold, headers)).items() if cell)
    return repeated and sum(map(bool, above)) > 1


def _headers(heading: list[list[str]], body: list[list[str]]) -> tuple[str, ...]:
    """Return a name for each column up to the last one with anything in it."""
    top, low = heading[0], heading[-1]
    used = max((_last_filled(row) for row in body), default=0)
    width = max(used, _last_filled(top), _last_filled(low))
    groups = _filled_on(top)
    leaves = [visible(_at(low, at) or _at(top, at)) for at in range(width)]
    often = Counter(map(fold, leaves))
    named = [
        f"{group} {leaf}"
        if leaf and often[fold(leaf)] > 1 and (group := _at(groups, at)) and group != leaf
        else leaf
        for at, leaf in enumerate(leaves)
    ]
    holds = [any(_at(row, at) for row in body) for at in range(width)]
    return _apart(
        [name or (f"Kolom {_letters(at)}" if holds[at] else "") for at, name in enumerate(named)]
    )


def _filled_on(cells: list[str]) -> list[str]:
    """Return each cell, or the last one before it with anything in it: a merged cell."""
    filled: list[str] = []
    for cell in cells:
        filled.append(cell or (filled[-1] if filled else ""))
    return filled


def _apart(names: list[str]) -> tuple[str, ...]:
    """Return the names with a number after each that was there before."""
    seen: Counter[str] = Counter()
    apart: list[str] = []
    for name in names:
        seen[name] += 1
        apart.append(f"{name} ({seen[name]})" if name and seen[name] > 1 else name)
    return tuple(apart)


def _last_filled(cells: Sequence[str]) -> int:
    return max((at + 1 for at, cell in enumerate(cells) if cell), default=0)


def _fit(row: Sequence[str], width: int) -> tuple[str, ...]:
    return (*row[:width], *([""] * (width - len(row))))


def _at(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _letters(at: int) -> str:
    """Return the letters of a column: A for 0, AA for 26."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
