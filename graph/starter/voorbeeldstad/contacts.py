"""A year of contact in Voorbeeldstad: visits, calls, meetings. The notes tell of the work only."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

from graph.domain.words import Channel, Evidence, Form
from graph.starter.content import Actor, Moment, Position
from graph.starter.voorbeeldstad.cast import Cast
from graph.starter.voorbeeldstad.clock import Clock, dice
from graph.starter.voorbeeldstad.patterns import in_city
from graph.starter.voorbeeldstad.together import Plan
from graph.starter.voorbeeldstad.users import DemoUsers

_YEAR = 360
_CHANNELS = {
    Channel.VISIT: 28,
    Channel.MEETING: 24,
    Channel.TALK: 14,
    Channel.CALL: 24,
    Channel.MAIL: 10,
}
_HEARD = 0.18
_TIME_KNOWN = 0.75
_BY_REGISSEUR = 0.6

_NOTES = {
    Channel.VISIT: (
        "Op bezoek geweest. De planning voor het volgende kwartaal hangt aan de muur.",
        "Rondleiding gekregen. De ruimte is opnieuw ingedeeld, er is plek voor een partner erbij.",
        "Langsgegaan bij de start. De taken zijn helder, de sleutel ligt nu bij de beheerder.",
        "Gezien hoe het loopt. De samenwerking met de buren kan losser, daar praten ze over door.",
        "Kennisgemaakt met de nieuwe collega. Die neemt de agenda en de contacten over.",
    ),
    Channel.MEETING: (
        "Overleg met alle partners. De afspraken staan, de datum voor de volgende keer ook.",
        "Stand van zaken doorgenomen. Het rooster klopt weer en de kosten zijn verdeeld.",
        "Samen de evaluatie besproken. Wat werkt blijft, de aanmelding wordt eenvoudiger.",
        "Doorgesproken wie wat doet. De trekker maakt een kort verslag voor iedereen.",
        "Plan voor de komende maanden gemaakt. Eén partner zoekt nog een vaste vervanger.",
    ),
    Channel.TALK: (
        "Even gesproken na een bijeenkomst. Er is zin om door te gaan.",
        "Bijgepraat in de wandelgangen. Ze willen graag een tweede ochtend proberen.",
        "Kort gesproken over de taken. Twee uur per week is genoeg, zeggen ze.",
        "Gesproken over de ruimte. De huur blijft dit jaar gelijk.",
    ),
    Channel.CALL: (
        "Gebeld over de planning. De volgende datum is geprikt.",
        "Gebeld met de coördinator. Het loopt goed, er is vooral behoefte aan een vaste plek.",
        "Even gebeld. De flyer is klaar en ligt bij de partners.",
        "Gebeld over de begroting. De aanvraag gaat deze maand de deur uit.",
        "Teruggebeld. De afspraak van vorige keer is nagekomen.",
    ),
    Channel.MAIL: (
        "Mail gekregen met het verslag en de actielijst.",
        "Gemaild over de data. Iedereen kan op de tweede dinsdag.",
        "Mail met een korte terugblik en een vraag over de sleutel.",
    ),
}
_FIRST_NOTES = (
    "Kennisgemaakt. Ze willen meedoen en zoeken een eerste, klein begin.",
    "Eerste gesprek. Er is belangstelling, maar nog geen tijd voor een vaste afspraak.",
    "Voorgesteld wie we zijn en wat het netwerk doet. Later dit jaar praten we verder.",
)
_PLENARY_NOTE = "Netwerkbijeenkomst. Alle partners vertelden wat er speelt en wie ze zoeken."
_PLENARIES = {41: 14, 168: 11, 301: 12}
"""Days ago, and how many partners came."""


def moments(
    plans: Iterable[Plan], actors: list[Actor], people: Cast, users: DemoUsers, clock: Clock
) -> list[Moment]:
    """Return all contact moments, with ids that do not change from day to day."""
    return [
        *_about_collaborations(plans, people, users, clock),
        *_first_talks(actors, people, users, clock),
        *_plenaries(actors, users, clock),
    ]


def _about_collaborations(
    plans: Iterable[Plan], people: Cast, users: DemoUsers, clock: Clock
) -> Iterator[Moment]:
    for plan in plans:
        chance = dice(f"contact about {plan.id}")
        for number, ago in enumerate(_days_of_contact(plan, chance)):
            partners = chance.sample(plan.partners, min(2, len(plan.partners)))
            functions = [position for each in partners for position in people.of(each)[:1]]
            yield _moment(
                f"{plan.id}-contact-{number}",
                ago,
                about=(plan.id,),
                functions=functions,
                users=users,
                clock=clock,
                chance=chance,
                exact=number == 0,
                plenary=plan.form is Form.MEMBERSHIP,
            )


def _days_of_contact(plan: Plan, chance: Random) -> Iterator[int]:
    """Yield how many days ago there was contact: the last one as planned, then back in time."""
    if plan.contact is None:
        return
    oldest = min(plan.started if plan.started is not None else plan.contact + 1, _YEAR)
    ago = plan.contact
    while ago < oldest or ago == plan.contact:
        yield ago
        ago += max(round(plan.rhythm * chance.uniform(0.55, 1.05)), 3)


def _first_talks(
    actors: list[Actor], people: Cast, users: DemoUsers, clock: Clock
) -> Iterator[Moment]:
    """Yield one talk about each partner itself, soon after it came in the register."""
    for actor in actors:
        chance = dice(f"first talk with {actor.id}")
        recorded = (clock.today - actor.created_at.date()).days
        ago = recorded - chance.randint(0, min(12, recorded - 1))
        moment = _moment(
            f"{actor.id}-kennismaking",
            ago,
            about=(actor.id,),
            functions=people.of(actor.id)[:1],
            users=users,
            clock=clock,
            chance=chance,
        )
        yield replace(moment, note=chance.choice(_FIRST_NOTES))


def _plenaries(actors: list[Actor], users: DemoUsers, clock: Clock) -> Iterator[Moment]:
    """Yield meetings of many partners; they are about no collaboration."""
    known = [
        actor for actor in actors if actor.created_at < clock.at(clock.day(max(_PLENARIES)), 9)
    ]
    for number, (ago, size) in enumerate(_PLENARIES.items()):
        chance = dice(f"plenary {number}")
        came = chance.sample([actor.id for actor in known], size)
        moment = _moment(
            in_city(f"netwerkbijeenkomst-{number}"),
            ago,
            about=tuple(came),
            functions=[],
            users=users,
            clock=clock,
            chance=chance,
            plenary=True,
        )
        yield replace(moment, channel=Channel.MEETING, note=_PLENARY_NOTE)


def _moment(
    id: str,
    ago: int,
    *,
    about: tuple[str, ...],
    functions: list[Position],
    users: DemoUsers,
    clock: Clock,
    chance: Random,
    exact: bool = False,
    plenary: bool = False,
) -> Moment:
    """Return one contact, logged the same day; ``exact`` keeps the day, also in a weekend."""
    on = clock.day(ago) if exact else clock.workday(ago)
    [channel] = chance.choices(list(_CHANNELS), list(_CHANNELS.values()))
    channel = Channel.MEETING if plenary else channel
    heard = bool(functions) and channel is not Channel.VISIT and chance.random() < _HEARD
    at = f"{chance.randint(9, 16):02}:{chance.choice((0, 15, 30, 45)):02}"
    return Moment(
        id=id,
        on=on,
        at=at if chance.random() < _TIME_KNOWN else None,
        channel=channel,
        note=chance.choice(_NOTES[channel]),
        evidence=Evidence.HEARD if heard else Evidence.SEEN,
        heard_from=functions[0].name if heard else "",
        plenary=plenary,
        created_at=clock.at(on, 17, chance.randint(0, 59)),
        about_ids=about,
        position_ids=tuple(position.id for position in functions),
        user_ids=(users.regisseur if chance.random() < _BY_REGISSEUR else users.editor,),
    )
