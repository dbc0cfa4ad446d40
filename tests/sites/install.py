"""Installs the published packages whose form pages the tests drive; does nothing where it is done or npm is missing."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
STAMP = MODULES / ".countersign"
APPLICATION = MODULES / "hof" / "sandbox"


def is_installed() -> bool:
    """Whether the packages of the lock are there, as far as the stamp of the last install says."""
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8").split()[:1] == [_wanted()]


def application_is_built() -> bool:
    """Whether the Home Office Forms example application has its texts (its own build step makes them)."""
    return is_installed() and (APPLICATION / "apps/sandbox/translations/en/default.json").is_file()


def main() -> int:
    """Installs; exit code 0 also where npm is missing, because the tests then skip with a reason."""
    if is_installed():
        print("The form pages are installed.")
        return 0
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        print("npm is not installed: the tests with published form pages will be skipped.")
        return 0
    code = subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=HERE,
                          stdin=subprocess.DEVNULL, check=False).returncode
    if code != 0:
        return code
    _build_application()
    STAMP.write_text(f"{_wanted()}\n", encoding="utf-8")
    return 0


def _build_application() -> None:
    """Runs the application's own build. It needs Node 20.19; without it only that application's tests are skipped."""
    done = subprocess.run(["node", str(MODULES / "hof" / "bin" / "hof-build")], cwd=APPLICATION,
                          env=os.environ | {"HOF_SANDBOX": "true"}, stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode != 0 or not (APPLICATION / "apps/sandbox/translations/en/default.json").is_file():
        print("The Home Office Forms example could not be built; its tests will be skipped.\n" + done.stdout[-600:]
              + done.stderr[-600:])


def _wanted() -> str:
    return hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
