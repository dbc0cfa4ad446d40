"""Every kind of problem whose text is meant for the person: all rooms' exception trees."""

from __future__ import annotations


def expected() -> tuple[type[Exception], ...]:
    """The roots of the trees. Anything else is a fault of ours."""
    from agent.browser.problems import BrowserProblem
    from agent.chores.problems import ChoreProblem
    from agent.gate.problems import GateProblem
    from agent.intake.errors import IntakeError
    from agent.planner.claude.problems import ModelProblem
    from agent.planner.recipe.problems import RecipeProblem
    from agent.practice import PracticeError
    from agent.profile.errors import ProfileError
    from agent.runs.problems import RunProblem
    from agent.store.problems import StoreProblem
    from agent.vault.problems import VaultProblem

    return (StoreProblem, ProfileError, IntakeError, GateProblem, BrowserProblem, RunProblem, PracticeError,
            VaultProblem, ModelProblem, RecipeProblem, ChoreProblem)
