"""Tests of desktop.settings."""
