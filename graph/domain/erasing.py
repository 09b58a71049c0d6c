"""Finding somebody in texts, and taking them out ("wissen", article 17 of the GDPR).

People write a name in other capitals and a phone number with other spaces, so texts are looked
through by patterns. A part of a name is not enough: it may be somebody else.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from graph.domain.folding import person_sort_name, search_text, sort_name
from graph.domain.people import PersonFields

ERASED = "[gewist]"
_FEWEST_DIGITS = 6
_COUNTRY = re.compile(r"^(?:0031|31(?=\d{9}$)|0)")
_WAYS = frozenset({"email", "phone"})

ASKED: Mapping[str, frozenset[str]] = {
    "Actor": frozenset({"name", "aliases", "description", "email", "phone", "website"}),
    "Collaboration": frozenset({"name", "goal"}),
    "ContactMoment": frozenset({"note", "heard_from"}),
    "FollowUp": frozenset({"what"}),
    "Position": frozenset({"name", "email", "phone"}),
    "Programme": frozenset({"name", "description", "target_group"}),
    "Result": frozenset({"text"}),
    "SavedView": frozenset({"name"}),
    "TAKES_PART_IN": frozenset({"role"}),
}
"""Where people write themselves: there the regisseur decides what becomes of a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A text in which somebody is named. ``key`` tells it apart from other places."""

    key: str
    label: str
    id: str
    name: str
    text: str


class Traces:
    """How somebody is named in texts."""

    def __init__(self, fields: PersonFields, also: Iterable[str] = ()) -> None:
        names = [name for name in (fields.name, *also) if name.strip()]
        folded = [fold(name) for name in names for fold in (search_text, sort_name)]
        folded += [person_sort_name(name) for name in names]
        texts = dict.fromkeys([*names, *folded, fields.email])
        found = [" ".join(text.split()) for text in texts if text.strip()]
        # In the log a text stands as JSON.
        found += [json.dumps(text, ensure_ascii=False)[1:-1] for text in found]
        digits = _COUNTRY.sub("", re.sub(r"\D", "", fields.phone))
        numbers = [digits] if len(digits) >= _FEWEST_DIGITS else []
        written = [fields.phone.strip(), digits[-_FEWEST_DIGITS:]] if numbers else []
        self.words = sorted({text.lower() for text in (*found, *written)})
        """What to look for, in lower case."""
        patterns = [_of_text(text) for text in sorted(set(found), key=len, reverse=True)]
        self._pattern = re.compile("|".join([*patterns, *map(_of_number, numbers)]), re.IGNORECASE)

    def are_in(self, value: object) -> bool:
        """Return whether a property names them."""
        return any(self._pattern.search(text) for text in _texts(value))

    def without(self, name: str, value: Any) -> Any:  # noqa: ANN401 -- any property
        """Return the value of the property ``name`` without them."""
        if isinstance(value, list):
            return [self.without(name, each) for each in cast("list[Any]", value)]
        if not isinstance(value, str) or not self._pattern.search(value):
            return value
        return "" if name in _WAYS else self._pattern.sub(ERASED, value)

    def erased(self, properties: Mapping[str, Any]) -> dict[str, Any]:
        """Return what changes in properties when they are taken out."""
        cleaned = {name: self.without(name, value) for name, value in properties.items()}
        return {name: value for name, value in cleaned.items() if value != properties[name]}


def _of_text(text: str) -> str:
    words = r"\s+".join(re.escape(word) for word in text.split())
    return rf"(?<!\w){words}(?!\w)"


def _of_number(digits: str) -> str:
    gap = r"[\s().-]*"
    return rf"(?<!\d)(?:\+31|0031|0)?{gap}{gap.join(digits)}(?!\d)"


def _texts(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case list():
            return [text for text in cast("list[object]", value) if isinstance(text, str)]
        case _:
            return []
