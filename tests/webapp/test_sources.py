"""A fact of the starter content says in words where it stands."""

import pytest
from flask import Flask

from graph.starter.sheets import read_sheet
from webapp.sources import source_label

pytestmark = pytest.mark.once


def test_every_cited_text_has_a_title(web: Flask) -> None:
    cited = {
        line["bron"]
        for sheet in ("organisaties", "programmas", "samenwerkingen", "begrippen", "momenten")
        for line in read_sheet(sheet)
    }
    with web.test_request_context():
        labels = [source_label(f"{file}:287") for file in sorted(cited)]
    assert len(cited) == 4
    assert all(label.endswith(", regel 287") for label in labels)
    assert not any(".txt" in label for label in labels)


@pytest.mark.parametrize(
    "source", ["Loket Gezond Leven", "rapport.pdf:12", "004_6d95a914da1acfe7.txt"]
)
def test_a_source_of_another_kind_stays_as_it_is(web: Flask, source: str) -> None:
    with web.test_request_context():
        assert source_label(source) == source
