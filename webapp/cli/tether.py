"""Run a command that ends with its parent: ``tether.py PARENT_PID COMMAND...`` becomes COMMAND.

Linux then sends it SIGTERM when the supervisor dies, however it dies. Elsewhere it only runs it.
"""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def main() -> None:
    """Tie this process to its parent and become the command."""
    parent, command = int(sys.argv[1]), sys.argv[2:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() == parent:  # it may have died just before
        os.execv(command[0], command)  # noqa: S606 -- the command of our own supervisor  # nosec B606


if __name__ == "__main__":
    main()
