"""The Dutch words for the closed lists of ``graph.domain.words``, for pages and mails."""

from enum import StrEnum
from functools import cache

from flask_babel import lazy_gettext as _  # pyright: ignore[reportUnknownVariableType]

from graph.domain.repeats import Delay, Every
from graph.domain.words import (
    ActorKind,
    Between,
    Channel,
    Evidence,
    FollowUpKind,
    Form,
    Involvement,
    Layer,
    MatchReason,
    MessageKind,
    MessageReason,
    MessageState,
    NetworkKind,
    OperationKind,
    ProgrammeKind,
    Role,
    Scale,
    Stance,
    Status,
    Verdict,
)


def word(value: StrEnum) -> str:
    """Return the Dutch word for a member of one of the closed lists."""
    return str(_words()[type(value), value.value])


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    """Return ``(value, word)`` for each member, in their own order: the options of a select."""
    return [(member.value, word(member)) for member in words]


@cache
def _words() -> dict[tuple[type[StrEnum], str], str]:
    # Lazy texts: each turns into the language of the reader when it is read. The type is part of
    # the key, since members of two lists may have one value ("other") and another word.
    return {(type(value), value.value): words for value, words in _pairs()}


def _pairs() -> list[tuple[StrEnum, str]]:
    return [
        (Role.READER, _("lezer")),
        (Role.EDITOR, _("redacteur")),
        (Role.REGISSEUR, _("regisseur")),
        (NetworkKind.OWN, _("eigen netwerk")),
        (NetworkKind.REFERENCE, _("naslagnetwerk")),
        (NetworkKind.FICTITIOUS, _("fictief netwerk")),
        (Layer.VISION, _("visie")),
        (Layer.POLICY, _("beleid")),
        (Layer.PRACTICE, _("uitvoering")),
        (Form.WORKING, _("werkverband")),
        (Form.MEMBERSHIP, _("lidmaatschap")),
        (Status.WISHED, _("gewenst")),
        (Status.PLANNED, _("gepland")),
        (Status.ACTIVE, _("actief")),
        (Status.PAUSED, _("rust even")),
        (Status.ENDED, _("beëindigd")),
        (Scale.LOCAL, _("lokaal")),
        (Scale.REGIONAL, _("regionaal")),
        (Scale.NATIONAL, _("landelijk")),
        (Scale.INTERNATIONAL, _("internationaal")),
        (ActorKind.MUNICIPALITY, _("gemeente")),
        (ActorKind.GGD, _("GGD")),
        (ActorKind.GGZ, _("ggz")),
        (ActorKind.CARE, _("zorg")),
        (ActorKind.SCHOOL, _("school")),
        (ActorKind.SPORTS_CLUB, _("sportvereniging")),
        (ActorKind.DROP_IN, _("inloopplek")),
        (ActorKind.CULTURE, _("cultuurinstelling")),
        (ActorKind.WELFARE, _("welzijn")),
        (ActorKind.YOUTH, _("jeugdhulp")),
        (ActorKind.INCOME_SUPPORT, _("bestaanszekerheid")),
        (ActorKind.HOUSING, _("wonen")),
        (ActorKind.POLICE, _("politie en veiligheid")),
        (ActorKind.EMPLOYER, _("werkgever of vakbond")),
        (ActorKind.FUND, _("fonds")),
        (ActorKind.KNOWLEDGE, _("kennisinstituut")),
        (ActorKind.TRADE_BODY, _("brancheorganisatie")),
        (ActorKind.EDUCATION_BODY, _("onderwijskoepel")),
        (ActorKind.PATIENT_BODY, _("patiëntenorganisatie")),
        (ActorKind.YOUTH_BODY, _("jongerenorganisatie")),
        (ActorKind.MINISTRY, _("ministerie")),
        (ActorKind.COALITION, _("coalitie")),
        (ActorKind.PROGRAMME, _("programma")),
        (ActorKind.OTHER, _("anders")),
        (Channel.VISIT, _("bezoek")),
        (Channel.MEETING, _("overleg")),
        (Channel.TALK, _("gesprek")),
        (Channel.CALL, _("telefoon")),
        (Channel.MAIL, _("mail")),
        (Evidence.SEEN, _("ik was erbij")),
        (Evidence.HEARD, _("ik hoorde het")),
        (Between.US, _("wij met een partner")),
        (Between.PARTNERS, _("partners met elkaar")),
        (FollowUpKind.SPEAK, _("spreek elkaar")),
        (FollowUpKind.ASK_RATING, _("vraag om een puls")),
        (FollowUpKind.AGREE_STEP, _("spreek een stap met datum af")),
        (FollowUpKind.NAME_RESULT, _("benoem een resultaat")),
        (FollowUpKind.INVITE_DOMAIN, _("nodig een ander domein uit")),
        (FollowUpKind.OTHER, _("iets anders")),
        (Every.WEEK, _("elke week")),
        (Every.FORTNIGHT, _("elke 2 weken")),
        (Every.MONTH, _("elke maand")),
        (Every.QUARTER, _("elk kwartaal")),
        (Every.YEAR, _("elk jaar")),
        (Delay.WEEK, _("een week")),
        (Delay.FORTNIGHT, _("twee weken")),
        (Delay.MONTH, _("een maand")),
        (ProgrammeKind.PROGRAMME, _("programma")),
        (ProgrammeKind.INTERVENTION, _("interventie")),
        (ProgrammeKind.CAMPAIGN, _("campagne")),
        (Involvement.NONE, _("geen")),
        (Involvement.CONSULTED, _("om hun mening gevraagd")),
        (Involvement.DECIDE, _("beslissen mee")),
        (MessageState.WAITING, _("wacht")),
        (MessageState.SENDING, _("wordt verstuurd")),
        (MessageState.SENT, _("verstuurd")),
        (MessageState.FAILED, _("mislukt")),
        (MessageState.UNCERTAIN, _("onzeker")),
        (MessageState.SKIPPED, _("overgeslagen")),
        (MessageKind.DIGEST, _("weekmail")),
        (MessageKind.REMINDERS, _("herinnering")),
        (MessageReason.NOTHING_NEW, _("er was niets te melden")),
        (MessageReason.IN_DIGEST, _("het staat in de weekmail van vandaag")),
        (MessageReason.SWITCHED_OFF, _("deze mail staat uit")),
        (MessageReason.NO_MEMBER, _("geen lid meer van het netwerk")),
        (MessageReason.TOO_LATE, _("de dag of week was al voorbij")),
        (MessageReason.REFUSED, _("de mailserver weigerde de mail")),
        (MessageReason.UNREACHABLE, _("de mailserver nam de mail vier uur lang niet aan")),
        (MessageReason.BROKEN, _("het maken van de mail ging mis")),
        (MessageReason.INTERRUPTED, _("het versturen is twee keer afgebroken")),
        (OperationKind.IMPORT, _("import")),
        (OperationKind.BULK, _("wijziging van veel tegelijk")),
        (OperationKind.MERGE, _("samenvoeging")),
        (OperationKind.HANDOVER, _("overdracht")),
        (MatchReason.SAME_NAME, _("dezelfde naam")),
        (MatchReason.SIMILAR_NAME, _("een naam die erop lijkt")),
        (MatchReason.ABBREVIATION, _("een afkorting van de naam")),
        (MatchReason.ALIAS, _("een andere naam die gelijk is")),
        (MatchReason.KVK, _("hetzelfde KVK-nummer")),
        (MatchReason.EMAIL, _("hetzelfde mailadres")),
        (MatchReason.PHONE, _("hetzelfde telefoonnummer")),
        (MatchReason.WEBSITE, _("dezelfde website")),
        (MatchReason.POSTCODE, _("dezelfde postcode")),
        (Stance.AMBITION, _("ambitie")),
        (Stance.NOT_HERE, _("hoort hier niet")),
        (Verdict.ACCEPTED, _("wordt een gewenste samenwerking")),
        (Verdict.DISMISSED, _("niet zinvol")),
    ]
