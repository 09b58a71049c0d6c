"""Every mail as it was approved: look at the golden copies before you change them.

``GOLDEN=write make test`` writes them anew.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tasks.mail.letter import Letter
from tasks.mail.rendering import TEMPLATES, environment, render
from tests.tasks.access_letters import access_letter
from tests.tasks.letters import combined_letter, digest_letter, health_letter, reminders_letter

pytestmark = pytest.mark.once

GOLDEN = Path(__file__).parent / "golden"
MAILS = {
    "digest": digest_letter,
    "combined": combined_letter,
    "reminders": reminders_letter,
    "health": health_letter,
    "access": access_letter,
}
PARTS = {"subject.txt", "body.txt", "body.html"}


def test_every_mail_is_a_folder_with_three_parts() -> None:
    found = {
        folder.name: {part.name for part in folder.iterdir()}
        for folder in TEMPLATES.iterdir()
        if folder.is_dir()
    }
    assert found == dict.fromkeys(MAILS, PARTS)


def test_every_template_compiles() -> None:
    names = environment().list_templates(extensions=["txt", "html"])
    assert len(names) == 2 + 3 * len(MAILS)
    for name in names:
        environment().get_template(name)


@pytest.mark.parametrize("mail", MAILS)
@pytest.mark.parametrize("part", ["subject", "text", "html"])
def test_a_mail_is_as_it_was_approved(mail: str, part: str) -> None:
    rendered = str(getattr(render(MAILS[mail](), mail=mail), part))
    copy = GOLDEN / f"{mail}.{part}"
    if os.environ.get("GOLDEN") == "write":
        copy.write_text(rendered, encoding="utf-8")

    assert rendered == copy.read_text(encoding="utf-8")


@pytest.mark.parametrize("mail", MAILS)
def test_a_mail_fits(mail: str) -> None:
    content = render(MAILS[mail](), mail=mail)

    assert "\n" not in content.subject
    assert len(content.html.encode()) < 100_000, "Gmail cuts off what is longer"
    assert "prefers-color-scheme: dark" in content.html


@pytest.mark.parametrize("mail", MAILS)
def test_names_cannot_become_markup(mail: str) -> None:
    content = render(MAILS[mail](), mail=mail)

    assert "&lt;Oostpoort&gt;" in content.html
    assert "<Oostpoort>" in content.text


@pytest.mark.parametrize("letter", MAILS.values(), ids=MAILS)
def test_a_section_has_five_rows_at_most(letter: Callable[[], Letter]) -> None:
    told = letter()
    assert len(told.sections) <= 5
    assert max(len(section.rows) for section in told.sections) <= 5
