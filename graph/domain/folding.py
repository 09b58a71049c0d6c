"""Names as people search and sort them: without accents, case or leading article."""

import re
import unicodedata
from functools import lru_cache

_ARTICLE = re.compile("^(?:de|het|een|['\u2018\u2019`\u00b4][tsn])\\s+")
_NOT_WORD = re.compile(r"[^a-z0-9]+")

# Letters of their own, which no accent can be taken from.
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})

# What stands between a first and a last name; Dutch lists look past it (Berg, van der).
_PARTICLE = re.compile(
    "aan|af|al|ben|bij|dal?|de|del|della|den|der|des|di|do|dos|du|el|het|in|las?|les?|lo|los|onder|op"
    "|over|s|te?|ten|ter|thoe|toe|tot|ui[ty]t?|van|ver|voor|vom|von|zu|zu[mr]"
)


def fold(text: str) -> str:
    """Return ``text`` in lower-case ASCII words: "Café 't Hoekje" becomes "cafe t hoekje"."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN)
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _NOT_WORD.sub(" ", bare).strip()


@lru_cache(maxsize=8192)  # the names of places and partners come back in each list
def sort_name(name: str) -> str:
    """Return the key under which Dutch lists file ``name``: "De Kajuit" under k."""
    without_article = _ARTICLE.sub("", name.strip().casefold())
    return fold(without_article) or fold(name) or name.casefold()


def person_sort_name(name: str) -> str:
    """Return the key under which Dutch lists file a person.

    By last name, past what stands before it: "Jan van der Berg" under b, and "Ana Jansen-de Vries"
    under j. Who has one name stands under that.
    """
    last, comma, first = name.replace(" - ", "-").partition(",")
    words = f"{first} {last}".split() if comma else last.split()
    begin = _begin_of_last_name(words, after=len(first.split()) if comma else 1)
    return f"{fold(' '.join(words[begin:]))}, {fold(' '.join(words[:begin]))}"


def search_text(name: str, *more: str) -> str:
    """Return the folded name and aliases, to be searched with a folded question."""
    return " | ".join(dict.fromkeys(folded for part in (name, *more) if (folded := fold(part))))


def _begin_of_last_name(words: list[str], *, after: int) -> int:
    """Return where the last name begins: past the last particle, or with the last word."""
    place = max(len(words) - 1, 0)
    # "Jansen-de Vries" is one last name, which the particle of the second part belongs to.
    while place > after and _is_particle(words[place - 1].partition("-")[2]):
        place -= 1
    particles = [at for at in range(after, place) if _is_particle(words[at])]
    return particles[-1] + 1 if particles else place


def _is_particle(word: str) -> bool:
    return _PARTICLE.fullmatch(fold(word)) is not None
