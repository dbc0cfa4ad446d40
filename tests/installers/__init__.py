"""Tests of the two commands and the set-up behind them."""
