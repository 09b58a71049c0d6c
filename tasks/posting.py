"""From a line in the ledger to a mail: gather, tell, render, put in an envelope."""

from dataclasses import dataclass
from datetime import date, datetime
from email.message import EmailMessage

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.domain.digests import Digest, DigestFacts, compile_digest
from graph.domain.messages import Message, NewMessage
from graph.domain.postal import Frequency
from graph.domain.preferences import Preferences
from graph.domain.reminders import networks_to_tell, reason_to_skip
from graph.domain.words import MessageKind, MessageReason
from graph.repositories import digests, preferences, reminders
from tasks import reminding, stops
from tasks.dates import month_in_words
from tasks.digest import combined, telling
from tasks.links import Links
from tasks.mail.envelope import Envelope, compose
from tasks.mail.letter import Letter, Picture
from tasks.mail.rendering import render
from tasks.night import night_picture
from tasks.picture import draw
from tasks.settings import TaskSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What every mail of this installation needs: its graph and its settings."""

    graph: Graph
    settings: TaskSettings

    @property
    def links(self) -> Links:
        """The addresses that a mail may hold."""
        return Links(self.settings.base_url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A letter before it is put in an envelope; ``folder`` names its templates."""

    folder: str
    letter: Letter
    list_name: str
    reply_to: str = ""


def write(
    post: Post, message: Message | NewMessage, *, now: datetime
) -> EmailMessage | MessageReason:
    """Return the mail for a line of the ledger, or why it is better not sent."""
    wishes = preferences.get(post.graph, user_id=message.user_id)
    if wishes is None:
        return MessageReason.NO_MEMBER
    draft = _draft(post, message, wishes, now=now)
    if isinstance(draft, MessageReason):
        return draft
    envelope = Envelope(
        key=message.key,
        list_name=draft.list_name,
        sender=post.settings.mail_from,
        to_name=wishes.name,
        to_email=wishes.email,
        reply_to=draft.reply_to or post.settings.mail_reply_to,
        stop_href=draft.letter.stop_href,
        base_url=post.settings.base_url,
        at=now,
    )
    return compose(envelope, render(draft.letter, mail=draft.folder))


def _draft(
    post: Post, message: Message | NewMessage, wishes: Preferences, *, now: datetime
) -> Draft | MessageReason:
    today = local_day(now)
    if message.kind is MessageKind.TEST:
        return draft_digest(post, wishes, network_id=message.network_id, now=now, anyway=True)
    if reason := wishes.reason_to_wait(today):
        return reason
    match message.kind:
        case MessageKind.DIGEST:
            due = wishes.wishes.digest_due(today)
            if due and message.period_start < due.first_day:
                return MessageReason.TOO_LATE
            return draft_digest(post, wishes, network_id=message.network_id, now=now)
        case MessageKind.HEALTH:
            return MessageReason.NOTHING_NEW
        case _:
            if today > message.period_start:
                return MessageReason.TOO_LATE
            return _reminders(post, wishes, today)


def draft_digest(
    post: Post,
    wishes: Preferences,
    *,
    network_id: str | None,
    now: datetime,
    anyway: bool = False,
) -> Draft | MessageReason:
    """Return the digest of a network, or of all, as it would be now, or why it is not sent.

    ``anyway`` makes it also when there is nothing to tell, or when it is not wanted.
    """
    if not anyway and not wishes.wishes.wants_digest:
        return MessageReason.SWITCHED_OFF
    if network_id is None:
        return _combined(post, wishes, now=now, anyway=anyway)
    mine = wishes.network(network_id)
    gathered = _gather(post, wishes, network_id, now=now)
    if mine is None or gathered is None:
        return MessageReason.NO_MEMBER
    if not anyway and not mine.digest:
        return MessageReason.SWITCHED_OFF
    to, facts, digest = gathered.recipient, gathered.facts, gathered.digest
    if digest.reason_to_skip and not anyway:
        return digest.reason_to_skip
    night = night_picture(facts.map, name=to.network_name)
    letter = telling.tell(
        digest,
        recipient=to,
        terms=facts.terms,
        period=_period(wishes, now),
        since=facts.since,
        picture=Picture(png=draw(night), words=night.text, href=post.links.map(to.slug)),
        links=post.links,
        stop_href=_stop(post, MessageKind.DIGEST, wishes.user_id, network_id),
    )
    return Draft(
        folder="digest", letter=letter, list_name=f"{to.slug}.weekmail", reply_to=to.reply_to
    )


def _combined(
    post: Post, wishes: Preferences, *, now: datetime, anyway: bool
) -> Draft | MessageReason:
    wanted = [each.network_id for each in wishes.networks if each.digest or anyway]
    found = [_gather(post, wishes, network_id, now=now) for network_id in wanted]
    told = [each for each in found if each and (anyway or not each.digest.reason_to_skip)]
    if not told:
        return MessageReason.NOTHING_NEW if wanted else MessageReason.SWITCHED_OFF
    letter = combined.tell(
        [
            combined.Told(digest=each.digest, recipient=each.recipient, terms=each.facts.terms)
            for each in told
        ],
        period=_period(wishes, now),
        links=post.links,
        stop_href=_stop(post, MessageKind.DIGEST, wishes.user_id, None),
    )
    return Draft(folder="digest", letter=letter, list_name="weekmail")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gathered:
    recipient: digests.Recipient
    facts: DigestFacts
    digest: Digest


def _gather(
    post: Post, wishes: Preferences, network_id: str, *, now: datetime
) -> _Gathered | None:
    """Read what the digest of a network tells; None for who is no member."""
    to = digests.recipient(post.graph, network_id=network_id, user_id=wishes.user_id)
    if to is None:
        return None
    facts = digests.gather(
        post.graph, network_id=network_id, user_id=wishes.user_id, today=local_day(now)
    )
    return _Gathered(recipient=to, facts=facts, digest=compile_digest(facts))


def _period(wishes: Preferences, now: datetime) -> str:
    today = local_day(now)
    if wishes.wishes.digest is Frequency.MONTHLY:
        return month_in_words(today)
    return _("week %(week)s", week=today.isocalendar().week)


def _reminders(post: Post, wishes: Preferences, today: date) -> Draft | MessageReason:
    told = networks_to_tell(wishes, today)
    if reason := reason_to_skip(wishes, told):
        return reason
    found = reminders.gather(post.graph, user_id=wishes.user_id, networks=told, today=today)
    if not found.networks:
        return MessageReason.NOTHING_NEW
    stop_href = _stop(post, MessageKind.REMINDERS, wishes.user_id, None)
    letter = reminding.tell(found, preferences=wishes, links=post.links, stop_href=stop_href)
    return Draft(folder="reminders", letter=letter, list_name="herinneringen")


def _stop(post: Post, kind: MessageKind, user_id: str, network_id: str | None) -> str:
    stop = stops.Stop(kind=kind, user_id=user_id, network_id=network_id)
    return post.links.stop(stops.sign(stop, secret_key=post.settings.secret_key))
