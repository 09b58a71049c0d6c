"""What an administrator sees of the backups."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from graph.database import Graph
from graph.repositories import backups as restores
from tasks import backups, worker
from tasks.dates import moment
from tests.given import NOW, Given
from tests.webapp.browse import client_of

ADDRESS = "/beheer/reservekopieen"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the backups of this process."""
    monkeypatch.setenv("BACKUP_DIR", str(tmp_path))
    worker.task_settings.cache_clear()
    yield tmp_path
    worker.task_settings.cache_clear()


def test_the_page_lists_what_is_kept_and_says_when_a_restore_was_cut_short(
    web: Flask, graph: Graph, given: Given, folder: Path
) -> None:
    client = client_of(web, given.user("admin", is_admin=True))
    empty = client.get(ADDRESS).text
    backups.make(graph, folder, now=NOW)
    listed = client.get(ADDRESS).text
    restores.begin_restore(graph, now=NOW)
    cut_short = client.get(ADDRESS).text

    assert "Er is nog geen reservekopie." in empty
    assert "Er is nog geen reservekopie." not in listed
    assert moment(NOW) in listed
    assert "in orde" in listed
    assert "Het terugzetten van" in cut_short
