"""Who is in Voorbeeldstad: neighbourhoods, partners, functions and the people who hold them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

from graph.domain.folding import fold
from graph.domain.words import ActorKind, ProgrammeKind, Scale
from graph.starter.content import (
    Actor,
    Holding,
    Neighbourhood,
    Person,
    Position,
    Programme,
)
from graph.starter.sheets import Line, several
from graph.starter.voorbeeldstad.clock import Clock, dice
from graph.starter.voorbeeldstad.patterns import NETWORK_ID, in_city

CITY = "Voorbeeldstad"
PLACES = (
    "Centrum",
    "De Weiden",
    "Havenkade",
    "Molenhoek",
    "Noorderplas",
    "Oostpoort",
    "Spoorzicht",
    "Zuiderpark",
    "Stadsbreed",
)
_YEAR = 365
_NEW_AGO = {"cafe-een": 6}
"""Isolated partners that were added lately; the others long ago."""

_REGIONAL = frozenset({"ggd", "ggz", "ggz-jeugd", "horizon", "pleegzorg", "ziekenhuis"})
_ONE_PERSON = frozenset({"buurtkunstenaar"})
_VACANT = 0.12
_ALSO_HOLDS = {in_city("jongerenwerk-functie-1"): in_city("kajuit-functie-2")}
"""Who holds the one function holds the other too."""

_FIRST_NAMES = several(
    "Aïsha; Bram; Chantal; Daan; Esra; Fenna; Gijs; Hülya; Ilse; Joris; Karim; Lotte; Mees; "
    "Noor; Olivier; Petra; Quinten; Roos; Samira; Tjerk; Umut; Vera; Wouter; Xandra; Yara; Zoë;"
    " Anouk; Béla; Coen; Dilan; Eline; Floris; Gülay; Hidde; Imke; Jelle; Kaoutar; Liam; "
    "Mirthe; Niels; Özlem; Pieter; Renée; Sjoerd; Teun; Ümit; Veerle; Wendy; Youssef; Zara"
)
_LAST_NAMES = several(
    "Voorbeeld; van der Proef; Fictief; Denkbeeldig; de Verzonnen; Bedacht; van Nergens; "
    "Zogenaamd; Schijnbaar; Oefening; van 't Papier; Modelman; de Schets; Sjabloon; van Fabel"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Functions at all partners, the people who hold or held them, and since when."""

    positions: list[Position]
    people: list[Person]
    holdings: list[Holding]

    def of(self, actor_id: str) -> list[Position]:
        """Return the functions at an actor, the most important one first."""
        return [each for each in self.positions if each.actor_id == actor_id]


def neighbourhoods() -> list[Neighbourhood]:
    """Return the eight neighbourhoods and the city as a whole."""
    return [Neighbourhood(id=place_id(name), name=name) for name in PLACES]


def place_id(name: str) -> str:
    """Return the id of a neighbourhood by its name."""
    return in_city("-".join(fold(name).split()))


def programmes(clock: Clock) -> list[Programme]:
    """Return what the city made itself; all other programmes are shared."""
    made = clock.at(clock.day(_YEAR - 1), 10)
    return [
        Programme(
            id=in_city("prog-voorbeeldige-buren"),
            network_id=NETWORK_ID,
            name="Voorbeeldige Buren",
            kind=ProgrammeKind.INTERVENTION,
            description="Een belronde door buren, met een gesprekskaart.",
            target_group="volwassenen en ouderen",
            domain_ids=("sociaal-domein",),
            life_stage_ids=("volwassenheid", "ouderdom"),
            prevention_type_ids=("selectief",),
            created_at=made,
        ),
        Programme(
            id=in_city("prog-hoofd-omhoog"),
            network_id=NETWORK_ID,
            name="Hoofd omhoog",
            description="Mentoren en leerlingen maken samen een plan tegen stress.",
            target_group="leerlingen van 12 tot 18 jaar",
            domain_ids=("onderwijs",),
            life_stage_ids=("adolescentie",),
            prevention_type_ids=("universeel",),
            created_at=made,
        ),
    ]


def actors(lines: Iterable[Line], first_seen: dict[str, int], clock: Clock) -> list[Actor]:
    """Return the partners; ``first_seen`` says how many days ago each first worked with others."""
    chance = dice("partners")
    return [_actor(line, first_seen.get(in_city(line["id"])), clock, chance) for line in lines]


def _actor(line: Line, first_seen: int | None, clock: Clock, chance: Random) -> Actor:
    id = line["id"]
    ago = _NEW_AGO.get(id, chance.randint(90, 300)) if first_seen is None else first_seen
    recorded = clock.day(ago)
    checked = clock.day(chance.randint(0, ago))
    return Actor(
        id=in_city(id),
        name=line["name"],
        kind=ActorKind(line["kind"]),
        scale=Scale.REGIONAL if id in _REGIONAL else Scale.LOCAL,
        municipality=CITY,
        description=line["description"],
        website=f"https://{id}.example",
        email=f"info@{id}.example",
        aliases=several(line["aliases"]),
        is_person=id in _ONE_PERSON,
        verified_on=checked,
        domain_ids=several(line["domains"]),
        neighbourhood_ids=(place_id(line["place"]),),
        life_stage_ids=several(line["life_stages"]),
        part_of_ids=tuple(in_city(each) for each in several(line["part_of"])),
        created_at=clock.at(recorded, 9, chance.randint(0, 59)),
    )


def cast(made: list[Actor], functions: dict[str, tuple[str, ...]], clock: Clock) -> Cast:
    """Return functions and people: made-up names, functional addresses, some functions vacant.

    ``functions`` are the names of the functions by the id of the actor.
    """
    chance = dice("people")
    names = iter(
        chance.sample([f"{one} {two}" for one in _FIRST_NAMES for two in _LAST_NAMES], 250)
    )
    found = Cast(positions=[], people=[], holdings=[])
    for actor in made:
        for number, function in enumerate(functions[actor.id], start=1):
            position = _position(actor, function, number)
            found.positions.append(position)
            if position.id not in _ALSO_HOLDS.values():
                _hold(found, position, names, clock, chance)
    return found


def _position(actor: Actor, function: str, number: int) -> Position:
    return Position(
        id=f"{actor.id}-functie-{number}",
        actor_id=actor.id,
        name=function,
        email=f"{_dotted(function)}@{actor.id.removeprefix(in_city(''))}.example",
        created_at=actor.created_at,
    )


def _hold(
    found: Cast, position: Position, names: Iterator[str], clock: Clock, chance: Random
) -> None:
    """Give a function its holder; a vacant one had a holder until lately."""
    since = clock.day(chance.randint(400, 1500))
    vacant = chance.random() < _VACANT
    until = clock.day(chance.randint(20, 180)) if vacant else None
    name = next(names)
    person = Person(
        id=f"{position.id}-{'-'.join(fold(name).split())}",
        name=name,
        email=f"{_dotted(name)}@{position.actor_id.removeprefix(in_city(''))}.example",
        created_at=position.created_at,
    )
    found.people.append(person)
    found.holdings.append(Holding(id=person.id, to_id=position.id, since=since, until=until))
    if also := _ALSO_HOLDS.get(position.id):
        found.holdings.append(Holding(id=person.id, to_id=also, since=clock.day(430)))


def _dotted(text: str) -> str:
    return ".".join(fold(text).split())
