"""Settings at the desk."""

from __future__ import annotations

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.profile.errors import ProfileError
from agent.profile.kinds import kind
from agent.protocol import settings
from agent.protocol.messages import SettingDoc
from agent.protocol.settings import BadSetting
from agent.store.problems import CannotRecord, NotNow


@capability("settings show", "Show all settings")
def show_settings(desk: Desk) -> list[SettingDoc]:
    """Every setting with its value."""
    values = settings.read(desk.folder)
    return [SettingDoc(
        key=each.key, kind=each.kind, group=each.group.value, label=each.label, help=each.help, value=values[each.key],
        default=each.default, choices=[list(choice) for choice in each.choices], least=each.least, most=each.most)
        for each in settings.TABLE]


@capability("settings set", "Change a setting", Argument("key", "which, such as side-by-side", metavar="KEY"),
            Argument("value", "its new value", metavar="VALUE"))
def set_setting(desk: Desk, key: str, value: object) -> list[SettingDoc]:
    """Keeps one setting.

    Raises:
        NotNow: there is none of that name, or it can't take that value.
        CannotRecord: the file can't be written.
    """
    try:
        if key == "model-sees":
            _known(settings.kinds_in(settings.checked(key, value)))
        settings.write(desk.folder, key, value)
    except BadSetting as problem:
        raise NotNow(str(problem)) from problem
    except OSError as problem:
        raise CannotRecord(f"The settings can't be written: {problem.strerror or problem}.") from problem
    return show_settings(desk)


def _known(kinds: frozenset[str]) -> None:
    for each in sorted(kinds):
        try:
            kind(each)
        except ProfileError as problem:
            raise BadSetting(str(problem)) from problem
