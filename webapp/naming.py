"""Things chosen by typing their name: works without JavaScript and on a network of any size."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from wtforms.validators import ValidationError

from graph.analysis.spelling import resembling
from graph.domain.folding import fold
from webapp.i18n import _

SUGGESTED = 3


class Named(Protocol):
    """Anything with an id and a name."""

    @property
    def id(self) -> str:
        """What the graph knows it by."""
        ...

    @property
    def name(self) -> str:
        """What people know it by."""
        ...


def find_named(typed: str, options: Sequence[Named], what: str) -> str | None:
    """Return the id of the one thing with this name, or None when nothing was typed.

    Raises ValidationError that says what to do when there is none, or more than one.
    """
    asked = fold(typed)
    if not asked:
        return None
    match [each for each in options if fold(each.name) == asked]:
        case [only]:
            return only.id
        case []:
            raise ValidationError(_unknown(typed.strip(), options, what))
        case several:
            raise ValidationError(
                _(
                    "Er staan er %(count)s met de naam %(name)s. Begin op de pagina van de goede.",
                    count=len(several),
                    name=several[0].name,
                )
            )


def names_of(ids: Iterable[str], options: Sequence[Named]) -> list[tuple[str, str]]:
    """Return id and name of each id that is among the options: the choices of a field."""
    known = {each.id: each.name for each in options}
    return [(id, known[id]) for id in dict.fromkeys(ids) if id in known]


def _unknown(typed: str, options: Sequence[Named], what: str) -> str:
    texts = {each.name: fold(each.name) for each in options}
    near = resembling(typed, texts)[:SUGGESTED]
    if near:
        return _(
            "%(what)s %(name)s is niet bekend. Bedoel je %(near)s?",
            what=what,
            name=typed,
            near=_(" of ").join(near),
        )
    return _(
        "%(what)s %(name)s is niet bekend. Kies een naam uit de lijst, of voeg die eerst toe.",
        what=what,
        name=typed,
    )
