"""countersign-agent: the entry. `run` starts its browser while everything else is still being loaded."""

from __future__ import annotations

import asyncio
import gc
import importlib
import os
import sys
from collections.abc import Sequence

RUBBISH_AT = 20_000
"""New objects, less those that went, until Python looks for rubbish that holds itself. At its own 700 it looks 280
times while the program loads, a tenth of that time, and finds nothing: what is loaded stays."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command. Exit code 0 only on success."""
    os.umask(0o077)  # whatever this process writes is the person's alone
    gc.set_threshold(RUBBISH_AT)
    words = list(sys.argv[1:] if argv is None else argv)
    if "serve" in words[:3] and not {"-h", "--help"} & set(words):
        return _serve(words)
    if words[:1] == ["run"] and not {"-h", "--help"} & set(words):
        try:
            return asyncio.run(_run(words))
        except KeyboardInterrupt:
            print("Stopped. Nothing was sent that you had not approved.", file=sys.stderr)
            return 130
    from agent.command_line import execute

    return execute(words)


def _serve(words: list[str]) -> int:
    from agent.command_line import build_parser
    from agent.serve import main as serve

    return serve(vars(build_parser().parse_args(words)).get("home"))


async def _run(words: list[str]) -> int:
    """Loading costs half a second of thinking, the browser's start a second of waiting: both at once."""
    from agent.runs.early import early_browser

    early = early_browser(words)
    try:
        commands = await asyncio.to_thread(importlib.import_module, "agent.command_line")
        await asyncio.to_thread(importlib.import_module, "agent.runs.attempt")
        return int(await commands.execute_with(words, early))
    finally:
        if early is not None:
            await early.close()


if __name__ == "__main__":
    sys.exit(main())
