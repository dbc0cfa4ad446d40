"""Every channel of every family, and its cases."""

from __future__ import annotations

from functools import cache

from tests.channels import (
    browser_features,
    forms,
    frames,
    headers,
    navigation,
    redirects,
    scripts,
    service_workers,
    sockets,
    speculation,
    styles,
    subresources,
    unloading,
    workers,
)
from tests.channels.channel import Case, Channel

FAMILIES: dict[str, tuple[Channel, ...]] = {
    "forms": forms.CHANNELS, "navigation": navigation.CHANNELS, "redirects": redirects.CHANNELS,
    "scripts": scripts.CHANNELS, "headers": headers.CHANNELS, "unloading": unloading.CHANNELS,
    "subresources": subresources.CHANNELS, "styles": styles.CHANNELS, "speculation": speculation.CHANNELS,
    "frames": frames.CHANNELS, "workers": workers.CHANNELS, "service workers": service_workers.CHANNELS,
    "sockets": sockets.CHANNELS, "browser features": browser_features.CHANNELS,
}


@cache
def cases() -> tuple[Case, ...]:
    """Every channel with every target that it has."""
    pairs = [(channel, target) for family in FAMILIES.values() for channel in family for target in channel.targets]
    return tuple(Case(channel, target, number) for number, (channel, target) in enumerate(pairs, 1))


@cache
def _by_name() -> dict[str, Case]:
    found = {case.name: case for case in cases()}
    assert len(found) == len(cases()), "two channels of one name"
    return found


def case_called(name: str) -> Case:
    """The case of a name such as ``fetch-post-third``."""
    return _by_name()[name]
