"""Where the graph is: read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphSettings:
    """Address and account of the graph engine."""

    uri: str
    user: str
    password: str
    database: str

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """Read ``NEO4J_URI``, ``NEO4J_USER``, ``NEO4J_PASSWORD`` and ``NEO4J_DATABASE``."""
        return cls(
            uri=environ.get("NEO4J_URI", "bolt://127.0.0.1:7687"),
            user=environ.get("NEO4J_USER", "neo4j"),
            password=secret(environ, "NEO4J_PASSWORD"),
            database=environ.get("NEO4J_DATABASE", "neo4j"),
        )


def secret(environ: Mapping[str, str], name: str) -> str:
    """Return the value of ``name``, or what stands in the file that ``<name>_FILE`` names."""
    if path := environ.get(f"{name}_FILE"):
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 -- a path from the settings
            return file.read().strip()
    return environ.get(name, "")
