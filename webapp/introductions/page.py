"""What the page of introductions shows, read in five queries whatever the size."""

from dataclasses import dataclass
from urllib.parse import quote

from graph.domain.introductions import Decided, Introduction
from graph.domain.words import Status, Verdict
from graph.repositories import introductions
from tasks import suggesting
from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.paging import Paging, page_number
from webapp.terms import current_terms

_PAGE_SIZE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A mail that introduces two partners: to copy, or to open in a mail program."""

    text: str
    mailto: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroductionsPage:
    """The introductions of this part of the list, those with one person, and what was decided."""

    lines: tuple[Introduction, ...]
    paging: Paging
    with_person: tuple[Introduction, ...]
    total: int
    complete: bool
    accepted: tuple[Decided, ...]
    dismissed: tuple[Decided, ...]

    @property
    def came_true(self) -> int:
        """Return how many accepted ones are or were a real collaboration."""
        return sum(each.status in {Status.ACTIVE, Status.PAUSED} for each in self.accepted)


def read_page() -> IntroductionsPage:
    """Read who should meet whom in the network of this request."""
    found = introductions.suggest(current_graph(), network_id=current_network().id, today=today())
    ranked = found.open.ranked
    paging = Paging(total=len(ranked), number=page_number(), size=_PAGE_SIZE)
    return IntroductionsPage(
        lines=ranked[max(paging.first - 1, 0) : paging.last],
        paging=paging,
        with_person=found.open.with_person[:_PAGE_SIZE] if paging.number == 1 else (),
        total=found.open.total,
        complete=found.open.complete,
        accepted=tuple(each for each in found.decided if each.verdict is Verdict.ACCEPTED),
        dismissed=tuple(each for each in found.decided if each.verdict is Verdict.DISMISSED),
    )


def message_of(introduction: Introduction) -> Message:
    """Return the draft of a mail to nobody yet; it names organisations only."""
    text = suggesting.message_text(introduction, current_terms().labels)
    subject = quote(suggesting.message_subject(introduction))
    return Message(text=text, mailto=f"mailto:?subject={subject}&body={quote(text)}")
