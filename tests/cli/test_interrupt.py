"""Ctrl+c at any moment: the exit code of an interrupted program, and no traceback."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from givequest.config.paths import Paths

INTERRUPTED_AT = """
import sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[0]:
            raise KeyboardInterrupt
from givequest.__main__ import main
sys.argv = sys.argv[1:]
sys.meta_path.insert(0, Interrupting())
sys.exit(main())
"""


@pytest.mark.parametrize(
    "module",
    [
        "givequest.cli", "givequest.cli.main", "givequest.application.game.game", "givequest.composition",
        "givequest.cli.parser", "argparse", "givequest.cli.commands.deeds.log", "givequest.storage.ledger.ledger",
        "signal",
    ],
)  # fmt: skip
def test_ctrl_c_while_a_module_is_imported_is_told_by_the_exit_code_alone(paths: Paths, module: str) -> None:
    """As in the first tenth of a second, in which little else is done."""
    words = ["doctor"] if module == "signal" else ["log", "help", "--day", "yesterday"]  # which need all of them
    command = [sys.executable, "-c", INTERRUPTED_AT, module, *words]
    environment = {**os.environ, "GIVEQUEST_HOME": os.path.dirname(paths.data)}
    ran = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (130, b"")
