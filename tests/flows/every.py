"""All flows, in the order of the table."""

from __future__ import annotations

from tests.flows.flow import Flow
from tests.flows.flows_forms import FORMS
from tests.flows.flows_packages import PACKAGES, PRACTICE
from tests.flows.flows_reads import READS
from tests.flows.flows_single import SINGLE
from tests.flows.flows_writes import WRITES

FLOWS: tuple[Flow, ...] = (*PRACTICE, *PACKAGES, *SINGLE, *WRITES, *READS, *FORMS)
BY_NAME = {flow.name: flow for flow in FLOWS}
