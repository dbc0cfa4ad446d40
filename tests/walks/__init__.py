"""Small sites with a long way from the start page to the answer, in eight languages."""
