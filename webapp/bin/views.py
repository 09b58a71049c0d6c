"""The page of what was archived lately."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, render_template, url_for

from graph.domain.bin import Archived, first_day
from graph.domain.words import Role
from graph.repositories import bin as archived_things
from tasks.dates import day
from webapp.access import needs
from webapp.changes.lines import nouns, url_of
from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.i18n import _

bp = Blueprint("bin", __name__, url_prefix="/netwerken/<slug>/prullenbak")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A thing in the bin, with its words, where to see it and how to get it back."""

    thing: Archived
    icon: str
    word: str
    name: str
    url: str | None
    restore: str


@bp.get("")
@needs(Role.EDITOR)
def show(slug: str) -> str:
    """List what was archived in the last 30 days, each with a button to bring it back."""
    found = archived_things.read(current_graph(), network_id=current_network().id, today=today())
    return render_template(
        "bin/show.html", lines=[_line(each, slug) for each in found], since=first_day(today())
    )


def _line(thing: Archived, slug: str) -> Line:
    match thing.kind:
        case "Rating":
            return _part(thing, slug, _("Puls"), "collaborations.pulses.restore", "rating_id")
        case "Result":
            return _part(
                thing, slug, _("Resultaat"), "collaborations.results.restore", "result_id"
            )
        case _:
            noun = nouns()[thing.kind]
            restore = f"{noun.endpoint.partition('.')[0]}.restore"
            place: dict[str, Any] = {noun.argument: thing.id}
            return Line(
                thing=thing,
                icon=noun.icon,
                word=noun.word,
                name=day(date.fromisoformat(thing.name)) if _is_moment(thing) else thing.name,
                url=url_of(noun, slug, thing.id),
                restore=url_for(restore, slug=slug, **place),
            )


def _part(thing: Archived, slug: str, word: str, restore: str, argument: str) -> Line:
    """Return the line of a fact that stands on the page of its collaboration."""
    place: dict[str, Any] = {"collaboration_id": thing.of_id, argument: thing.id}
    return Line(
        thing=thing,
        icon="confirm",
        word=word,
        name=thing.name,
        url=url_for("collaborations.show", slug=slug, collaboration_id=thing.of_id),
        restore=url_for(restore, slug=slug, **place),
    )


def _is_moment(thing: Archived) -> bool:
    return thing.kind == "ContactMoment"
