"""The settings that a command finds in its environment."""

from pathlib import Path

import pytest

from graph.settings import GraphSettings
from tests.tasks.world import SECRET


@pytest.fixture
def environment(
    engine_settings: GraphSettings,
    redis_url: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Let a command find the engines of this run, and a folder of its own."""
    for name, value in {
        "NEO4J_URI": engine_settings.uri,
        "NEO4J_USER": engine_settings.user,
        "NEO4J_PASSWORD": engine_settings.password,
        "NEO4J_DATABASE": engine_settings.database,
        "REDIS_URL": redis_url,
        "SECRET_KEY": SECRET,
        "DATA_DIR": str(tmp_path / "data"),
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("SMTP_HOST", raising=False)
