"""Tests of desktop.around."""
