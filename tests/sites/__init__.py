"""Form pages from published packages, served on loopback with a recorder behind them."""
