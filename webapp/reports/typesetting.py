"""A report as a tagged PDF. The only module that knows typst.

What people wrote goes to typst as data and is never read as its markup; no package and no font
comes from elsewhere.
"""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import typst

from webapp.assets import STATIC
from webapp.reports.document import Report

_SOURCE = Path(__file__).with_name("report.typ")
_FONTS = typst.Fonts(
    include_system_fonts=False,
    include_embedded_fonts=False,
    font_paths=[STATIC / "vendor" / "fonts"],
)


def as_pdf(report: Report, *, base_url: str, now: datetime) -> bytes:
    """Return the report as PDF/UA-1; its links begin with ``base_url``."""
    data = json.dumps(asdict(report) | {"base_url": base_url})
    compiler = typst.Compiler(
        _SOURCE, root=_SOURCE.parent, font_paths=_FONTS, sys_inputs={"report": data}
    )
    # typst takes whole seconds only.
    made_at = now.replace(microsecond=0)
    pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=made_at)
    assert isinstance(pdf, bytes)  # noqa: S101 -- one document, no output file
    return pdf
