"""Recipes and what answers taught as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from agent.protocol.display import display


def _recipes(result: list[dict[str, Any]]) -> str:
    lines = [f"{each['id']:<4} {'on ' if each['enabled'] else 'off'}  {display(each['title'])}  "
             f"{display(each['site'])}\n          revision {each['revision']}, {each['source']}, "
             f"used {each['used']} times" for each in result]
    return "\n".join(lines) or "No recipes yet. One is kept when a form is confirmed."


def _learned(result: list[dict[str, Any]]) -> str:
    return "\n".join(f"{each['id']:<4} {display(each['label'])}: {display(each['option'] or each['fact'])}\n"
                     f"     {display(each['says'])}" for each in result) or "Nothing yet."


def _recipe(result: dict[str, Any]) -> str:
    lines = [*_recipes([result]).splitlines(), f"     starts at {display(result['start'])}"]
    lines += _recipe_pages(result)
    lines += [f"\n     keeps {display(each)}" for each in result["keeps"]]
    lines += [f"\n     revision {each['number']}  {each['at'][:10]}  {display(each['why'], 200)}"
              for each in result["revisions"]]
    return "\n".join(lines)


def _recipe_pages(result: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    for page in result["pages"]:
        lines.append(f"\n     {display(page['heading'] or page['path'])}  ({display(page['origin'] + page['path'])})")
        lines += [f"       {display(each['label'], 60):<60}  {display(each['comes_from'])}" for each in page["fields"]]
        lines.append(f"       then press “{display(page['press'])}”")
    return lines


def _recipe_in(result: dict[str, Any]) -> str:
    return "\n".join([display(result["title"]), f"starts at {display(result['start'] or 'an address that you give')}",
                      *_recipe_pages(result)])


def _recipe_text(result: dict[str, Any]) -> str:
    return "\n".join(display(line, 0) for line in result["text"].splitlines())


WRITERS: dict[str, Callable[[Any], str]] = {
    "learned list": _learned, "recipe list": _recipes, "recipe show": _recipe, "recipe preview": _recipe_in,
    "recipe export": _recipe_text}
