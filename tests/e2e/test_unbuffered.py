"""Where Python is told to hold nothing back, a message is said before the program waits or ends."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SPEAKS = """
import os, sys
from minqing.__main__ import _prepare_streams
_prepare_streams()
print("说了", file=sys.stderr)
print("答了")
os._exit(0)  # as if the window were closed: nothing is written any more
"""


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_what_is_said_does_not_wait_for_the_end(stream: str) -> None:
    variables = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", SPEAKS], env=variables, capture_output=True, check=True)
    assert getattr(done, stream).decode().strip() == {"stdout": "答了", "stderr": "说了"}[stream]
