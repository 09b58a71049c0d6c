"""Where energy sits, small enough for a page of paper: domain by neighbourhood."""

from collections.abc import Sequence

from flask import url_for

from graph.domain.energy import points
from graph.domain.heat import Cell, HeatCollaboration
from webapp.energy.table import HeatTable, read_table
from webapp.i18n import _, ngettext
from webapp.look import heat_class
from webapp.reports.document import HeatCell, Link, Picture

_MOST_COLUMNS = 10
_LEGEND = (0, 20, 40, 60, 80)


def picture(slug: str, found: Sequence[HeatCollaboration]) -> Picture:
    """Return the table with the liveliest places and the domains in which anything is known."""
    table = read_table(found)
    columns = _columns(table)
    rows = [
        (label, tuple(_cell(table, slug, domain, place) for place in columns))
        for domain, label in table.domains
    ]
    left_out = len(table.columns) - len(columns)
    return Picture(
        title=_("Waar zit de energie?"),
        finding=table.finding or _("Er is nog geen energie gemeten."),
        columns=tuple(name for _id, name in columns),
        rows=tuple((label, cells) for label, cells in rows if any(cell.url for cell in cells)),
        legend=" ".join(
            filter(
                None,
                (
                    _(
                        "Een getal is de sterkste samenwerking van dat domein in die wijk, van 0"
                        " (stil) tot 100 (bruist). ?: nog niet gemeten. Open: een ambitie zonder"
                        " samenwerking."
                    ),
                    ngettext(
                        "Eén wijk past er niet bij.",
                        "%(num)s wijken passen er niet bij.",
                        left_out,
                    )
                    if left_out
                    else "",
                ),
            )
        ),
        more=Link(text=_("De hele tabel"), url=url_for("energy.show", slug=slug)),
    )


def _columns(table: HeatTable) -> list[tuple[str, str]]:
    """Return the places in which most is lively, in the order of the page."""

    def rank(place: tuple[str, str]) -> tuple[int, float]:
        summary = table.heat.columns.get(place[0])
        return (-summary.lively, -(summary.strongest or 0)) if summary else (1, 0)

    chosen = sorted(table.columns, key=rank)[:_MOST_COLUMNS]
    return [place for place in table.columns if place in chosen]


def _cell(table: HeatTable, slug: str, domain_id: str, place: tuple[str, str]) -> HeatCell:
    cell = table.heat.cell(domain_id, place[0])
    url = url_for(
        "collaborations.index",
        slug=slug,
        domein=domain_id,
        wijk=place[0] or None,
        status="active" if cell.summary.active else None,
    )
    return _told(cell, url)


def _told(cell: Cell, url: str) -> HeatCell:
    if cell.summary.strongest is not None:
        score = cell.summary.strongest
        return HeatCell(text=str(points(score)), url=url, tone=heat_class(score))
    if cell.summary.active:
        return HeatCell(text="?", url=url, tone="unmeasured")
    if cell.is_open:
        return HeatCell(text=_("open"), url=url, tone="none")
    return HeatCell(text="\N{EN DASH}", url="", tone="absent")
