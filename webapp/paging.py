"""Long lists in parts, with the part in the address."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import request

PAGE = "pagina"

# No list is longer; past it a number of the address would not fit in a query.
_LAST_PAGE = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Where in a list of ``total`` things this page is; ``number`` counts from 1."""

    total: int
    number: int = 1
    size: int = 50

    @property
    def count(self) -> int:
        """Return how many pages there are, at least one."""
        return max(-(-self.total // self.size), 1)

    @property
    def first(self) -> int:
        """Return the place in the list of the first thing on this page, from 1; 0 when empty."""
        return min((self.number - 1) * self.size + 1, self.total)

    @property
    def last(self) -> int:
        """Return the place in the list of the last thing on this page."""
        return min(self.number * self.size, self.total)


def page_number() -> int:
    """Return the page asked for in the address, 1 when that is missing or nonsense."""
    return min(max(request.args.get(PAGE, 1, type=int), 1), _LAST_PAGE)


def address_with(**changes: object) -> str:
    """Return this address with other values; None leaves one out, and the list starts again."""
    values: dict[str, object] = {**request.args.to_dict(flat=False), PAGE: None, **changes}
    # Not by url_for: it takes some names, such as _scheme, for orders of the program.
    query = urlencode({name: v for name, v in values.items() if v is not None}, doseq=True)
    return f"{request.path}?{query}" if query else request.path


def with_query(url: str) -> str:
    """Return another address with all that this one asks, such as the filters of a list."""
    query = request.query_string.decode()
    return f"{url}?{query}" if query else url
