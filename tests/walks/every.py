"""All walks, in the order of the table."""

from __future__ import annotations

from tests.walks.cookies import COOKIES
from tests.walks.pages import Walk
from tests.walks.steps import STEPS
from tests.walks.surprises import SURPRISES
from tests.walks.ways import WAYS

WALKS: tuple[Walk, ...] = (*WAYS, *COOKIES, *STEPS, *SURPRISES)
BY_NAME = {each.flow.name: each for each in WALKS}
