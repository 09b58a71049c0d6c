"""All words and names that the cells of a sheet may hold, in one network."""

from dataclasses import dataclass, field

from graph.domain.words import (
    ActorKind,
    Channel,
    Evidence,
    Form,
    Involvement,
    Layer,
    Scale,
    Status,
)
from tasks.importing.names import Names
from tasks.wording import choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Terms, places and things of a network by name; ``known`` are the ids that a row may carry.

    ``positions`` are named "function (partner)". The attributes have the names that
    ``FieldSpec.source`` gives.
    """

    known: frozenset[str] = frozenset()
    domains: Names = field(default_factory=Names)
    neighbourhoods: Names = field(default_factory=Names)
    life_stages: Names = field(default_factory=Names)
    prevention_types: Names = field(default_factory=Names)
    policy_goals: Names = field(default_factory=Names)
    programmes: Names = field(default_factory=Names)
    partners: Names = field(default_factory=Names)
    collaborations: Names = field(default_factory=Names)
    positions: Names = field(default_factory=Names)

    def of(self, source: str) -> Names:
        """Return the list that a column takes its words from; an empty one for free text."""
        closed = _closed_lists()
        return closed[source] if source in closed else getattr(self, source, Names())


def _closed_lists() -> dict[str, Names]:
    return {
        "kinds": Names.of(*choices(ActorKind), also=_kinds()),
        "scales": Names.of(*choices(Scale), also=[(Scale.LOCAL, "plaatselijk")]),
        "layers": Names.of(*choices(Layer), also=[(Layer.PRACTICE, "praktijk")]),
        "forms": Names.of(*choices(Form), also=[(Form.WORKING, "samenwerking")]),
        "statuses": Names.of(*choices(Status), also=_statuses()),
        "channels": Names.of(*choices(Channel), also=_channels()),
        "involvements": Names.of(*choices(Involvement), also=_involvements()),
        "evidences": Names.of(*choices(Evidence), also=_evidences()),
    }


def _kinds() -> list[tuple[str, str]]:
    """Return what people write for a kind of partner, as far as there is one kind it can be."""
    written = {
        ActorKind.SPORTS_CLUB: ("sportclub", "sport", "voetbalvereniging", "sportvereniging"),
        ActorKind.SCHOOL: ("onderwijs", "basisschool", "middelbare school", "vo school", "mbo"),
        ActorKind.DROP_IN: ("inloop", "inloophuis", "buurthuis", "wijkcentrum", "buurtcentrum"),
        ActorKind.CULTURE: ("cultuur", "kunst en cultuur", "museum", "bibliotheek", "theater"),
        ActorKind.WELFARE: ("welzijnsorganisatie", "welzijnswerk", "sociaal werk"),
        ActorKind.CARE: ("zorgorganisatie", "huisarts", "zorginstelling", "gezondheidszorg"),
        ActorKind.YOUTH: ("jeugdzorg", "jeugd", "jongerenwerk"),
        ActorKind.HOUSING: ("woningcorporatie", "corporatie", "woningbouw"),
        ActorKind.POLICE: ("politie", "veiligheid", "wijkagent"),
        ActorKind.INCOME_SUPPORT: ("schuldhulp", "schuldhulpverlening", "armoede"),
        ActorKind.EMPLOYER: ("werkgever", "bedrijf", "vakbond"),
        ActorKind.KNOWLEDGE: ("kennisinstelling", "universiteit", "hogeschool"),
        ActorKind.GGZ: ("geestelijke gezondheidszorg", "ggz-instelling"),
        ActorKind.OTHER: ("overig", "overige", "onbekend", "divers"),
    }
    return [(kind.value, word) for kind, words in written.items() for word in words]


def _statuses() -> list[tuple[str, str]]:
    return [
        (Status.ACTIVE, "loopt"),
        (Status.ACTIVE, "lopend"),
        (Status.ENDED, "afgerond"),
        (Status.ENDED, "gestopt"),
        (Status.ENDED, "klaar"),
        (Status.PAUSED, "gepauzeerd"),
        (Status.PAUSED, "pauze"),
        (Status.WISHED, "wens"),
    ]


def _channels() -> list[tuple[str, str]]:
    return [
        (Channel.CALL, "gebeld"),
        (Channel.CALL, "bellen"),
        (Channel.CALL, "tel"),
        (Channel.MAIL, "e-mail"),
        (Channel.MAIL, "email"),
        (Channel.MEETING, "vergadering"),
        (Channel.MEETING, "bijeenkomst"),
        (Channel.TALK, "gesproken"),
        (Channel.VISIT, "werkbezoek"),
    ]


def _involvements() -> list[tuple[str, str]]:
    return [
        (Involvement.NONE, "niet"),
        (Involvement.NONE, "nee"),
        (Involvement.CONSULTED, "geraadpleegd"),
        (Involvement.CONSULTED, "raadplegen"),
        (Involvement.DECIDE, "meebeslissen"),
    ]


def _evidences() -> list[tuple[str, str]]:
    return [
        (Evidence.SEEN, "erbij"),
        (Evidence.SEEN, "gezien"),
        (Evidence.SEEN, "zelf erbij"),
        (Evidence.HEARD, "gehoord"),
    ]
