"""``lokale-energie analyse``: measure a network that stands in a file."""

import json
from collections.abc import Iterable, Sequence
from operator import attrgetter
from pathlib import Path

import click

from graph.analysis.edge_list import read_edge_list
from graph.analysis.files import Fault, NetworkFile, NetworkFileError
from graph.analysis.graphml import read_graphml
from graph.analysis.measures import ActorMeasures, Measures, measure
from webapp.cli.refusal import Refusal

_WHOLE = (
    "n",
    "m",
    "density",
    "components",
    "isolates",
    "degree_centralization",
    "betweenness_centralization",
    "transitivity",
)
_EACH = (
    "degree",
    "betweenness",
    "closeness",
    "constraint",
    "effective_size",
    "core",
    "cut_vertex",
)
_FAULTS = {
    Fault.EMPTY: "het bestand is leeg.",
    Fault.ENCODING: "dit is geen tekst. Bewaar het bestand als CSV UTF-8.",
    Fault.COLUMNS: "de eerste rij noemt niet de kolommen source en target.",
    Fault.FIELDS: "het aantal velden ({value}) is anders dan in de eerste rij.",
    Fault.QUOTES: "een aanhalingsteken staat verkeerd of sluit niet.",
    Fault.NO_ACTOR: "er ontbreekt een naam.",
    Fault.WEIGHT: "het gewicht '{value}' is geen getal boven 0.",
    Fault.NO_WEIGHT: "er is geen gewicht, en --weighted vraagt erom.",
    Fault.XML: "dit is geen geldige XML.",
    Fault.DOCTYPE: "een DOCTYPE mag hier niet. Haal die regel weg.",
    Fault.NO_GRAPH: "er staat geen graph in dit bestand.",
    Fault.HYPEREDGE: "een hyperedge kan niet mee. Maak er losse banden van.",
    Fault.UNKNOWN_ACTOR: "'{value}' is geen node in dit bestand.",
}


class BadFile(Refusal):
    """A file that cannot be read as a network."""

    exit_code = 2


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Geef JSON in plaats van een tabel.")
@click.option("--weighted", is_flag=True, help="Reken met gewichten: sterk is dichtbij.")
def analyse(*, file: Path, as_json: bool, weighted: bool) -> None:
    """Meet het netwerk in FILE: een lijst source,target[,weight] (CSV) of GraphML."""
    found = _read(file, weighted=weighted)
    measures = measure(found.network, weighted=weighted)
    for line in _remarks(found):
        click.echo(line, err=True)
    click.echo(to_json(measures, found) if as_json else _as_table(measures))


def _read(file: Path, *, weighted: bool) -> NetworkFile:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise BadFile(f"{file}: dit bestand is niet te lezen. Kijk de naam na.") from error
    is_xml = file.suffix.casefold() in {".graphml", ".xml"} or data[:99].lstrip()[:1] == b"<"
    try:
        return (read_graphml if is_xml else read_edge_list)(data, weighted=weighted)
    except NetworkFileError as error:
        what = _FAULTS[error.fault].format(value=error.value)
        raise BadFile(f"{file}, rij {error.row}: {what}") from error


def _remarks(found: NetworkFile) -> Iterable[str]:
    if found.ignored_columns:
        yield f"Niet gebruikte kolommen: {', '.join(found.ignored_columns)}."
    if found.directed:
        yield "Dit bestand geeft banden een richting. Die telt hier niet mee."
    if found.duplicates:
        yield f"Dubbele banden, één keer geteld: {found.duplicates}."
    if found.self_loops:
        yield f"Banden van een partner met zichzelf, niet geteld als band: {found.self_loops}."


def to_json(measures: Measures, found: NetworkFile) -> str:
    """Return the measures with the keys of ``docs/measures.md``."""
    values = attrgetter(*_EACH)
    nodes = {
        id: dict(zip(_EACH, values(actor), strict=True)) for id, actor in measures.actors.items()
    }
    odd = {
        "duplicates": found.duplicates,
        "self_loops": found.self_loops,
        "directed": found.directed,
        "ignored_columns": found.ignored_columns,
    }
    reported = {key: value for key, value in odd.items() if value}
    whole = {name: getattr(measures, name) for name in _WHOLE}
    return json.dumps(
        whole | {"nodes": nodes} | ({"reported": reported} if reported else {}),
        ensure_ascii=False,
        allow_nan=False,
    )


def _as_table(measures: Measures) -> str:
    whole = [
        ("Partners", str(measures.n)),
        ("Banden", str(measures.m)),
        ("Dichtheid", _number(measures.density)),
        ("Losse delen", str(measures.components)),
        ("Partners zonder band", str(measures.isolates)),
        ("Spil in aantal banden", _number(measures.degree_centralization)),
        ("Spil in tussenpositie", _number(measures.betweenness_centralization)),
        ("Gesloten driehoeken", _number(measures.transitivity)),
    ]
    head = (
        "Partner",
        "Banden",
        "Tussenpositie",
        "Nabijheid",
        "Beperking",
        "Effectieve omvang",
        "Kern",
        "Breekpunt",
    )
    ranked = sorted(measures.actors.items(), key=lambda item: (-item[1].betweenness, item[0]))
    rows = [head, *(_cells(name, actor) for name, actor in ranked)]
    return f"{_columns(whole)}\n\n{_columns(rows)}"


def _cells(name: str, actor: ActorMeasures) -> tuple[str, ...]:
    return (
        name,
        str(actor.degree),
        _number(actor.betweenness),
        _number(actor.closeness),
        _number(actor.constraint),
        _number(actor.effective_size),
        str(actor.core),
        "ja" if actor.cut_vertex else "",
    )


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}".replace(".", ",")


def _columns(rows: Sequence[Sequence[str]]) -> str:
    """Line up cells: names to the left, values to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
