"""The council's seven services, one file each, gathered in the order of the home page."""

from __future__ import annotations

from agent.practice.services import (
    appointment,
    change_of_address,
    complaint,
    library_card,
    meter_reading,
    parking_permit,
    residents_discount,
)
from agent.practice.services.service import Handler, Routes, Service

__all__ = ["ROUTES", "SERVICES", "Handler", "Routes", "Service"]

_MODULES = (meter_reading, parking_permit, change_of_address, appointment, library_card, complaint,
            residents_discount)

SERVICES: tuple[Service, ...] = tuple(module.SERVICE for module in _MODULES)

ROUTES: Routes = {path: ways for module in _MODULES for path, ways in module.ROUTES.items()}
