"""Runs browser-use on one task as its own README does; started in its own environment, never imported.

Reads one JSON object from standard input: ``task``, ``url`` of the model's server, ``model``, ``browser`` (program),
``files``, ``folder`` (its own), ``lean`` (vision, judge, thinking and planning off). Prints how it ended as JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any


async def main(job: dict[str, Any]) -> dict[str, Any]:
    from browser_use import Agent, BrowserProfile, BrowserSession, ChatAnthropic

    profile = BrowserProfile(executable_path=job["browser"], headless=True, chromium_sandbox=False,
                             enable_default_extensions=False, user_data_dir=f"{job['folder']}/profile")
    lean = {"use_vision": False, "use_judge": False, "flash_mode": True} if job["lean"] else {}
    model = ChatAnthropic(model=job["model"], api_key="sk-practice", base_url=job["url"], max_retries=0)
    agent: Any = Agent(task=job["task"], llm=model, browser_session=BrowserSession(browser_profile=profile),
                       available_file_paths=job["files"], file_system_path=f"{job['folder']}/files", **lean)
    history = await agent.run(max_steps=job["steps"])
    return {"done": history.is_done(), "success": history.is_successful(), "steps": history.number_of_steps(),
            "errors": [each for each in history.errors() if each]}


if __name__ == "__main__":
    ended = asyncio.run(main(json.load(sys.stdin)))
    print(json.dumps(ended))
