"""Looks: colours, spacing and type as tokens, the palettes and the style sheet made from them, icons and font."""
