"""What we keep of people, in Dutch: for the page "Wat we van je bewaren" and the register."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]

from graph.domain.personal_data import REGISTER, About, Basis, Entry, Processing, Until
from graph.domain.retention import Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line of the register as people read it."""

    entry: Entry
    name: str
    what: str
    purpose: str
    basis: str
    kept: str


def register(about: About | None = None) -> list[Told]:
    """Return the register; of ``about``, with what may name anybody, or all of it."""
    return [
        _told(entry)
        for entry in REGISTER
        if about is None or entry.about in {about, About.ANYBODY}
    ]


def kept_words(kind: Kept | Until) -> str:
    """Return how long something is kept, as the end of a sentence."""
    return _kept()[kind]


def _told(entry: Entry) -> Told:
    name, what, purpose = _processings()[entry.processing]
    return Told(
        entry=entry,
        name=name,
        what=what,
        purpose=purpose,
        basis=_bases()[entry.basis],
        kept=kept_words(entry.kept),
    )


def _bases() -> Mapping[Basis, str]:
    return {
        Basis.PUBLIC_TASK: _("taak van algemeen belang (AVG artikel 6, lid 1, onder e)"),
        Basis.LEGAL_DUTY: _("wettelijke plicht: verantwoording (AVG artikel 6, lid 1, onder c)"),
    }  # fmt: skip


def _kept() -> Mapping[Kept | Until, str]:
    return {
        Kept.PEOPLE: _("de termijn van de gemeente, vanaf het einde van de laatste functie"),
        Kept.MOMENTS: _("de termijn van de gemeente, vanaf de dag van het contact"),
        Kept.FOLLOWUPS: _("de termijn van de gemeente, vanaf de dag dat het gedaan is"),
        Kept.ARCHIVED: _("zolang het meedoet; in het archief de termijn van de gemeente"),
        Kept.CHANGES: _("de termijn van de gemeente, vanaf de dag van de wijziging"),
        Kept.MESSAGES: _("de termijn van de gemeente, vanaf het versturen"),
        Until.ACCOUNT_ENDS: _("zolang het account bestaat"),
        Until.IMPORT_IS_DONE: _("7 dagen; wat nodig is om terug te draaien 31 dagen"),
        Until.YEAR_IS_OVER: _("12 maanden"),
        Until.USED_OR_EXPIRED: _("tot de link gebruikt of verlopen is"),
    }  # fmt: skip


def _processings() -> Mapping[Processing, tuple[str, str, str]]:
    return {
        Processing.CONTACTS: (
            _("Contactpersonen van partners"),
            _("naam, werkmail, werktelefoon, en van wanneer tot wanneer iemand welke functie had"),
            _("weten wie je bij een partner kunt bereiken"),
        ),
        Processing.POSITIONS: (
            _("Functies bij partners"),
            _("naam van de functie, functioneel mailadres en telefoonnummer"),
            _("een partner bereiken, ook als iemand vertrekt"),
        ),
        Processing.ONE_PERSON: (
            _("Partners die één persoon zijn"),
            _("naam, andere namen, mailadres, telefoon, website, plaats, postcode en KVK-nummer"),
            _("weten met welke zelfstandigen en vrijwilligers je samenwerkt"),
        ),
        Processing.MOMENTS: (
            _("Contactmomenten"),
            _("met welke functie er contact was, wanneer, hoe, en een korte notitie"),
            _("onthouden wat er speelt en wanneer het tijd is voor nieuw contact"),
        ),
        Processing.FOLLOWUPS: (
            _("Acties en afspraken"),
            _("wat er moet gebeuren, wie het doet, voor wanneer en wanneer het klaar was"),
            _("afspraken nakomen en herinneren"),
        ),
        Processing.FREE_TEXT: (
            _("Beschrijvingen in eigen woorden"),
            _("namen en omschrijvingen van partners, samenwerkingen, programma's en resultaten"),
            _("laten zien wat er samen gebeurt; een naam hoort hier alleen als dat nodig is"),
        ),
        Processing.LOG: (
            _("Logboek van wijzigingen"),
            _("wie wat wijzigde en wanneer, met wat er eerst stond"),
            _("verantwoorden, fouten herstellen en misbruik zien"),
        ),
        Processing.ACCOUNTS: (
            _("Accounts"),
            _("naam, mailadres, netwerken met je rol daarin, en je bewaarde weergaven"),
            _("bepalen wie wat mag zien en doen"),
        ),
        Processing.SIGN_IN: (
            _("Aanmelden en beveiligen"),
            _("een versleutelde vorm van je wachtwoord, je tweede stap en je agenda-adres"),
            _("zeker weten dat jij het bent"),
        ),
        Processing.LINKS: (
            _("Uitnodigingen en links per mail"),
            _("het mailadres, wie uitnodigde, en tot wanneer de link werkt"),
            _("iemand toelaten en een wachtwoord herstellen"),
        ),
        Processing.WISHES: (
            _("Voorkeuren voor mail"),
            _("welke mail je wilt, wanneer, en of mail aan je adres terugkomt"),
            _("je alleen de mail sturen die je wilt"),
        ),
        Processing.MAIL: (
            _("Verstuurde berichten"),
            _("soort, onderwerp en tijd van elke mail aan jou, en of die aankwam"),
            _("elke mail één keer sturen en terug kunnen lezen"),
        ),
        Processing.IMPORTS: (
            _("Ingevoerde lijsten"),
            _("de rijen van een geüpload bestand zolang de import loopt, en wie het deed"),
            _("een lijst controleren, invoeren en terugdraaien"),
        ),
        Processing.ACCESS: (
            _("Inzagelog"),
            _("welk account wanneer een contactpersoon bekeek of een download maakte"),
            _("kunnen nagaan wie persoonsgegevens inzag"),
        ),
    }  # fmt: skip
