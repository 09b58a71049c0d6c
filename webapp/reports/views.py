"""The report for who decides: on screen, on paper and as a PDF."""

from flask import Blueprint, Response, render_template

from graph.domain.words import Role
from webapp.access import needs
from webapp.clock import now, today
from webapp.context import current_settings
from webapp.reports.choice import period_choices
from webapp.reports.page import asked, read_report
from webapp.reports.typesetting import as_pdf

bp = Blueprint("reports", __name__, url_prefix="/netwerken/<slug>")


@bp.get("/verslag")
@needs(Role.READER)
def show(slug: str) -> str:
    """Show the report, each number with the page behind it."""
    choice = asked()
    return render_template(
        "reports/show.html", report=read_report(choice), choice=choice, periods=period_choices()
    )


@bp.get("/verslag.pdf")
@needs(Role.READER)
def download(slug: str) -> Response:
    """Give the same report as a tagged PDF of two pages."""
    pdf = as_pdf(read_report(asked()), base_url=current_settings().base_url, now=now())
    name = f"{slug}-verslag-{today().isoformat()}.pdf"
    return Response(
        pdf,
        mimetype="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
