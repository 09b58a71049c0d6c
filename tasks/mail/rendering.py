"""A letter through its three templates: subject, text, and HTML with its style written in."""

from functools import cache
from pathlib import Path

from css_inline import CSSInliner
from flask_babel import (
    gettext,  # pyright: ignore[reportUnknownVariableType]
    ngettext,  # pyright: ignore[reportUnknownVariableType]
)
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from tasks.mail.envelope import PICTURE_ID, Content
from tasks.mail.letter import Letter

TEMPLATES = Path(__file__).resolve().parent.parent / "templates" / "mail"


def render(letter: Letter, *, mail: str) -> Content:
    """Return the parts of a letter; ``mail`` names the folder with its templates."""
    html = _render(f"{mail}/body.html", letter)
    return Content(
        subject=_render(f"{mail}/subject.txt", letter).strip(),
        text=_render(f"{mail}/body.txt", letter).strip() + "\n",
        html=_inliner().inline(html),
        png=letter.picture.png if letter.picture else None,
    )


@cache
def environment() -> Environment:
    """Return what compiles the templates; only HTML needs escaping."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
        gettext, ngettext, newstyle=True
    )
    return environment


def _render(name: str, letter: Letter) -> str:
    return environment().get_template(name).render(letter=letter, picture_id=PICTURE_ID)


@cache
def _inliner() -> CSSInliner:
    # The @media blocks stay: they are how a mail goes dark, and fits a phone.
    return CSSInliner(
        extra_css=(TEMPLATES / "mail.css").read_text(encoding="utf-8"),
        keep_at_rules=True,
        load_remote_stylesheets=False,
    )
