"""Starting, stopping, starting again; running in the foreground."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from urllib.parse import urlsplit

import pytest

from agent.practice import NotStarted, PracticeSite, records, requests


def test_nothing_is_kept_where_there_is_no_file(database):
    assert records(database) == []
    assert requests(database) == []
    assert not database.exists()


def test_file_is_for_its_owner_alone(site, database):
    assert database.stat().st_mode & 0o077 == 0


def test_session_outlives_a_restart(database, client, site):
    client.get("/parking-permit")
    token = client.get("/parking-permit").token
    client.post("/parking-permit", {"csrf_token": token, "registration": "VX19 KLM", "make": "Skoda", "colour": "blue"})
    site.stop()
    with PracticeSite(database) as again:
        client.address = urlsplit(again.url).netloc
        assert client.get("/parking-permit/address").token == token


def test_port_in_use_is_said(site, database):
    with pytest.raises(NotStarted, match="could not start"):
        PracticeSite(database, int(site.url.rpartition(":")[2])).start()


def test_unusable_file_is_said(tmp_path):
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is not a database" * 100)
    with pytest.raises(NotStarted):
        PracticeSite(broken).start()
    assert broken.read_bytes() == b"this is not a database" * 100


def test_site_that_is_not_running_has_no_address(database):
    site = PracticeSite(database)
    site.stop()
    with pytest.raises(NotStarted):
        _ = site.url


def test_site_starts_once_at_a_time(site):
    with pytest.raises(NotStarted, match="already"):
        site.start()


def test_nothing_runs_after_stopping(database):
    before = threading.active_count()
    with PracticeSite(database):
        assert threading.active_count() == before + 1
    assert threading.active_count() == before


@pytest.mark.skipif(sys.platform == "win32", reason="a process can't be sent these signals on Windows")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serving_in_the_foreground_ends_with_a_signal(database, number):
    code = ("import json, sys; from pathlib import Path; from agent.practice import serve;"
            "serve(Path(sys.argv[1]), 0, lambda said: print(json.dumps(said), flush=True))")
    with subprocess.Popen([sys.executable, "-W", "error", "-c", code, str(database)], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True) as process:
        said = json.loads(process.stdout.readline())
        assert said["pages"]["meter-reading"] == said["url"] + "/meter-reading"
        process.send_signal(number)
        output, errors = process.communicate(timeout=30)
    assert (process.returncode, output, errors) == (0, "", "")
