"""What can go wrong before a model is asked.

ModelProblem
└── NoModel      no model is set up that could be asked; the text begins with "no model is set up"
"""

from __future__ import annotations


class ModelProblem(Exception):
    """Base of all; the text is for the person."""


class NoModel(ModelProblem):
    """None is set up; says what is missing and how to give it."""

    def __init__(self, why: str) -> None:
        super().__init__(f"no model is set up: {why}")
