"""The closed lists of words: values stored in the graph, shown in Dutch by ``tasks.wording``."""

from enum import StrEnum


class Role(StrEnum):
    """What a member may do in a network; each role may do all that the one before may."""

    READER = "reader"
    EDITOR = "editor"
    REGISSEUR = "regisseur"

    def may_act_as(self, needed: "Role") -> bool:
        """Return whether this role covers ``needed``."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


class NetworkKind(StrEnum):
    """Where a network comes from: made here, read from policy texts, or made up as an example."""

    OWN = "own"
    REFERENCE = "reference"
    FICTITIOUS = "fictitious"


class Layer(StrEnum):
    """The three layers of collaboration ("de hamburger")."""

    VISION = "vision"
    POLICY = "policy"
    PRACTICE = "practice"


class Form(StrEnum):
    """Whether partners work together, or are on one list of members."""

    WORKING = "working"
    MEMBERSHIP = "membership"


class Status(StrEnum):
    """Where a collaboration is in its life."""

    WISHED = "wished"
    PLANNED = "planned"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class Scale(StrEnum):
    """How far an actor reaches."""

    LOCAL = "local"
    REGIONAL = "regional"
    NATIONAL = "national"
    INTERNATIONAL = "international"


class ActorKind(StrEnum):
    """What kind of organisation an actor is."""

    MUNICIPALITY = "municipality"
    GGD = "ggd"
    GGZ = "ggz"
    CARE = "care"
    SCHOOL = "school"
    SPORTS_CLUB = "sports_club"
    DROP_IN = "drop_in"
    CULTURE = "culture"
    WELFARE = "welfare"
    YOUTH = "youth"
    INCOME_SUPPORT = "income_support"
    HOUSING = "housing"
    POLICE = "police"
    EMPLOYER = "employer"
    FUND = "fund"
    KNOWLEDGE = "knowledge"
    TRADE_BODY = "trade_body"
    EDUCATION_BODY = "education_body"
    PATIENT_BODY = "patient_body"
    YOUTH_BODY = "youth_body"
    MINISTRY = "ministry"
    COALITION = "coalition"
    PROGRAMME = "programme"
    OTHER = "other"


class Channel(StrEnum):
    """How a contact moment happened."""

    VISIT = "visit"
    MEETING = "meeting"
    TALK = "talk"
    CALL = "call"
    MAIL = "mail"


class Evidence(StrEnum):
    """Whether who logged a contact moment was there, or heard about it."""

    SEEN = "seen"
    HEARD = "heard"


class Between(StrEnum):
    """Who spoke with whom: one of us with a partner, or partners with each other."""

    US = "us"
    PARTNERS = "partners"


class FollowUpKind(StrEnum):
    """What a follow-up asks for: the steps of the energy score, or something else."""

    SPEAK = "speak"
    ASK_RATING = "ask_rating"
    AGREE_STEP = "agree_step"
    NAME_RESULT = "name_result"
    INVITE_DOMAIN = "invite_domain"
    OTHER = "other"


class ProgrammeKind(StrEnum):
    """What kind of thing a programme is."""

    PROGRAMME = "programme"
    INTERVENTION = "intervention"
    CAMPAIGN = "campaign"


class Involvement(StrEnum):
    """How far residents take part in a collaboration."""

    NONE = "none"
    CONSULTED = "consulted"
    DECIDE = "decide"


class MessageState(StrEnum):
    """Where a mail is on its way."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    SKIPPED = "skipped"


class MessageKind(StrEnum):
    """What a mail is for."""

    DIGEST = "digest"
    REMINDERS = "reminders"
    REMINDER = "reminder"
    HEALTH = "health"
    TEST = "test"
    RESET = "reset"
    INVITE = "invite"
    ADDRESS = "address"


class TokenKind(StrEnum):
    """What a mailed link lets somebody do; the mail that carries it has the same value."""

    RESET = "reset"
    INVITE = "invite"
    ADDRESS = "address"


class MessageReason(StrEnum):
    """Why a mail was skipped, failed, or is uncertain."""

    NOTHING_NEW = "nothing_new"
    IN_DIGEST = "in_digest"
    SWITCHED_OFF = "switched_off"
    NO_MEMBER = "no_member"
    TOO_LATE = "too_late"
    PAUSED = "paused"
    BOUNCING = "bouncing"
    DONE = "done"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    BROKEN = "broken"
    INTERRUPTED = "interrupted"
    BOUNCED = "bounced"
    RESTORED = "restored"


class MatchReason(StrEnum):
    """Why two partners may be one, the strongest facts first."""

    SAME_NAME = "same_name"
    SIMILAR_NAME = "similar_name"
    ABBREVIATION = "abbreviation"
    ALIAS = "alias"
    KVK = "kvk"
    EMAIL = "email"
    PHONE = "phone"
    WEBSITE = "website"
    POSTCODE = "postcode"


class OperationKind(StrEnum):
    """What kind of act on many things an operation is."""

    IMPORT = "import"
    BULK = "bulk"
    MERGE = "merge"
    HANDOVER = "handover"


class Stance(StrEnum):
    """What a network says of a domain at a life stage: wanted, or not a thing for here."""

    AMBITION = "ambition"
    NOT_HERE = "not_here"


class Verdict(StrEnum):
    """What was decided on an introduction."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
