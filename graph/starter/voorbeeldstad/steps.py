"""What is still to do in Voorbeeldstad, what is late and what was done."""

from collections.abc import Iterable

from graph.domain.words import FollowUpKind
from graph.starter.content import FollowUp
from graph.starter.voorbeeldstad.clock import Clock, dice
from graph.starter.voorbeeldstad.patterns import in_city
from graph.starter.voorbeeldstad.together import Plan
from graph.starter.voorbeeldstad.users import DemoUsers

_YEAR = 360
_WHAT = {
    FollowUpKind.SPEAK: "Spreek elkaar over de voortgang",
    FollowUpKind.ASK_RATING: "Vraag de partners om een puls",
    FollowUpKind.AGREE_STEP: "Spreek een volgende stap met datum af",
    FollowUpKind.NAME_RESULT: "Schrijf op wat er bereikt is",
    FollowUpKind.INVITE_DOMAIN: "Nodig een partner uit een ander domein uit",
    FollowUpKind.OTHER: "Stuur het verslag rond",
}
_ABOUT_PARTNERS = {
    "ijsclub": (-12, "Vraag of het clubhuis te gebruiken is"),
    "ondernemersfonds": (-3, "Stuur de begroting op die is beloofd"),
    "wijkteam-weiden": (2, "Vraag wat er in De Weiden nodig is"),
    "ziekenhuis": (3, "Maak een afspraak met het afdelingshoofd"),
    "cafe-een": (5, "Breng het café in contact met het Huis van de Wijk"),
    "pleegzorg": (8, "Vraag naar de plannen voor volgend jaar"),
    "wijkkoor": (21, "Vraag wanneer het koor wil kennismaken met 't Hoekje"),
}
"""By partner: in how many days it is due, and what."""

_BY_PARTNER = 0.4
_BY_REGISSEUR = 0.6
_NOTICE = 14
_DONE_EACH = 110


def follow_ups(plans: Iterable[Plan], users: DemoUsers, clock: Clock) -> list[FollowUp]:
    """Return open, late and done follow-ups, owned by demo users and by partners."""
    of_plans = [step for plan in plans for step in _about_plan(plan, users, clock)]
    return [*of_plans, *_about_partners(users, clock)]


def _about_plan(plan: Plan, users: DemoUsers, clock: Clock) -> list[FollowUp]:
    """Return the open step as planned, and earlier ones that were done in time or days late."""
    chance = dice(f"steps of {plan.id}")
    first = -plan.step if plan.step is not None else None
    last = min(plan.started or 0, _YEAR) - _NOTICE
    done = range((plan.contact or _YEAR) + _NOTICE, last, _DONE_EACH)
    found: list[FollowUp] = []
    for number, due in enumerate([first, *done]):
        if due is None:
            continue
        kind = chance.choice(list(_WHAT))
        is_open = number == 0
        by_partner = chance.random() < _BY_PARTNER
        by_user = users.regisseur if chance.random() < _BY_REGISSEUR else users.editor
        recorded = clock.day(min(max(due + _NOTICE, 1), plan.recorded))
        found.append(
            FollowUp(
                id=f"{plan.id}-stap-{number}",
                about_id=plan.id,
                what=_WHAT[kind],
                kind=kind,
                due_on=clock.day(due),
                done_on=None if is_open else clock.day(due - chance.randint(-3, 4)),
                actor_ids=(plan.partners[0],) if by_partner else (),
                user_ids=() if by_partner else (by_user,),
                created_at=clock.at(recorded, 15),
            )
        )
    return found


def _about_partners(users: DemoUsers, clock: Clock) -> list[FollowUp]:
    owners = (users.regisseur, users.regisseur, users.editor, users.admin)
    return [
        FollowUp(
            id=in_city(f"{partner}-stap"),
            about_id=in_city(partner),
            what=what,
            kind=FollowUpKind.OTHER,
            due_on=clock.day(-days),
            done_on=None,
            user_ids=(owners[number % len(owners)],),
            created_at=clock.at(clock.day(max(_NOTICE - days, 4)), 15),
        )
        for number, (partner, (days, what)) in enumerate(_ABOUT_PARTNERS.items())
    ]
