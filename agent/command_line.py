"""The commands, made from the desk's table: parses, calls, prints, and sets the exit code."""

from __future__ import annotations

import argparse
import asyncio
import inspect
import json
import logging
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agent.desk import Argument, Capability, Desk, registered
from agent.problems import expected

if TYPE_CHECKING:
    from agent.runs.early import Early

OK, FAILED, INTERRUPTED = 0, 1, 130
"""Exit codes; 2 is argparse's own for a command line it can't read."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A command that has been read and can be carried out."""

    chosen: Capability
    desk: Desk
    arguments: dict[str, Any]
    as_json: bool

    def call(self) -> Any:
        """What the capability answers; for some a coroutine."""
        return self.chosen.call(self.desk, **self.arguments)


def execute(words: list[str]) -> int:
    """Carries out one command line; returns the exit code."""
    prepared = _read(words)
    if inspect.iscoroutinefunction(prepared.chosen.call):
        return _concluded(prepared, lambda: asyncio.run(_until_stopped(prepared.call())))
    return _concluded(prepared, prepared.call)


async def execute_with(words: list[str], early: Early | None) -> int:
    """Carries out `run` inside a running loop, with a browser that is starting already."""
    prepared = _read(words)
    prepared.desk.early.extend([early] if early is not None else [])
    try:
        result = await _until_stopped(prepared.call())
    except BaseException as problem:
        return _concluded(prepared, _raiser(problem))
    return _concluded(prepared, lambda: result)


def _raiser(problem: BaseException) -> Callable[[], Any]:
    def again() -> Any:
        raise problem
    return again


def _read(words: list[str]) -> Prepared:
    arguments = vars(build_parser().parse_args(words))
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(message)s")
    as_json, home = arguments.pop("json", False), arguments.pop("home", None)
    chosen: Capability = arguments.pop("capability")
    return Prepared(chosen, Desk(home, lambda text: print(text, file=sys.stderr, flush=True)), arguments, as_json)


def _concluded(prepared: Prepared, work: Callable[[], Any]) -> int:
    try:
        result = work()
    except KeyboardInterrupt:
        _report(InterruptedError("Stopped. Nothing was sent that you had not approved."), as_json=prepared.as_json)
        return INTERRUPTED
    except expected() as problem:
        return _report(problem, as_json=prepared.as_json)
    finally:
        prepared.desk.close()
    if prepared.as_json:
        print(json.dumps(result, ensure_ascii=False, indent=None))
    elif result is not None:
        from agent.cli_text import as_text

        print(as_text(prepared.chosen.id, result))
    return _exit_code(prepared.chosen.id, result)


def build_parser() -> argparse.ArgumentParser:
    """The parser, made from the desk's table."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="one JSON document on stdout")
    common.add_argument("--home", metavar="DIR", default=argparse.SUPPRESS, help="data folder (COUNTERSIGN_HOME)")
    parser = argparse.ArgumentParser(prog="countersign-agent", parents=[common], description=(
        "Prepares your paperwork in a real browser and sends nothing without your approval."))
    level = parser.add_subparsers(metavar="COMMAND", required=True)
    groups: dict[str, Any] = {}
    for each in registered().values():
        first, _, second = each.id.partition(" ")
        if second and first not in groups:
            group = level.add_parser(first, help=f"{first} …", parents=[common])
            groups[first] = group.add_subparsers(metavar="COMMAND", required=True)
        where = groups[first] if second else level
        command = where.add_parser(second or first, help=each.title, description=each.title, parents=[common])
        command.set_defaults(capability=each)
        for argument in each.arguments:
            _add(command, argument)
    _add_demo(level, common)
    level.add_parser("serve", help="Serve the app over standard input and output (JSON-RPC 2.0, a line a message)",
                     parents=[common])
    return parser


def _add(command: argparse.ArgumentParser, argument: Argument) -> None:
    more: dict[str, Any] = {"help": argument.help}
    if argument.choices:
        more["choices"] = argument.choices
    elif argument.metavar and not argument.flag:
        more["metavar"] = argument.metavar
    if not argument.option:
        if not argument.required:
            more["nargs"] = "?"
        command.add_argument(argument.name, **more)
        return
    if argument.flag:
        more["action"] = "store_true"
    elif argument.many:
        more["action"] = "append"
    dashes = "-" if len(argument.name) == 1 else "--"
    command.add_argument(dashes + argument.name.replace("_", "-"), dest=argument.name, required=argument.required,
                         **more)


def _add_demo(level: Any, common: argparse.ArgumentParser) -> None:
    from agent.demo import demo

    command = level.add_parser("demo", help="Take the practice parking permit through the whole job",
                               parents=[common])
    command.add_argument("--yes", action="store_true", help="approve and answer without asking, for unattended runs")
    command.set_defaults(capability=Capability("demo", "The main job on the practice site", demo))


async def _until_stopped(work: Any) -> Any:
    """Ends tidily on SIGTERM as on Ctrl+C: runs are closed, the browser goes."""
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    if sys.platform != "win32":
        loop.add_signal_handler(signal.SIGTERM, task.cancel)
    try:
        return await task
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


def _report(problem: Exception, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"error": str(problem), "kind": type(problem).__name__}, ensure_ascii=False))
    print(str(problem), file=sys.stderr)
    return FAILED


def _exit_code(name: str, result: Any) -> int:
    if name == "gate check" and result["leaks"]:
        return FAILED
    if name == "answers" and result["problems"]:
        return FAILED
    if name == "model probe" and not result["usable"]:
        return FAILED
    if name == "doctor" and not all(each["ok"] for each in result):
        return FAILED
    return OK
