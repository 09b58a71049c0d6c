"""From a line in the ledger to a mail: gather, tell, render, put in an envelope."""

from dataclasses import dataclass
from datetime import date, datetime
from email.message import EmailMessage
from functools import partial

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.domain.digests import Digest, DigestFacts, compile_digest
from graph.domain.messages import ACCESS, Message, NewMessage
from graph.domain.postal import Due, Frequency, summary_due
from graph.domain.preferences import Preferences, ReminderWish
from graph.domain.reminders import NetworkReminders, Reminders
from graph.domain.suggestions import Suggestion, turn_of
from graph.domain.summaries import compile_summary
from graph.domain.words import MessageKind, MessageReason, Role
from graph.repositories import digests, preferences, reminders, summaries, tokens
from tasks import answers, letting_in, reminding, stops, summing_up
from tasks.dates import month_in_words
from tasks.digest import combined, telling
from tasks.links import Links
from tasks.mail.envelope import Envelope, compose
from tasks.mail.letter import Letter, Picture
from tasks.mail.rendering import render
from tasks.night import night_picture
from tasks.picture import draw
from tasks.settings import TaskSettings
from tasks.tokens import secret_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every letter needs: the graph, the address of the site, the key that signs links."""

    graph: Graph
    base_url: str
    secret_key: str

    @property
    def links(self) -> Links:
        """The addresses that a mail may hold."""
        return Links(self.base_url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What every mail of this installation needs: its graph and its settings."""

    graph: Graph
    settings: TaskSettings

    @property
    def desk(self) -> Desk:
        """Where its letters are written."""
        return Desk(
            graph=self.graph,
            base_url=self.settings.base_url,
            secret_key=self.settings.secret_key,
        )


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
    if message.kind in ACCESS:
        return _write_access(post, message, now=now)
    wishes = preferences.get(post.graph, user_id=message.user_id)
    if wishes is None:
        return MessageReason.NO_MEMBER
    draft = _draft(post.desk, message, wishes, now=now)
    if isinstance(draft, MessageReason):
        return draft
    return _sealed(post, draft, key=message.key, name=wishes.name, email=wishes.email, now=now)


def _write_access(
    post: Post, message: Message | NewMessage, *, now: datetime
) -> EmailMessage | MessageReason:
    """Return the mail that lets somebody in, whatever they switched off, while its link works."""
    token = tokens.get(post.graph, token_id=message.about_id or "")
    if token is None:
        return MessageReason.NO_MEMBER
    if not token.is_open(now):
        return MessageReason.TOO_LATE
    secret = secret_of(token.id, secret_key=post.settings.secret_key)
    letter = letting_in.tell(token, secret=secret, links=post.desk.links)
    draft = Draft(folder="access", letter=letter, list_name="")
    return _sealed(post, draft, key=message.key, name=token.user_name, email=token.email, now=now)


def _sealed(
    post: Post, draft: Draft, *, key: str, name: str, email: str, now: datetime
) -> EmailMessage:
    envelope = Envelope(
        key=key,
        list_name=draft.list_name,
        sender=post.settings.mail_from,
        to_name=name,
        to_email=email,
        reply_to=draft.reply_to or post.settings.mail_reply_to,
        stop_href=draft.letter.stop_href,
        base_url=post.settings.base_url,
        at=now,
    )
    return compose(envelope, render(draft.letter, mail=draft.folder))


def _draft(
    desk: Desk, message: Message | NewMessage, wishes: Preferences, *, now: datetime
) -> Draft | MessageReason:
    today = local_day(now)
    if message.kind is MessageKind.TEST:
        return draft_digest(desk, wishes, network_id=message.network_id, now=now, anyway=True)
    if reason := wishes.reason_to_wait(today) or _too_late(message, wishes, today):
        return reason
    match message.kind:
        case MessageKind.DIGEST:
            return draft_digest(desk, wishes, network_id=message.network_id, now=now)
        case MessageKind.HEALTH:
            return _summary(desk, message.network_id or "", wishes, now=now)
        case _:
            return _reminders(desk, message, wishes, today)


def _too_late(
    message: Message | NewMessage, wishes: Preferences, today: date
) -> MessageReason | None:
    """Return whether a newer one is due; a reminder on its own stays true until it is done."""
    due: Due | None = None
    match message.kind:
        case MessageKind.DIGEST:
            due = wishes.wishes.digest_due(today)
        case MessageKind.HEALTH:
            due = summary_due(today)
        case MessageKind.REMINDERS:
            due = Due(first_day=today, day=today)
        case _:
            pass
    late = due is not None and message.period_start < due.first_day
    return MessageReason.TOO_LATE if late else None


def draft_digest(
    desk: Desk,
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
        return _combined(desk, wishes, now=now, anyway=anyway)
    mine = wishes.network(network_id)
    gathered = _gather(desk, wishes, network_id, now=now)
    if mine is None or gathered is None:
        return MessageReason.NO_MEMBER
    if not anyway and not mine.digest:
        return MessageReason.SWITCHED_OFF
    to, facts, digest = gathered.recipient, gathered.facts, gathered.digest
    if digest.reason_to_skip and not anyway:
        return digest.reason_to_skip
    letter = telling.tell(
        digest,
        recipient=to,
        terms=facts.terms,
        period=_period(wishes, now),
        since=facts.since,
        suggestion=_suggestion(desk, wishes, network_id, now=now),
        picture=_picture(desk, gathered),
        links=desk.links,
        stop_href=_stop(desk, MessageKind.DIGEST, wishes.user_id, network_id),
    )
    return Draft(
        folder="digest", letter=letter, list_name=f"{to.slug}.weekmail", reply_to=to.reply_to
    )


def _combined(
    desk: Desk, wishes: Preferences, *, now: datetime, anyway: bool
) -> Draft | MessageReason:
    wanted = [each.network_id for each in wishes.networks if each.digest or anyway]
    found = [_gather(desk, wishes, network_id, now=now) for network_id in wanted]
    told = [each for each in found if each and (anyway or not each.digest.reason_to_skip)]
    if not told:
        return MessageReason.NOTHING_NEW if wanted else MessageReason.SWITCHED_OFF
    told.sort(key=lambda each: each.digest.urgency, reverse=True)
    letter = combined.tell(
        [
            combined.Told(
                digest=each.digest,
                recipient=each.recipient,
                terms=each.facts.terms,
                suggestion=_suggestion(desk, wishes, each.recipient.network_id, now=now),
            )
            for each in told
        ],
        period=_period(wishes, now),
        picture=_picture(desk, told[0]),
        links=desk.links,
        stop_href=_stop(desk, MessageKind.DIGEST, wishes.user_id, None),
    )
    return Draft(folder="combined", letter=letter, list_name="weekmail")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gathered:
    recipient: digests.Recipient
    facts: DigestFacts
    digest: Digest


def _gather(
    desk: Desk, wishes: Preferences, network_id: str, *, now: datetime
) -> _Gathered | None:
    """Read what the digest of a network tells; None for who is no member."""
    to = digests.recipient(desk.graph, network_id=network_id, user_id=wishes.user_id)
    if to is None:
        return None
    facts = digests.gather(
        desk.graph, network_id=network_id, user_id=wishes.user_id, today=local_day(now)
    )
    return _Gathered(recipient=to, facts=facts, digest=compile_digest(facts))


def _suggestion(
    desk: Desk, wishes: Preferences, network_id: str, *, now: datetime
) -> Suggestion | None:
    today = local_day(now)
    turn = turn_of(today, wishes.wishes.digest)
    return digests.suggestion(desk.graph, network_id=network_id, today=today, turn=turn)


def _picture(desk: Desk, of: _Gathered) -> Picture:
    night = night_picture(
        of.facts.map,
        name=of.recipient.network_name,
        cooling={tie.id for tie in of.digest.cooling.all},
    )
    return Picture(png=draw(night), words=night.text, href=desk.links.map(of.recipient.slug))


def _period(wishes: Preferences, now: datetime) -> str:
    today = local_day(now)
    if wishes.wishes.digest is Frequency.MONTHLY:
        return month_in_words(today)
    return _("week %(week)s", week=today.isocalendar().week)


def _summary(
    desk: Desk, network_id: str, wishes: Preferences, *, now: datetime
) -> Draft | MessageReason:
    mine = wishes.network(network_id)
    to = digests.recipient(desk.graph, network_id=network_id, user_id=wishes.user_id)
    if mine is None or to is None or mine.role is not Role.REGISSEUR:
        return MessageReason.NO_MEMBER
    if not mine.summary:
        return MessageReason.SWITCHED_OFF
    facts = summaries.gather(desk.graph, network_id=network_id, today=local_day(now))
    if not facts.overview.actors:
        return MessageReason.NOTHING_NEW
    letter = summing_up.tell(
        compile_summary(facts),
        recipient=to,
        month=month_in_words(local_day(now)),
        links=desk.links,
        stop_href=_stop(desk, MessageKind.HEALTH, wishes.user_id, network_id),
    )
    return Draft(
        folder="health", letter=letter, list_name=f"{to.slug}.maandbericht", reply_to=to.reply_to
    )


def _reminders(
    desk: Desk, message: Message | NewMessage, wishes: Preferences, today: date
) -> Draft | MessageReason:
    if wishes.wishes.reminders is ReminderWish.OFF:
        return MessageReason.SWITCHED_OFF
    if message.kind is MessageKind.REMINDER:
        found, nothing = _single(desk, message, wishes, today), MessageReason.DONE
    else:
        found, nothing = reminders.gather(desk.graph, wishes=wishes, today=today), None
    if not found.networks:
        due = wishes.wishes.digest_due(today)
        in_digest = due is not None and due.day == today
        return nothing or (MessageReason.IN_DIGEST if in_digest else MessageReason.NOTHING_NEW)
    letter = reminding.tell(
        found,
        preferences=wishes,
        answering=reminding.Answering(
            user_id=wishes.user_id,
            links=desk.links,
            sign=partial(answers.sign, secret_key=desk.secret_key),
        ),
        stop_href=_stop(desk, MessageKind.REMINDERS, wishes.user_id, None),
    )
    return Draft(folder="reminders", letter=letter, list_name="herinneringen")


def _single(
    desk: Desk, message: Message | NewMessage, wishes: Preferences, today: date
) -> Reminders:
    """Return the one thing that a mail is about, unless it was done meanwhile."""
    network = wishes.network(message.network_id or "")
    if network is None:
        return Reminders(networks=())
    found = reminders.gather_single(desk.graph, wishes=wishes, network=network, today=today)
    items = tuple(
        each
        for each in found
        if (each.topic(network.network_id), each.day) == (message.about_id, message.period_start)
    )
    told = NetworkReminders(network=network, items=items)
    return Reminders(networks=(told,) if items else ())


def _stop(desk: Desk, kind: MessageKind, user_id: str, network_id: str | None) -> str:
    stop = stops.Stop(kind=kind, user_id=user_id, network_id=network_id)
    return desk.links.stop(stops.sign(stop, secret_key=desk.secret_key))
