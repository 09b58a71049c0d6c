"""``lokale-energie send-digests``: this week's digests of a network, as files."""

import logging
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import click
import structlog

from graph.database import Graph, Runner
from graph.domain.calendar import local_day
from graph.domain.messages import Claim, Message, NewMessage, Outcome, digest
from graph.domain.networks import Member, Network
from graph.domain.postal import Due, monday_of
from graph.domain.words import MessageReason, MessageState
from graph.repositories import messages, networks
from tasks.dates import moment
from tasks.delivery import Delivery, send_claimed
from tasks.mail.envelope import file_name
from tasks.mail.transport import Deliver, into_folder
from tasks.messages import transport
from tasks.posting import Post, write
from tasks.settings import TaskSettings
from tasks.wording import word
from webapp.cli.joined import joined
from webapp.cli.networks import find_network


@click.command("send-digests")
@click.option("--network", "slug", required=True, help="De korte naam van het netwerk.")
@click.option(
    "--out",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="De map waarin elke weekmail als .eml komt. Zonder map gaan ze zoals elke week.",
)
@click.option("--dry-run", is_flag=True, help="Maak de mails, maar tel ze niet als verstuurd.")
def send_digests(*, slug: str, folder: Path | None, dry_run: bool) -> None:
    """Verstuur de weekmails van deze week, of zet ze in een map; ze tellen als verstuurd."""
    # The lines below say it per member; only trouble is worth more words.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    with joined() as graph:
        post = Post(graph=graph, settings=TaskSettings.from_environment())
        network = find_network(graph, slug)
        made = 0
        for member in networks.list_members(graph, network_id=network.id):
            said, is_made = (_try if dry_run else _send)(post, network, member, folder)
            made += is_made
            click.echo(f"{member.email}: {said}")
    done = "gemaakt, niet verstuurd" if dry_run else "verstuurd"
    click.echo(f"{made} weekmails {done}" + (f", in {folder}" if folder else ""))


def _try(post: Post, network: Network, member: Member, folder: Path | None) -> tuple[str, bool]:
    """Make the mail of a member and leave the ledger as it is."""
    now = datetime.now(UTC)
    mail = write(post, _new(network, member, now), now=now)
    if isinstance(mail, MessageReason):
        return f"geen weekmail, {word(mail)}", False
    if folder:
        into_folder(folder)(mail)
    return f"{mail['Subject']} ({_file(network, member)})", True


def _send(post: Post, network: Network, member: Member, folder: Path | None) -> tuple[str, bool]:
    """Send the mail of a member, unless it was sent already this week."""
    claim = _claimed(post.graph, _new(network, member, datetime.now(UTC)))
    if isinstance(claim, Message):
        return f"niet opnieuw, de weekmail van deze week: {_standing(claim)}", False
    deliver = _keeping(post.settings, folder) if folder else transport(post.settings)
    delivery = Delivery(post=post, deliver=deliver, clock=lambda: datetime.now(UTC))
    match send_claimed(delivery, claim):
        case Outcome(state=MessageState.SENT, subject=subject):
            return f"{subject} ({_file(network, member)})", True
        case Outcome(reason=MessageReason() as reason):
            return f"geen weekmail, {word(reason)}", False
        case _:
            return "onzeker of het is gelukt; kijk bij Berichten", False


def _new(network: Network, member: Member, now: datetime) -> NewMessage:
    """Return the digest of this week, which may leave at once."""
    today = local_day(now)
    due = Due(first_day=monday_of(today), day=today)
    return replace(digest(member.user_id, network.id, due), not_before=now)


def _claimed(graph: Graph, new: NewMessage) -> Claim | Message:
    """Write the mail in the ledger and take it at once, before any worker can.

    Returns how it stands when it cannot be taken.
    """

    def work(tx: Runner) -> Claim | Message:
        messages.create(tx, new=[new], now=new.not_before)
        claim = messages.claim(tx, key=new.key, now=new.not_before)
        return claim or messages.current(tx, key=new.key)

    return graph.transact(work)


def _standing(message: Message) -> str:
    if message.sent_at:
        return f"{word(message.state)}, {moment(message.sent_at)}"
    return (
        f"{word(message.state)}, {word(message.reason)}" if message.reason else word(message.state)
    )


def _keeping(settings: TaskSettings, folder: Path) -> Deliver:
    """Deliver to the folder, and where there is no mail server also to what "Berichten" shows."""
    folders = [folder] if settings.smtp else [folder, settings.mail_dir]

    def deliver(mail: EmailMessage) -> None:
        for each in folders:
            into_folder(each)(mail)

    return deliver


def _file(network: Network, member: Member) -> str:
    return file_name(_new(network, member, datetime.now(UTC)).key)
