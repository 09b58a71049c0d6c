"""A small network with something to tell, and the means to mail about it."""

from datetime import timedelta
from pathlib import Path

from graph.database import Graph
from graph.domain.words import FollowUpKind, Role
from tasks.posting import Post
from tasks.settings import TaskSettings
from tests.given import TODAY, Given

SECRET = "for tests only " * 3


def settings(data_dir: Path) -> TaskSettings:
    """Settings without a mail server: mail is kept under ``data_dir``."""
    return TaskSettings.from_environment(
        {
            "DATA_DIR": str(data_dir),
            "SECRET_KEY": SECRET,
            "BASE_URL": "https://energie.example",
            "MAIL_FROM": "Lokale Energie <post@energie.example>",
        }
    )


def post(graph: Graph, data_dir: Path) -> Post:
    """What a mail is written with."""
    return Post(graph=graph, settings=settings(data_dir))


def busy_week(given: Given) -> None:
    """Regisseur Ana has a late action and a tie that just became cold; Ben reads along."""
    given.network("noord")
    given.user("ana", "noord", Role.REGISSEUR)
    given.user("ben", "noord", Role.READER)
    kajuit, kompas = given.actor("noord", "De Kajuit"), given.actor("noord", "Het Kompas")
    given.collaboration(
        "noord", "Vrijdagavond open", kajuit, kompas, started_on=TODAY - timedelta(days=45)
    )
    given.followup(
        "noord",
        "Bel Mara over haar plan",
        kind=FollowUpKind.SPEAK,
        actor_ids=(kajuit,),
        due_on=TODAY - timedelta(days=3),
    )
