"""Answer pages of invented sites: real confirmations, and what looks like one and is none."""
