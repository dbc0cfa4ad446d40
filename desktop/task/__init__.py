"""One task in the window: words for its state, which face it shows, its panes."""
