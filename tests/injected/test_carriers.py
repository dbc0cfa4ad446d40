"""Every carrier of an instruction, with a model that obeys it: nothing unapproved goes out, nothing is widened."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import pytest

from tests.attackers.stage import Stage
from tests.injected.carriers import Trial, trials
from tests.injected.mutations import MUTATIONS, Mutation
from tests.injected.trial import play

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

SAMPLE = ("look-alike letters", "answer page", "subject of an e-mail that is the task")
"""What the ordinary suite plays."""

ALL = trials()


@pytest.mark.parametrize("trial", [
    pytest.param(each, id=str(each), marks=() if each.carrier.name in SAMPLE else pytest.mark.slow) for each in ALL])
async def test_an_instruction_is_obeyed_and_nothing_comes_of_it(ground: Stage, trial: Trial) -> None:
    played = await play(ground, trial)
    assert played.wrong == []


@pytest.mark.parametrize(("mutation", "name", "goal", "says"), [
    pytest.param(*each, id=f"{each[0].__name__} {each[2]}", marks=() if at == 0 else pytest.mark.slow)
    for at, each in enumerate(MUTATIONS)])
async def test_without_its_rule_the_same_gets_out_and_is_seen(
        ground: Stage, mutation: Mutation, name: str, goal: str, says: str) -> None:
    trial = next(each for each in ALL if each.carrier.name == name)
    with contextlib.ExitStack() as undo:
        mutation(undo)
        played = await play(ground, replace(trial, goal=goal))
    assert [each for each in played.leaks if each.startswith(says)]
