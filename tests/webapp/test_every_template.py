"""Each template by itself: no text outside the catalogue, nothing that the policy forbids."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment

import webapp

pytestmark = pytest.mark.once

FOLDER = Path(webapp.__file__).parent / "templates"
TEMPLATES = sorted(FOLDER.rglob("*.html"))

_TAG = re.compile(r"<[^>]*>", re.DOTALL)
_ENTITY = re.compile(r"&[a-z]+;|&#\d+;")
_LETTERS = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
_SPOKEN = re.compile(r"\b(?:aria-label|alt|title|placeholder|label)=\"([^\"]*)\"")
_FORBIDDEN = {
    "an inline style": re.compile(r"<style|\sstyle=", re.IGNORECASE),
    "an inline handler": re.compile(r"\s(?:on[a-z]+|hx-on[:-][^=]*|hx-vars)=", re.IGNORECASE),
    "an inline script": re.compile(
        r"<script(?![^>]*(?:\bsrc=|type=\"application/json\"))", re.IGNORECASE
    ),
    "something from elsewhere": re.compile(r"(?:src|href|action)=\"(?:https?:)?//", re.IGNORECASE),
}


def _id(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=_id)
def test_all_text_goes_through_the_catalogue(path: Path) -> None:
    shown, spoken = _texts(path)
    assert [word for text in shown for word in _LETTERS.findall(_ENTITY.sub("", text))] == []
    assert [text for text in spoken if _LETTERS.search(text)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=_id)
def test_nothing_is_inline_or_from_elsewhere(path: Path) -> None:
    html = _without_code(path)
    assert [name for name, pattern in _FORBIDDEN.items() if pattern.search(html)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=_id)
def test_nothing_is_called_safe_that_is_not(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape\s+false|\bMarkup\(", source)


@pytest.mark.parametrize(
    ("source", "shown", "spoken"),
    [
        ("<p>Hallo</p>", ["Hallo"], []),
        ("<p>{{ _('Hallo') }}</p>{# uitleg #}", [], []),
        ("{% trans %}Hallo{% endtrans %}", [], []),
        ('<a title="Hallo">{{ x }}</a>', [], ["Hallo"]),
        ("<p class=\"{{ 'a' if x > 1 }}\">Dag</p>", ["Dag"], []),
    ],
)
def test_the_guard_sees_text(
    tmp_path: Path, source: str, shown: list[str], spoken: list[str]
) -> None:
    path = tmp_path / "page.html"
    path.write_text(source, encoding="utf-8")
    assert _texts(path) == (shown, spoken)


def _texts(path: Path) -> tuple[list[str], list[str]]:
    """Return what stands between the tags, and what is said by attributes."""
    html = _without_code(path)
    shown = [text.strip() for text in _TAG.split(html)]
    return [text for text in shown if text], _SPOKEN.findall(html)


def _without_code(path: Path) -> str:
    """Return the html of a template alone; a translated block is not html of ours."""
    data: list[str] = []
    quiet, previous = False, ""
    for _line, kind, value in Environment(autoescape=True).lex(path.read_text(encoding="utf-8")):
        if kind == "name" and previous == "block_begin" and value in {"trans", "endtrans"}:
            quiet = value == "trans"
        if kind == "data" and not quiet:
            data.append(value)
        if kind != "whitespace":
            previous = kind
    return "".join(data)
