"""The set-up's decisions: which installer, which commands, which words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from installers import plan
from installers.plan import Machine, Stamp, System, Work

ROOT = Path("/home/ada/my checkout")
MACHINE = Machine(System.DEBIAN, root_user=False, python="/usr/bin/python3", version=(3, 11, 2), uv="",
                  can_make_venv=True)


@pytest.mark.parametrize(("platform", "release", "system"), [
    ("linux", 'ID=debian\nVERSION_ID="12"', System.DEBIAN),
    ("linux", "NAME=x\nID=ubuntu\nID_LIKE=debian", System.UBUNTU),
    ("linux", 'ID=linuxmint\nID_LIKE="ubuntu debian"', System.UBUNTU),
    ("linux", 'ID="raspbian"\nID_LIKE=debian', System.DEBIAN),
    ("linux", "ID=fedora", System.FEDORA),
    ("linux", "ID=arch", System.LINUX),
    ("linux", "", System.LINUX),
    ("darwin", "", System.MACOS),
    ("win32", "", System.WINDOWS),
])
def test_the_system_is_told_from_platform_and_release_file(platform: str, release: str, system: System) -> None:
    assert plan.system_of(platform, release) is system


def test_the_environments_python_stands_elsewhere_on_windows() -> None:
    assert plan.venv_python(ROOT, System.LINUX) == ROOT / ".venv/bin/python"
    assert plan.venv_python(ROOT, System.WINDOWS) == ROOT / ".venv/Scripts/python.exe"


class TestStamp:
    WANTED = plan.stamp_for(ROOT, (3, 11, 2), b"lock", b"project")

    @pytest.mark.parametrize(("found", "python_there", "work"), [
        (None, True, Work.REBUILD),
        (WANTED, False, Work.REBUILD),
        (plan.stamp_for(ROOT, (3, 12, 0), b"lock", b"project"), True, Work.REBUILD),
        (plan.stamp_for(ROOT / "moved", (3, 11, 2), b"lock", b"project"), True, Work.REBUILD),
        (plan.stamp_for(ROOT, (3, 11, 2), b"lock 2", b"project"), True, Work.INSTALL),
        (plan.stamp_for(ROOT, (3, 11, 2), b"lock", b"project 2"), True, Work.INSTALL),
        (Stamp(WANTED.base, ""), True, Work.INSTALL),
        (WANTED, True, Work.NOTHING),
    ])
    def test_only_what_changed_is_done_again(self, found: Stamp | None, python_there: bool, work: Work) -> None:
        assert plan.work_left(found, self.WANTED, python_there) is work


class TestEnvironment:
    def test_pip_installs_from_the_lock_with_hashes_then_the_project_alone(self) -> None:
        locked, project = plan.install_steps(MACHINE, ROOT)
        assert locked.argv[:4] == (f"{ROOT}/.venv/bin/python", "-m", "pip", "install")
        assert locked.argv[-3:] == ("--require-hashes", "-r", f"{ROOT}/requirements.lock")
        assert project.argv[-4:] == ("--no-deps", "--no-build-isolation", "-e", str(ROOT))

    def test_uv_is_used_where_it_is_there(self) -> None:
        machine = replace(MACHINE, uv="/usr/bin/uv", can_make_venv=False)
        assert not plan.needs_venv_package(machine)
        assert plan.environment_step(machine, ROOT).argv[:2] == ("/usr/bin/uv", "venv")
        for step in plan.install_steps(machine, ROOT):
            assert step.argv[:5] == ("/usr/bin/uv", "pip", "install", "--python", f"{ROOT}/.venv/bin/python")

    def test_a_missing_venv_module_is_installed_by_root_on_debian(self) -> None:
        machine = replace(MACHINE, can_make_venv=False, root_user=True)
        assert plan.needs_venv_package(machine)
        assert [step.argv[:2] for step in plan.venv_package_steps(machine)] == [
            ("apt-get", "update"), ("apt-get", "install")]
        assert plan.venv_package_steps(machine)[1].argv[-1] == "python3.11-venv"

    def test_a_missing_venv_module_is_named_to_anyone_else(self) -> None:
        machine = replace(MACHINE, can_make_venv=False)
        assert plan.venv_package_steps(machine) == ()
        assert "sudo apt-get install -y python3.11-venv" in plan.venv_package_message(machine)
        assert "apt" not in plan.venv_package_message(replace(machine, system=System.MACOS))


class TestBrowser:
    def test_root_on_debian_installs_chromium_by_apt_then_falls_back(self) -> None:
        argvs = [step.argv for step in plan.browser_steps(replace(MACHINE, root_user=True), ROOT)]
        assert argvs[0] == ("apt-get", "update")
        assert argvs[1][:3] == ("apt-get", "install", "-y")
        assert "chromium" in argvs[1]
        assert argvs[2][-3:] == ("playwright", "install", "chromium")

    def test_root_on_ubuntu_gets_no_snap(self) -> None:
        (step,) = plan.browser_steps(replace(MACHINE, root_user=True, system=System.UBUNTU), ROOT)
        assert step.argv[1:] == ("-m", "playwright", "install", "--with-deps", "chromium")

    @pytest.mark.parametrize("system", list(System))
    def test_anyone_else_tries_playwrights_own(self, system: System) -> None:
        (step,) = plan.browser_steps(replace(MACHINE, system=system), ROOT)
        assert step.argv[1:] == ("-m", "playwright", "install", "chromium")

    @pytest.mark.parametrize(("system", "command"), [
        (System.DEBIAN, "sudo apt-get update && sudo apt-get install -y chromium"),
        (System.UBUNTU, "sudo '/home/ada/my checkout/.venv/bin/python' -m playwright install --with-deps chromium"),
        (System.FEDORA, "sudo dnf install -y chromium"),
        (System.MACOS, "brew install --cask google-chrome"),
        (System.WINDOWS, "winget install --id Google.Chrome"),
        (System.LINUX, "'/home/ada/my checkout/.venv/bin/python' -m playwright install chromium"),
    ])
    def test_the_message_names_the_exact_command(self, system: System, command: str) -> None:
        assert command in plan.browser_message(replace(MACHINE, system=system), ROOT)

    def test_missing_libraries_are_named_with_the_browsers_own_words(self) -> None:
        message = plan.library_message(MACHINE, ROOT, "/b/chrome", "libnss3.so: cannot open shared object file")
        assert "libnss3.so" in message
        assert "-m playwright install-deps chromium" in message


@pytest.mark.parametrize(("uv", "begins"), [
    ("", (str(ROOT / ".venv/bin/python"), "-m", "pip", "install")),
    ("/usr/bin/uv", ("/usr/bin/uv", "pip", "install", "--python", str(ROOT / ".venv/bin/python")))])
def test_what_reads_photos_comes_from_a_lock_of_its_own(uv: str, begins: tuple[str, ...]) -> None:
    step = plan.photos_step(replace(MACHINE, uv=uv), ROOT)
    assert step.argv[:len(begins)] == begins
    assert step.argv[-3:] == ("--require-hashes", "-r", str(ROOT / plan.PHOTOS_LOCK))
    assert not any(step.argv[-1] in each.argv for each in plan.install_steps(MACHINE, ROOT))


def test_both_locks_agree_and_the_smaller_is_without_the_parts_for_photos() -> None:
    folder = Path(__file__).resolve().parents[2]
    small, large = ({line.split("==")[0]: line.split()[0] for line in (folder / name).read_text().splitlines()
                     if "==" in line and not line.startswith(("numpy", " "))}
                    for name in (plan.LOCK, plan.PHOTOS_LOCK))
    assert {"rapidocr", "onnxruntime", "pypdfium2"} <= large.keys() - small.keys()
    assert {name: pin for name, pin in large.items() if small.get(name, pin) != pin} == {}
