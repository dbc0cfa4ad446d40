"""A small fictitious council to try everything on, offline."""

from __future__ import annotations

from agent.practice.errors import NotStarted, PracticeError
from agent.practice.serve import serve
from agent.practice.site import PracticeSite
from agent.practice.storage import Record, Request, records, requests

__all__ = ["NotStarted", "PracticeError", "PracticeSite", "Record", "Request", "records", "requests", "serve"]
