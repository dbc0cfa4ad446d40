"""What a failed step says: what happened and what to do."""

from __future__ import annotations

import pytest

from installers.problems import Cause, advice, cause_of, failure_message


@pytest.mark.parametrize(("output", "cause"), [
    ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", Cause.DISK_FULL),
    ("WARNING: Retrying ... Failed to establish a new connection: [Errno -3] Temporary failure in name resolution",
     Cause.NO_NETWORK),
    ("error: Failed to fetch: `https://x/`\n  Caused by: dns error: failed to lookup address", Cause.NO_NETWORK),
    ("npm error code ENOTFOUND", Cause.NO_NETWORK),
    ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", Cause.WRONG_FILE),
    ("error: Hash mismatch for `h11==0.16.0`", Cause.WRONG_FILE),
    ("OSError: [Errno 30] Read-only file system: '.venv'", Cause.READ_ONLY),
    ("E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1", Cause.PACKAGES_BUSY),
    ("E: Package 'chromium' has no installation candidate", Cause.NOT_FOUND),
    ("something else", Cause.OTHER),
])
def test_the_cause_is_read_from_the_output(output: str, cause: Cause) -> None:
    assert cause_of(output) is cause


@pytest.mark.parametrize("cause", list(Cause))
def test_every_cause_has_advice(cause: Cause) -> None:
    assert advice(cause).endswith(".")
    assert "{" not in advice(cause)


def test_a_failure_quotes_the_last_lines_only() -> None:
    message = failure_message("Installing", 1, "\n".join(f"line {number}" for number in range(100)))
    assert "line 99" in message
    assert "line 50" not in message
    assert "Installing" in message
