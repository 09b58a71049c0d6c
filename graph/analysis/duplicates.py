"""Records that may be one and the same body, found without comparing all with all.

Each record is filed under keys that a double of it would share: its phone, its mail address, the
sound of each word of its name, that word with a letter left out, its abbreviations. Only records
that meet under a key are compared. A key under which too many meet says nothing and is passed
over, so that the work grows with the number of records and not with its square.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import prod
from urllib.parse import urlsplit

from graph.analysis._body_names import Name, names_in
from graph.analysis._resemblance import resemblance, sound
from graph.domain.phones import to_e164
from graph.domain.words import MatchReason

# From this score on people are asked to look.
LIKELY = 0.75

# What being equal is worth, as the chance that two records with it are one body.
_WORTH = {
    MatchReason.KVK: 0.9,
    MatchReason.EMAIL: 0.7,
    MatchReason.PHONE: 0.55,
    MatchReason.WEBSITE: 0.4,
    MatchReason.POSTCODE: 0.15,
}
_NAME_WORTH = 0.97
_APART = 0.6
_OTHER_KVK = 0.5

_OPPOSITE = {"initials": "short:", "short": "initials:"}
_CROWD = 40
_CROWDS = {"slip:": 12}
_SLIPPERY = 5
_WORDS_PAIRED = 6
# Places on the web where many bodies have a page: there only the whole address tells.
_SHARED_HOSTS = frozenset(
    {
        "facebook.com", "google.com", "instagram.com", "jouwweb.nl", "linkedin.com", "linktr.ee",
        "scholenopdekaart.nl", "twitter.com", "weebly.com", "wixsite.com", "wordpress.com",
        "x.com", "youtube.com", "zorgkaartnederland.nl",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known of a body; empty text for what is not."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    postcode: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    kvk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two records that may be one body: ids, how likely (0-1) and why, strongest reason first."""

    a: str
    b: str
    score: float
    reasons: tuple[MatchReason, ...]


class Known:
    """Records to look among, filed once and asked many times.

    ``earlier`` are nearly the same records: only what differs from those is compared again.
    """

    def __init__(self, records: Iterable[Record], *, earlier: "Known | None" = None) -> None:
        before = earlier.by_record if earlier else {}
        self._cards = [before.get(record) or _Card(record) for record in records]
        self._earlier = earlier.found if earlier and earlier.was_scanned else None
        self._fresh = [
            number
            for number, card in enumerate(self._cards)
            if self._earlier is None or card.record not in before
        ]
        self._filed: dict[str, list[int]] = defaultdict(list)
        for number, card in enumerate(self._cards):
            for key in card.keys:
                self._filed[key].append(number)

    def like(self, record: Record, *, limit: int = 5) -> list[Match]:
        """Return what resembles ``record``, likeliest first, never the record itself."""
        card = _Card(record)
        near = {number for key in card.sought for number in self._meeting(key)}
        found = (_compare(card, self._cards[number]) for number in sorted(near))
        return _likeliest((match for match in found if match), limit)

    def pairs(self, *, limit: int) -> list[Match]:
        """Return the pairs among the records themselves, likeliest first."""
        return _likeliest(self.found, limit)

    @cached_property
    def found(self) -> list[Match]:
        """All pairs that may be one body."""
        there = {card.record.id for card in self._cards}
        there -= {self._cards[number].record.id for number in self._fresh}
        kept = [each for each in self._earlier or () if each.a in there and each.b in there]
        met = ((self._cards[one], self._cards[other]) for one, other in self.meetings())
        return kept + [match for one, other in met if (match := _compare(one, other))]

    @property
    def was_scanned(self) -> bool:
        """Whether all pairs were looked for, and not only what resembles one record."""
        return "found" in self.__dict__

    @property
    def by_record(self) -> dict[Record, "_Card"]:
        """What was prepared of each record."""
        return {card.record: card for card in self._cards}

    def meetings(self) -> set[tuple[int, int]]:
        """Return which records, by their place, meet under a key: all that is compared."""
        return {
            (min(one, other), max(one, other))
            for one in self._fresh
            for key in self._cards[one].sought
            for other in self._meeting(key)
            if one != other
        }

    def _meeting(self, key: str) -> Sequence[int]:
        there = self._filed.get(key, ())
        return there if len(there) <= _CROWDS.get(key[:5], _CROWD) else ()


def pairs(records: Iterable[Record], *, limit: int) -> list[Match]:
    """Return the pairs in a whole network that may be one body, likeliest first."""
    return Known(records).pairs(limit=limit)


def matches(new: Iterable[Record], known: Iterable[Record]) -> dict[str, list[Match]]:
    """Return by id of a new record what it resembles among the known; without, no entry."""
    among = Known(known)
    found = {record.id: among.like(record) for record in new}
    return {id: likely for id, likely in found.items() if likely}


class _Card:
    """A record with what comparing asks of it."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.names = names_in(record.name)
        self.aliases = [name for alias in record.aliases for name in names_in(alias)]
        facts = dict(_facts(record))
        self.facts = tuple(facts.get(reason, "") for reason in _WORTH)
        self.kvk = facts.get(MatchReason.KVK)

    @cached_property
    def keys(self) -> set[str]:
        """Where this card is filed."""
        return self._exact | {key for name in self._all_names for key in _keys(name)}

    @cached_property
    def sought(self) -> set[str]:
        """Where a double of this card may be filed; an abbreviation meets what it abbreviates."""
        return self.keys | {
            _OPPOSITE[kind] + text
            for kind, _, text in (key.partition(":") for key in self.keys)
            if kind in _OPPOSITE
        }

    @property
    def _exact(self) -> set[str]:
        return {
            f"{reason}:{fact}"
            for reason, fact in zip(_WORTH, self.facts, strict=True)
            if fact and reason is not MatchReason.POSTCODE
        }

    @property
    def _all_names(self) -> list[Name]:
        return [*self.names, *self.aliases]


def _facts(record: Record) -> Iterator[tuple[MatchReason, str]]:
    """Give what can be equal, in one form."""
    if kvk := "".join(filter(str.isdigit, record.kvk)):
        yield MatchReason.KVK, kvk
    if email := record.email.strip().casefold():
        yield MatchReason.EMAIL, email
    if phone := to_e164(record.phone) if record.phone else None:
        yield MatchReason.PHONE, phone
    if website := _site(record.website):
        yield MatchReason.WEBSITE, website
    if postcode := "".join(record.postcode.split()).upper():
        yield MatchReason.POSTCODE, postcode


def _site(website: str) -> str:
    """Return the host of a website; with its path where many bodies share a host."""
    address = website.strip().casefold()
    if not address:
        return ""
    parts = urlsplit(address if "//" in address else f"//{address}")
    host = parts.netloc.removeprefix("www.")
    path = parts.path.rstrip("/")
    return f"{host}{path}" if ".".join(host.split(".")[-2:]) in _SHARED_HOSTS else host


def _keys(name: Name) -> Iterator[str]:
    yield f"joined:{name.joined}"
    heard = sorted({sound(word) for word in name.words})
    for word in heard:
        yield f"word:{word}"
        yield from (f"slip:{each}" for each in _with_a_letter_less(word))
    for one, other in combinations(heard[:_WORDS_PAIRED], 2):
        yield f"words:{one} {other}"
    yield from (f"words:{word} {kind}" for word in heard for kind in name.kinds)
    if not heard:
        yield f"kinds:{sorted(name.spoken_kinds)} {name.branch}"
    yield from (f"initials:{heads}" for heads in name.abbreviations)
    yield from (f"short:{text}" for text in name.shorts)


def _with_a_letter_less(word: str) -> Iterator[str]:
    """Give the word and each way to leave out a letter: a slip of the keys shares one of these."""
    if len(word) >= _SLIPPERY:
        yield word
        yield from (word[:place] + word[place + 1 :] for place in range(len(word)))


def _compare(one: _Card, other: _Card) -> Match | None:
    if one.record.id == other.record.id:
        return None
    name, reason, apart = _compare_names(one, other)
    shared = [
        reason
        for reason, mine, theirs in zip(_WORTH, one.facts, other.facts, strict=True)
        if mine and mine == theirs
    ]
    reasons = ([reason] if reason else []) + shared
    doubt = prod(1 - _WORTH[each] for each in shared if not _says_twice(each, shared, one))
    score = 1 - (1 - name) * doubt
    if apart:
        score *= _APART
    if one.kvk and other.kvk and one.kvk != other.kvk:
        score *= _OTHER_KVK
    if score < LIKELY:
        return None
    return Match(a=one.record.id, b=other.record.id, score=score, reasons=tuple(reasons))


def _compare_names(one: _Card, other: _Card) -> tuple[float, MatchReason | None, bool]:
    """Return what the best pair of names is worth, why, and whether the names set them apart."""
    best = max(
        (
            (resemblance(here, there), here in one.names and there in other.names)
            for here in one.names + one.aliases
            for there in other.names + other.aliases
        ),
        key=lambda pair: (pair[0].score * (_APART if pair[0].apart else 1.0), pair[1]),
        default=None,
    )
    if best is None or not best[0].score:
        return 0.0, None, bool(best and best[0].apart)
    found, own_names = best
    worth = _NAME_WORTH * found.score**1.3
    return worth, _reason(found.score, shortened=found.shortened, own=own_names), found.apart


def _reason(score: float, *, shortened: bool, own: bool) -> MatchReason:
    if shortened:
        return MatchReason.ABBREVIATION
    if not own:
        return MatchReason.ALIAS
    return MatchReason.SAME_NAME if score == 1.0 else MatchReason.SIMILAR_NAME


def _says_twice(fact: MatchReason, shared: Sequence[MatchReason], card: _Card) -> bool:
    """Return whether a website only repeats what an equal mail address already said."""
    return (
        fact is MatchReason.WEBSITE
        and MatchReason.EMAIL in shared
        and card.record.email.strip().casefold().endswith("@" + _site(card.record.website))
    )


def _likeliest(found: Iterable[Match], limit: int) -> list[Match]:
    return sorted(found, key=lambda match: (-match.score, match.a, match.b))[:limit]
