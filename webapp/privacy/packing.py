"""A dossier as one file: for programs (JSON) and to read (HTML) together."""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from flask import Response, render_template

from graph.domain.dossiers import Dossier, Kept
from webapp.changes.fields import labels
from webapp.changes.lines import nouns
from webapp.clock import today


def packed(dossier: Dossier, *, looked: Iterable[Mapping[str, Any]], name: str) -> Response:
    """Return a zip with ``gegevens.json`` and ``gegevens.html``; ``looked`` is who looked."""
    looked = list(looked)
    data = json.dumps(
        asdict(dossier) | {"looked": looked}, ensure_ascii=False, indent=2, default=str
    )
    page = render_template(
        "privacy/dossier.html",
        dossier=dossier,
        looked=looked,
        word_of=_word_of,
        labels=labels(),
        day=today(),
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("gegevens.json", data)
        archive.writestr("gegevens.html", page)
    return Response(
        content.getvalue(),
        mimetype="application/zip",
        headers={
            "Content-Disposition": f'attachment; filename="{name}-{today().isoformat()}.zip"'
        },
    )


def _word_of(kept: Kept) -> str:
    noun = nouns().get(kept.label)
    return noun.word if noun else kept.label
