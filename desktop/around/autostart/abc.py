"""What it takes to start with the computer, whatever the system."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence


class Autostart(ABC):
    """Starts the app after the person logs in. ``command`` is the program with its arguments."""

    def __init__(self, command: Sequence[str]) -> None:
        self.command = tuple(command)

    @property
    @abstractmethod
    def enabled(self) -> bool:
        """Whether the system would start this very command."""

    @abstractmethod
    def enable(self) -> None:
        """Starts it from the next log-in on.

        Raises:
            OSError: the system does not let us.
        """

    @abstractmethod
    def disable(self) -> None:
        """Starts it no more; nothing happens if it was not.

        Raises:
            OSError: the system does not let us.
        """

    def set(self, wanted: bool) -> None:
        """Enables or disables it.

        Raises:
            OSError: the system does not let us.
        """
        if wanted:
            self.enable()
        else:
            self.disable()


class PretendAutostart(Autostart):
    """Notes what was wanted, for tests and the gallery. ``problem`` is raised when it is set."""

    def __init__(self, command: Sequence[str] = ("countersign",), problem: OSError | None = None) -> None:
        super().__init__(command)
        self.problem = problem
        self._enabled = False

    @property
    def enabled(self) -> bool:
        """Override Autostart.enabled."""
        return self._enabled

    def enable(self) -> None:
        """Override Autostart.enable."""
        self._set(True)

    def disable(self) -> None:
        """Override Autostart.disable."""
        self._set(False)

    def _set(self, wanted: bool) -> None:
        if self.problem is not None:
            raise self.problem
        self._enabled = wanted
