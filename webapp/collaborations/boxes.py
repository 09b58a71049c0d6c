"""Several names to type, each in a box of its own, with the known names to choose from."""

from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup
from wtforms import Field
from wtforms.widgets import html_params


class _Boxes:
    """One box per name, and some spare ones; the label belongs to the first."""

    def __call__(self, field: "NamesField", **attributes: object) -> Markup:
        boxes = [*field.data, *[""] * field.spare]
        return Markup("").join(
            self._box(field, number, name, attributes) for number, name in enumerate(boxes, 1)
        )

    def _box(
        self, field: "NamesField", number: int, name: str, attributes: dict[str, object]
    ) -> Markup:
        first = number == 1
        more = {} if first else {"aria_label": f"{field.label.text} {number}"}
        tag = html_params(
            **(attributes | more),
            id=field.id if first else f"{field.id}-{number}",
            name=field.name,
            type="text",
            value=name,
            list=field.options,
            autocomplete="off",
        )
        return Markup("<input %s>") % Markup(tag)  # noqa: S704 -- html_params escapes  # nosec B704


class NamesField(Field):
    """Names as typed, without empty boxes; ``options`` is the id of the list to choose from."""

    widget = _Boxes()
    data: list[str]

    def __init__(self, label: str, *, options: str, spare: int = 3, **bound: Any) -> None:  # noqa: ANN401 -- as wtforms
        super().__init__(label, **bound)
        self.options, self.spare = options, spare

    def process_data(self, value: Iterable[str] | None) -> None:
        """Take the names that are there already."""
        self.data = list(value or ())

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Take what was typed."""
        names = (" ".join(typed.split()) for typed in valuelist)
        self.data = [name for name in names if name]
