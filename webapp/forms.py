"""What all forms share: Dutch messages, and edits that never overwrite those of somebody else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, Self, cast, runtime_checkable

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import CombinedMultiDict, MultiDict
from wtforms import Field, FileField, IntegerField, SelectFieldBase, SelectMultipleField
from wtforms.validators import DataRequired, InputRequired
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from webapp.free_text import objections
from webapp.i18n import _

_KEEP = "keep-"
_SAVED = "saved-"
_NOT_COMPARED = {"csrf_token", "version"}


class Form(FlaskForm):
    """A form of ours; its CSRF token is checked before the view starts."""

    leading: ClassVar[tuple[str, ...]] = ()
    """The fields that the page shows first, where it has another order than the class."""

    def errors_in_order(self) -> list[tuple[str | None, Sequence[str]]]:
        """Return what is wrong with each field, in the order of the page."""
        found = cast("dict[str | None, Sequence[str]]", self.errors)
        names = dict.fromkeys([*self.leading, *found])
        return [(name, found[name]) for name in names if name in found]

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401 -- as wtforms
        """Check each field, and that no text holds what must never be kept."""
        is_valid = super().validate(extra_validators)
        return not objections(self) and is_valid

    def within(self, place: str) -> Self:
        """Give the fields ids of their own, for a form that joins others on one page."""
        for field in self:
            field.id = field.label.field_id = f"{place}{field.short_name}"
        return self

    class Meta(FlaskForm.Meta):
        """Flask-WTF checks the token once, for every POST, so a form need not."""

        csrf = False  # pyright: ignore[reportIncompatibleMethodOverride, reportAssignmentType]

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:  # noqa: ANN401 -- as wtforms
            """Take the saved values where somebody chose those; a file is no text."""
            typed = cast("object", super().wrap_formdata(form, formdata))  # pyright: ignore[reportUnknownMemberType]
            if isinstance(typed, CombinedMultiDict):
                typed = _with_files(cast("Form", form))
            if isinstance(typed, MultiDict):
                return chosen(cast("MultiDict[str, str]", typed))
            return typed


class CheckboxesField(SelectMultipleField):
    """Several choices as boxes to tick: a list to hold Ctrl in is unusable on a phone."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


def required(message: str) -> DataRequired:
    """Return the rule that a field is filled in; ``message`` says what to fill in."""
    return DataRequired(message=message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field that two people filled in differently. ``raw`` is what the form would send."""

    name: str
    label: str
    typed: str
    saved: str
    raw: tuple[str, ...]


class VersionedForm(Form):
    """A form about something that somebody else may save meanwhile.

    On a StaleError the view calls ``compare`` and shows the form again with status 409. The
    differences go along as hidden fields, so the answer "keep what was saved" needs no
    JavaScript and no second look into the graph.
    """

    version = IntegerField(widget=HiddenInput(), validators=[InputRequired()], default=1)

    def compare(self, saved: Self, *, version: int) -> list[Difference]:
        """Return how the saved values differ from the typed ones; keep what was typed.

        ``saved`` is the same form filled with what is saved now, at ``version``.
        """
        self.version.data = version
        self.version.raw_data = None
        return [
            Difference(
                name=name,
                label=str(mine.label.text),
                typed=_shown(mine),
                saved=_shown(theirs),
                raw=_raw(theirs),
            )
            for name, mine, theirs in _pairs(self, saved)
            if _raw(mine) != _raw(theirs)
        ]


def chosen(typed: MultiDict[str, str]) -> MultiDict[str, str]:
    """Return what was typed, with the saved value wherever somebody chose to keep that."""
    answer = MultiDict(typed)
    for key, value in typed.items():
        # Who sends a part without a name sends a key that is None.
        if (key or "").startswith(_KEEP) and value == "saved":
            name = key.removeprefix(_KEEP)
            answer.setlist(name, typed.getlist(_SAVED + name))
    return answer


def _with_files(form: Form) -> CombinedMultiDict[str, Any]:
    """Return what was sent; a file only where the form asks for one."""
    asked = {field.short_name for field in form if isinstance(field, FileField)}
    sent = [pair for pair in request.files.items(multi=True) if pair[0] in asked]
    return CombinedMultiDict([MultiDict(sent), request.form])


def _pairs(mine: Form, theirs: Form) -> Iterator[tuple[str, Field, Field]]:
    for field in mine:
        if field.short_name not in _NOT_COMPARED:
            yield field.short_name, field, theirs[field.short_name]


@runtime_checkable
class _OfSeveralBoxes(Protocol):
    """A field whose value takes several boxes, in an order that matters."""

    def sent(self) -> tuple[str, ...]:
        """Return what a browser would send for its value."""
        ...


def _raw(field: Field) -> tuple[str, ...]:
    """Return what a browser would send for the value of a field."""
    if isinstance(field, _OfSeveralBoxes):
        return field.sent()
    match field.data:
        case None | "" | False:
            return ()
        case True:
            return ("y",)
        case list():
            return tuple(sorted(str(item) for item in cast("list[object]", field.data)))
        case value:
            # Browsers send other line ends than the graph may hold.
            return (str(value).replace("\r\n", "\n"),)


def _shown(field: Field) -> str:
    """Return the value of a field as people read it."""
    match field.data:
        case True:
            return _("ja")
        case False:
            return _("nee")
        case _other:
            labels = _labels(field)
            return ", ".join(labels.get(raw, raw) for raw in _raw(field) if raw) or _("leeg")


def _labels(field: Field) -> dict[str, str]:
    if not isinstance(field, SelectFieldBase):
        return {}
    options = cast("Iterator[tuple[Any, ...]]", field.iter_choices())
    return {str(value): str(label) for value, label, *_more in options}
