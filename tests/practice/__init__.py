"""Tests of the practice site."""
