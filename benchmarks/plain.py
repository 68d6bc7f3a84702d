"""An environment without an editable install, made from the one that is there.

Setuptools' finder for an editable install is run by every Python of its environment and makes even
``python -c pass`` twice as slow: ratios to it look better than they are where the program is installed as usual.
"""

from __future__ import annotations

import sys
import sysconfig
import venv
from pathlib import Path

from benchmarks.places import SOURCES

SCRIPT = """#!{python}
import sys
from minqing.__main__ import main
if __name__ == "__main__":
    sys.exit(main())
"""


def is_editable() -> bool:
    """Whether this environment runs a finder for the program at every start."""
    return any(_packages().glob("__editable__*minqing*.pth"))


def plain_environment(cache: Path) -> tuple[tuple[str, ...], str]:
    """The console script and the Python of an environment that finds the same packages by their paths alone."""
    place = cache / f"plain-{sys.version_info[0]}.{sys.version_info[1]}"
    python, script = place / "bin" / "python", place / "bin" / "minqing"
    if not python.exists():
        venv.create(place, symlinks=True, with_pip=False)
    packages = place / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    (packages / "minqing.pth").write_text(f"{SOURCES}\n{_packages()}\n", encoding="utf-8")
    script.write_text(SCRIPT.format(python=python), encoding="utf-8")
    script.chmod(0o755)
    return (str(script),), str(python)


def this_environment() -> tuple[tuple[str, ...], str]:
    """The console script beside this Python, else ``python -m minqing``; and this Python."""
    script = Path(sys.executable).with_name("minqing")
    return ((str(script),) if script.exists() else (sys.executable, "-m", "minqing")), sys.executable


def _packages() -> Path:
    return Path(sysconfig.get_paths()["purelib"])
