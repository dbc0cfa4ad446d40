"""Tests of the pieces that two views or more are made of."""
