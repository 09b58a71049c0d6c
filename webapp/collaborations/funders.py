"""Who pays for a collaboration, and each until when: a name and a day on each line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from markupsafe import Markup
from wtforms import Field
from wtforms.validators import ValidationError
from wtforms.widgets import html_params

from graph.domain.collaborations import Funder, Funding
from webapp.fields import read_day
from webapp.i18n import _
from webapp.naming import Named, find_named

_SPARE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedFunder:
    """A line as it was typed."""

    name: str
    until: str


class _Lines:
    """A box for a name and one for a day on each line, and some spare lines."""

    def __call__(self, field: "FundersField", **attributes: object) -> Markup:
        lines = [*field.data, *[TypedFunder(name="", until="")] * _SPARE]
        return Markup("").join(
            self._line(field, number, line, attributes) for number, line in enumerate(lines, 1)
        )

    def _line(
        self, field: "FundersField", number: int, line: TypedFunder, attributes: dict[str, object]
    ) -> Markup:
        label = str(field.label.text)
        named = {} if number == 1 else {"aria_label": f"{label} {number}"}
        name = html_params(
            **(attributes | named),
            id=field.id if number == 1 else f"{field.id}-{number}",
            name=field.name,
            type="text",
            value=line.name,
            list="partnernamen",
            autocomplete="off",
        )
        until = html_params(
            **attributes,
            aria_label=_("%(label)s %(number)s tot en met", label=label, number=number),
            name=field.name,
            type="date" if _is_day(line.until) else "text",
            value=line.until,
        )
        line_of_two = '<div class="name-and-day"><input %s><input %s></div>'
        return Markup(line_of_two) % (Markup(name), Markup(until))  # noqa: S704 -- html_params escapes  # nosec B704


class FundersField(Field):
    """Lines of a name and a day that share one name in the form; an empty line is none."""

    widget = _Lines()
    data: list[TypedFunder]

    def process_data(self, value: Iterable[Funder] | None) -> None:
        """Take who pays already."""
        self.data = [
            TypedFunder(name=each.name, until=each.until.isoformat() if each.until else "")
            for each in value or ()
        ]

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Take what was typed: names and days take turns."""
        typed = [" ".join(value.split()) for value in valuelist]
        lines = zip_longest(typed[::2], typed[1::2], fillvalue="")
        self.data = [TypedFunder(name=name, until=until) for name, until in lines if name or until]

    def sent(self) -> tuple[str, ...]:
        """Return what a browser would send for these lines."""
        return tuple(value for line in self.data for value in (line.name, line.until))

    def fundings(self, options: Sequence[Named]) -> tuple[Funding, ...]:
        """Return who pays. Raises ValidationError that says what to do."""
        found = [_funding(line, options) for line in self.data]
        if len({each.actor_id for each in found}) < len(found):
            raise ValidationError(_("Deze partner staat er twee keer. Haal één regel leeg."))
        return tuple(sorted(found, key=lambda each: each.actor_id))


def _funding(line: TypedFunder, options: Sequence[Named]) -> Funding:
    actor_id = find_named(line.name, options, _("Partner"))
    if actor_id is None:
        raise ValidationError(_("Vul in wie er betaalt, of haal de dag weg."))
    return Funding(actor_id=actor_id, until=read_day(line.until))


def _is_day(text: str) -> bool:
    try:
        read_day(text)
    except ValidationError:
        return False
    return True
