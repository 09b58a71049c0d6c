"""The files that the register can be taken away in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from graph.analysis.exchange import GraphFormat
from graph.database import Graph
from graph.domain.register import Register
from graph.repositories import vocabulary
from tasks.exporting.drawing import drawing
from tasks.exporting.separated import separated
from tasks.exporting.sheets import sheets
from tasks.importing.known import read_words
from tasks.workbooks import write_workbook


class ExportFormat(StrEnum):
    """What a file is; the value is how people name it."""

    XLSX = "xlsx"
    CSV = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"
    JSON = "json"


MIME_TYPES: Mapping[ExportFormat, str] = MappingProxyType(
    {
        ExportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ExportFormat.CSV: "application/zip",
        ExportFormat.GRAPHML: "application/graphml+xml",
        ExportFormat.GEXF: "application/gexf+xml",
        ExportFormat.JSON: "application/json",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What is taken away: of all that a network has, the part that is ``shown``.

    Without ``persons`` nothing in it leads to a person.
    """

    network_id: str
    everything: Register
    shown: Register
    today: date
    persons: bool


def as_files(graph: Graph, export: Export, format: ExportFormat) -> dict[str, bytes]:
    """Return the export as files by name without its ending; only CSV has one for each sheet."""
    if format in set(GraphFormat):
        terms = vocabulary.terms(graph)
        return {"netwerk": drawing(export.shown, terms, GraphFormat(format.value))}
    words = read_words(graph, network_id=export.network_id, known=export.everything)
    pages = sheets(export.shown, words, today=export.today, persons=export.persons)
    return separated(pages) if format is ExportFormat.CSV else {"netwerk": write_workbook(pages)}
