"""What the editor changed in Voorbeeldstad in the past week, so the regisseur finds news."""

import json
from collections.abc import Iterable

from graph.starter.content import Actor, Change, Collaboration
from graph.starter.voorbeeldstad.clock import Clock
from graph.starter.voorbeeldstad.patterns import in_city
from graph.starter.voorbeeldstad.users import DemoUsers

_WEEK = 7
_EARLIER_GOALS = {
    "molenhoek-wandelt": (5, "Samen wandelen."),
    "vrijdagavond-open": (2, "Een open huis voor jongeren op vrijdagavond."),
}
"""By collaboration: how many days ago its goal was put in other words, and what it said before."""


def changes(
    actors: Iterable[Actor],
    collaborations: list[Collaboration],
    users: DemoUsers,
    clock: Clock,
) -> list[Change]:
    """Return the lines of the log: what came in the register this week, and what was reworded."""
    return [
        *(_addition("Actor", each, users) for each in actors if _is_new(each, clock)),
        *(
            _addition("Collaboration", each, users)
            for each in collaborations
            if _is_new(each, clock)
        ),
        *_rewordings(collaborations, users, clock),
    ]


def _is_new(thing: Actor | Collaboration, clock: Clock) -> bool:
    return thing.created_at.date() > clock.day(_WEEK)


def _addition(label: str, thing: Actor | Collaboration, users: DemoUsers) -> Change:
    return Change(
        id=f"{thing.id}-added",
        at=thing.created_at,
        verb="added",
        kind=label,
        subject_id=thing.id,
        subject_name=thing.name,
        by_id=users.editor,
        before="{}",
        after=json.dumps({"name": thing.name}, ensure_ascii=False),
    )


def _rewordings(
    collaborations: list[Collaboration], users: DemoUsers, clock: Clock
) -> list[Change]:
    by_id = {each.id: each for each in collaborations}
    return [
        Change(
            id=f"{in_city(id)}-edited",
            at=clock.at(clock.day(ago), 14, 20),
            verb="edited",
            kind="Collaboration",
            subject_id=in_city(id),
            subject_name=by_id[in_city(id)].name,
            by_id=users.editor,
            before=json.dumps({"goal": earlier}, ensure_ascii=False),
            after=json.dumps({"goal": by_id[in_city(id)].goal}, ensure_ascii=False),
        )
        for id, (ago, earlier) in _EARLIER_GOALS.items()
    ]
