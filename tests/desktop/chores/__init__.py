"""Tests of desktop.chores."""
