"""What is planted in Voorbeeldstad, written down: tests and demonstrations find it by name."""

from dataclasses import dataclass

NETWORK_ID = "voorbeeldstad"


def in_city(id: str) -> str:
    """Return the id in the graph of what the sheets of Voorbeeldstad call ``id``."""
    return f"{NETWORK_ID}-{id}"


def _all(*ids: str) -> tuple[str, ...]:
    return tuple(in_city(id) for id in ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """The patterns, by ids in the graph.

    - ``lively_corner``: collaborations for the young in ``lively_place``, all "levendig".
    - ``quiet_place``: the neighbourhood where no collaboration is "levendig".
    - ``cold``: collaborations past their rhythm, with the days since the last contact.
    - ``broker``: the actor without whom ``cut_off`` is cut off from all others; no other actor
      holds as much together.
    - ``isolated``: actors in no collaboration at all, wished ones included.
    - ``white_spots``: domain and life stage without active collaboration, each with the
      collaboration that somebody wishes there.
    - ``unmeasured``: active collaborations of which nothing is known.
    - ``wished``: all collaborations that are wished.
    - ``large_memberships``: memberships of more than eight partners.
    - ``funder``: the actor that pays for more collaborations than any other.
    - ``one_person``: the actor that is one person, so has no score.
    - ``new``: what was added in the past week.
    """

    lively_place: str
    lively_corner: tuple[str, ...]
    quiet_place: str
    cold: dict[str, int]
    broker: str
    cut_off: tuple[str, ...]
    isolated: tuple[str, ...]
    white_spots: dict[tuple[str, str], str]
    unmeasured: tuple[str, ...]
    wished: tuple[str, ...]
    large_memberships: tuple[str, ...]
    funder: str
    one_person: str
    new: tuple[str, ...]


PATTERNS = Patterns(
    lively_place=in_city("noorderplas"),
    lively_corner=_all(
        "vrijdagavond-open",
        "samen-aan-zet",
        "buitenspel",
        "kajuit-muziek",
        "online-in-balans",
        "overstap-18",
    ),
    quiet_place=in_city("de-weiden"),
    cold={
        in_city("weiden-aan-het-werk"): 91,
        in_city("voorraadkast"): 70,
        in_city("geldzorgen-bespreekbaar"): 63,
        in_city("mantelzorgcafe"): 58,
        in_city("oostpoort-kijkt-om"): 52,
    },
    broker=in_city("schakel"),
    cut_off=_all("anker", "boksschool", "gamehub", "loods", "verslavingszorg", "werf"),
    isolated=_all(
        "cafe-een", "ijsclub", "ondernemersfonds", "pleegzorg", "wijkkoor", "ziekenhuis"
    ),
    white_spots={
        ("digitaal", "ouderdom"): in_city("online-ook-later"),
        ("werk", "ouderdom"): in_city("na-je-pensioen"),
        ("bestaanszekerheid", "rondom-geboorte"): in_city("kleine-kinderen"),
        ("sport-bewegen", "rondom-geboorte"): in_city("buggywandelen"),
    },
    unmeasured=_all("gamehub-nazorg", "loods-zonder-drempel", "op-adem"),
    wished=_all(
        "buggywandelen",
        "kade-leest",
        "kleine-kinderen",
        "na-je-pensioen",
        "online-ook-later",
        "repareren-vlieger",
    ),
    large_memberships=_all(
        "coalitie-eenzaamheid",
        "convenant-gezonde-stad",
        "netwerk-mentaal-gezond",
        "platform-jeugd",
    ),
    funder=in_city("gemeente-gezondheid"),
    one_person=in_city("buurtkunstenaar"),
    new=_all("cafe-een", "filmavond", "filmhuis", "skatehal", "stil-verdriet"),
)
