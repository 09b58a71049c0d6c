"""What the sheets of one file will have brought in by the time that a later sheet names it."""

from collections.abc import Iterable
from dataclasses import replace

from graph.domain.importing import Choice, StagedRow
from graph.domain.imports import ImportKind
from tasks.importing.words import Words


def foreseen(words: Words, kind: ImportKind, rows: Iterable[StagedRow], usual: Choice) -> Words:
    """Return the words with the names of what ``rows`` would make, so that a trial finds them."""
    made = [row for row in rows if row.decided(usual) is Choice.NEW]
    named = [(row.id, str(row.values.get("name", ""))) for row in made]
    match kind:
        case ImportKind.PARTNERS:
            return replace(words, partners=words.partners.plus(named))
        case ImportKind.COLLABORATIONS:
            return replace(words, collaborations=words.collaborations.plus(named))
        case ImportKind.PEOPLE:
            partners = words.partners.labels
            functions = [
                (row.id, f"{row.values['function']} ({partners[row.values['actor_id']]})")
                for row in made
            ]
            return replace(words, positions=words.positions.plus(functions))
        case ImportKind.MOMENTS:
            return words
