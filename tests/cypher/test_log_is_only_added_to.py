"""Nothing edits or removes a line of the log but erasing, terms and the end of a network."""

import re

import pytest

from graph.queries import all_queries

pytestmark = pytest.mark.once

# What may touch lines that are there; a new one is a decision, made here.
MAY_TOUCH = {
    "erasing/empty_log",
    "erasing/lock_log_mentions",
    "erasing/lock_mentions",
    "erasing/replace",
    "networks/remove_batch",
    "retention/remove",
}
ADDS = {"changes/record", "starter/changes"}

_LINES = re.compile(r"\(\w*:(?:\w+\|)*Change\b")
_ANYTHING = re.compile(r"MATCH \(\w+(?: \{[^}]*\})?\)(?!\s*[-<])")
_WRITES = re.compile(r"\b(?:SET|DELETE|REMOVE|MERGE|CREATE)\b")


def test_the_log_is_only_added_to() -> None:
    found = {
        query.name
        for query in all_queries()
        if query.mode == "write"
        and _WRITES.search(query.text)
        and (_LINES.search(query.text) or _ANYTHING.search(query.text))
    }

    assert found == MAY_TOUCH | ADDS
