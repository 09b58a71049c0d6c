"""Partners with made-up Dutch names, of any number, among which some stand twice."""

import random

from graph.analysis.duplicates import Record

_KINDS = (
    "Stichting", "Basisschool", "Buurthuis", "Vereniging", "SV", "VV", "Huisartsenpraktijk",
    "Bibliotheek", "Welzijn", "Kerk", "Jongerencentrum", "Speeltuin", "Apotheek", "Koor",
    "Atelier",
)  # fmt: skip
_SOUNDS = """
ba be bo bra bui da de dij do ga hei hof kaa kam ker kui la lin lo maa mei mo mui ni noo ol pel pra
rei ro ru schel ste sui ta tui va ven vlie voor wa wij zee zil zo
"""
_SYLLABLES = _SOUNDS.split()
_ONE_IN_TEN = 10


def partners(count: int) -> list[Record]:
    """Return ``count`` partners, the same each time; each tenth is the one before it, misspelt."""
    chance = random.Random(count)  # noqa: S311 -- the same network each time
    places = [_word(chance) for _ in range(max(20, count // 50))]
    found: list[Record] = []
    for number in range(count):
        if number % _ONE_IN_TEN == _ONE_IN_TEN - 1:
            found.append(_double_of(found[-1], str(number), chance))
        else:
            found.append(_partner(str(number), places, chance))
    return found


def _partner(id: str, places: list[str], chance: random.Random) -> Record:
    word = _word(chance)
    place = f" {chance.choice(places)}" if chance.random() < 0.4 else ""
    return Record(
        id=id,
        name=f"{chance.choice(_KINDS)} {chance.choice(('', 'De ', 'Het '))}{word}{place}",
        phone=f"072{chance.randrange(1_000_000, 10_000_000)}",
        email=f"info@{word.lower()}{id}.example",
        website=f"www.{word.lower()}{id}.example",
        postcode=f"18{chance.randrange(10, 99)} AB",
    )


def _double_of(one: Record, id: str, chance: random.Random) -> Record:
    place = chance.randrange(len(one.name) - 4, len(one.name) - 1)
    name = one.name[:place] + one.name[place + 1] + one.name[place] + one.name[place + 2 :]
    return Record(id=id, name=name, phone=one.phone)


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randrange(3, 5))).title()
