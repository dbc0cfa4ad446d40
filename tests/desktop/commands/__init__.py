"""Tests of desktop.commands."""
