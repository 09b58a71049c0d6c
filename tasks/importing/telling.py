"""What is wrong with an import file or a row of it, in Dutch: what it is, and what to do."""

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]

from graph.domain.imports import RowError, RowProblem
from tasks.importing.sheets import FileProblem


def refusal(problem: FileProblem) -> str:
    """Return why a file cannot be read, and what to do."""
    return {
        FileProblem.EMPTY: _("Dit bestand is leeg. Kies een bestand met rijen."),
        FileProblem.TOO_LARGE: _(
            "Dit bestand is groter dan 10 MB. Haal plaatjes en tabbladen weg die je niet nodig "
            "hebt, of sla het op als CSV."
        ),
        FileProblem.TOO_LARGE_INSIDE: _(
            "Uitgepakt is dit bestand te groot om te lezen. Kopieer alleen de rijen met gegevens "
            "naar een nieuw bestand en kies dat."
        ),
        FileProblem.TOO_MANY_ROWS: _(
            "Dit bestand heeft meer dan 20.000 rijen. Verdeel het over kleinere bestanden en "
            "voer ze na elkaar in."
        ),
        FileProblem.WRONG_TYPE: _(
            "Dit is geen rekenblad. Open het in Excel of LibreOffice en sla het op als .xlsx, "
            ".xls, .ods of CSV."
        ),
        FileProblem.MACROS: _(
            "In dit bestand zitten macro's. Sla het op als een gewone Excel-werkmap (.xlsx) en "
            "kies die."
        ),
        FileProblem.PASSWORD: _(
            "Op dit bestand zit een wachtwoord. Sla het op zonder wachtwoord en kies het opnieuw."
        ),
        FileProblem.BROKEN: _(
            "Dit bestand is beschadigd. Open het in Excel of LibreOffice, sla het opnieuw op en "
            "kies het nog een keer."
        ),
        FileProblem.NO_HEADER: _(
            "Er is geen rij met kolomnamen gevonden. Zet boven de rijen namen zoals Naam en "
            "Telefoon, of begin met een voorbeeldbestand."
        ),
        FileProblem.NO_ROWS: _(
            "Onder de kolomnamen staan geen rijen. Vul er minstens één in en kies het bestand "
            "opnieuw."
        ),
    }[problem]


def message(error: RowError) -> str:
    """Return what is wrong with a cell, and what to do."""
    said = _messages(error.hint)[error.problem]
    if error.hint and error.problem in {RowProblem.UNKNOWN_WORD, RowProblem.UNKNOWN_NAME}:
        return _("%(problem)s Bedoel je %(name)s?", problem=said, name=error.hint)
    return said


def _messages(hint: str) -> dict[RowProblem, str]:
    return {
        RowProblem.MISSING: _("Deze cel is leeg. Vul hem in."),
        RowProblem.NO_SUBJECT: _("Vul een partner of een samenwerking in waar het over ging."),
        RowProblem.NO_SOURCE: _("Vul in van wie je het hoorde."),
        RowProblem.UNKNOWN_WORD: _("Dit woord staat niet in de lijst."),
        RowProblem.UNKNOWN_NAME: _(
            "Deze naam staat niet in het netwerk. Schrijf hem zoals daar, of voer hem eerst in."
        ),
        RowProblem.SEVERAL_OF_NAME: _(
            "Deze naam komt vaker voor in het netwerk. Zet hier het nummer uit een export."
        ),
        RowProblem.NOT_A_DAY: _("Dit is geen datum. Schrijf hem als 3-11-2026."),
        RowProblem.NOT_A_TIME: _("Dit is geen tijd. Schrijf hem als 15:30."),
        RowProblem.NOT_A_MAIL: _("Dit is geen mailadres. Schrijf er één, zoals info@naam.nl."),
        RowProblem.NOT_A_PHONE: _(
            "Dit is geen telefoonnummer. Schrijf er één, zoals 020 123 4567 of 06 12345678."
        ),
        RowProblem.NOT_A_POSTCODE: _("Dit is geen postcode. Schrijf hem als 1234 AB."),
        RowProblem.NOT_A_WEBSITE: _("Dit is geen website. Schrijf hem als https://www.naam.nl."),
        RowProblem.NOT_A_KVK: _("Dit is geen KVK-nummer. Schrijf het met acht cijfers."),
        RowProblem.NOT_A_NUMBER: _("Schrijf een aantal dagen van 1 tot 730, zoals 42."),
        RowProblem.NOT_YES_OR_NO: _("Schrijf ja of nee."),
        RowProblem.TOO_LONG: _("Deze tekst is te lang. Schrijf hooguit %(num)s tekens.", num=hint),
        RowProblem.IN_FUTURE: _("Deze dag ligt in de toekomst. Schrijf vandaag of eerder."),
        RowProblem.BEFORE_START: _("Deze dag ligt voor het begin. Schrijf een latere dag."),
        RowProblem.NOT_YET_STARTED: _(
            "Een gewenste samenwerking heeft nog geen begin. Maak deze cel leeg of wijzig de "
            "status."
        ),
        RowProblem.NOT_ENDED: _(
            "Hier staat een einde, maar de status is niet beëindigd. Maak deze cel leeg of wijzig "
            "de status."
        ),
        RowProblem.STATUS_REFUSED: _(
            "Zo kan deze samenwerking niet van status wisselen. Maak deze cel leeg, en wijzig de "
            "status op haar eigen pagina."
        ),
        RowProblem.REPEATED: _(
            "Dit nummer staat al in een rij hierboven. Laat één van de twee rijen weg."
        ),
        RowProblem.OWN_PARENT: _(
            "Een partner is geen onderdeel van zichzelf. Maak deze cel leeg."
        ),
        RowProblem.ERROR_CELL: _(
            "Het rekenblad kan deze cel niet uitrekenen. Typ hier wat er moet staan."
        ),
        RowProblem.BSN: _(
            "Hier lijkt een burgerservicenummer te staan. Haal het weg, ook uit je eigen bestand."
        ),
    }
