"""The embedded graph engine: ArcadeDB in a process of its own, speaking Bolt on loopback.

``python -m graph.embedded DATA_FOLDER BOLT_PORT PASSWORD_FILE`` runs it until SIGTERM.
The only module that touches ``arcadedb_embedded``, which ships no types.
"""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

import os
import signal
import socket
import sys
import threading
from pathlib import Path
from types import FrameType

DATABASE = "lokaal"
USER = "root"
_HEAP = "512m"
_QUERY_LIMIT_MS = "20000"


def serve(folder: Path, *, port: int, password: str) -> None:
    """Run the engine on ``127.0.0.1:port`` with its data in ``folder``, until SIGTERM or SIGINT.

    Raises RuntimeError when a setting that keeps the data safe did not take.
    """
    from arcadedb_embedded import create_server  # noqa: PLC0415 -- starts a JVM, only wanted here
    from arcadedb_embedded.jvm import start_jvm  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    os.chdir(folder)  # the engine writes ./log where it stands
    start_jvm(heap_size=_HEAP)
    server = create_server(
        str(folder / "root"),
        root_password=password,
        config={
            # Production mode syncs each commit to disk and forbids LOAD CSV from files.
            "mode": "production",
            "host": "127.0.0.1",
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "bolt_port": port,
            "http_port": _free_port(),
            "server_defaultDatabases": f"{DATABASE}[{USER}]",
        },
    )
    server.start()
    stopped = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.set()

    # Set after start: the handler that the JVM puts there ends in a crash.
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    database = server.get_database(DATABASE)
    database.command("sql", f"ALTER DATABASE `arcadedb.command.timeout` {_QUERY_LIMIT_MS}")
    print(f"arcadedb ready on 127.0.0.1:{port}", flush=True)  # noqa: T201 -- the supervisor reads it
    stopped.wait()
    server.stop()
    os._exit(0)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    _folder, _port, _password_file = sys.argv[1:4]
    serve(
        Path(_folder).resolve(),
        port=int(_port),
        password=Path(_password_file).read_text(encoding="utf-8").strip(),
    )
