"""From a line in the ledger to a mail: gather, tell, render, put in an envelope."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.domain.digests import compile_digest
from graph.domain.messages import Message, digest_key, monday_of, reminders_key
from graph.domain.reminders import networks_to_tell, reason_to_skip
from graph.domain.words import MessageKind, MessageReason
from graph.repositories import digests, preferences, reminders
from tasks import reminding, stops
from tasks.digest import telling
from tasks.links import Links
from tasks.mail.envelope import Envelope, compose
from tasks.mail.letter import Letter, Picture
from tasks.mail.rendering import render
from tasks.night import night_picture
from tasks.picture import draw
from tasks.settings import TaskSettings

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What every mail of this installation needs: its graph and its settings."""

    graph: Graph
    settings: TaskSettings

    @property
    def links(self) -> Links:
        """The addresses that a mail may hold."""
        return Links(self.settings.base_url)


def write(post: Post, message: Message, *, now: datetime) -> EmailMessage | MessageReason:
    """Return the mail for a line in the ledger, or why it is better not sent."""
    match message:
        case Message(kind=MessageKind.DIGEST, network_id=str(network_id)):
            if local_day(now) >= message.period_start + _WEEK:
                return MessageReason.TOO_LATE
            return write_digest(post, user_id=message.user_id, network_id=network_id, now=now)
        case _:
            if local_day(now) > message.period_start:
                return MessageReason.TOO_LATE
            return write_reminders(post, user_id=message.user_id, now=now)


def write_digest(
    post: Post, *, user_id: str, network_id: str, now: datetime
) -> EmailMessage | MessageReason:
    """Return the digest of this week for a member, or why it is better not sent."""
    today = local_day(now)
    to = digests.recipient(post.graph, network_id=network_id, user_id=user_id)
    if to is None:
        return MessageReason.NO_MEMBER
    if not to.wants_digest:
        return MessageReason.SWITCHED_OFF
    facts = digests.gather(post.graph, network_id=network_id, user_id=user_id, today=today)
    digest = compile_digest(facts)
    if digest.reason_to_skip:
        return digest.reason_to_skip
    night = night_picture(facts.map, name=to.network_name)
    stop_href = _stop(post, MessageKind.DIGEST, user_id, network_id)
    letter = telling.tell(
        digest,
        recipient=to,
        terms=facts.terms,
        monday=monday_of(today),
        since=facts.since,
        picture=Picture(png=draw(night), words=night.text, href=post.links.map(to.slug)),
        links=post.links,
        stop_href=stop_href,
    )
    envelope = Envelope(
        key=digest_key(user_id, network_id, monday_of(today)),
        list_name=f"{to.slug}.weekmail",
        sender=post.settings.mail_from,
        to_name=to.name,
        to_email=to.email,
        reply_to=to.reply_to or post.settings.mail_reply_to,
        stop_href=stop_href,
        base_url=post.settings.base_url,
        at=now,
    )
    return _mail(envelope, letter, MessageKind.DIGEST)


def write_reminders(post: Post, *, user_id: str, now: datetime) -> EmailMessage | MessageReason:
    """Return the reminders of today for a user, or why they are better not sent."""
    today = local_day(now)
    wishes = preferences.get(post.graph, user_id=user_id)
    if wishes is None:
        return MessageReason.NO_MEMBER
    told = networks_to_tell(wishes, today)
    if reason := reason_to_skip(wishes, told):
        return reason
    found = reminders.gather(post.graph, user_id=user_id, networks=told, today=today)
    if not found.networks:
        return MessageReason.NOTHING_NEW
    stop_href = _stop(post, MessageKind.REMINDERS, user_id, None)
    letter = reminding.tell(found, preferences=wishes, links=post.links, stop_href=stop_href)
    envelope = Envelope(
        key=reminders_key(user_id, today),
        list_name="herinneringen",
        sender=post.settings.mail_from,
        to_name=wishes.name,
        to_email=wishes.email,
        reply_to=post.settings.mail_reply_to,
        stop_href=stop_href,
        base_url=post.settings.base_url,
        at=now,
    )
    return _mail(envelope, letter, MessageKind.REMINDERS)


def _mail(envelope: Envelope, letter: Letter, kind: MessageKind) -> EmailMessage:
    return compose(envelope, render(letter, mail=kind))


def _stop(post: Post, kind: MessageKind, user_id: str, network_id: str | None) -> str:
    stop = stops.Stop(kind=kind, user_id=user_id, network_id=network_id)
    return post.links.stop(stops.sign(stop, secret_key=post.settings.secret_key))
