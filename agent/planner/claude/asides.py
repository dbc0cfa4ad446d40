"""The tools by which a model answers what it is asked beside a planner's work: a request with one is no turn."""

SECOND_LOOK = "report_doubts"
POINTING = "point_to_words"
ASIDE = frozenset({SECOND_LOOK, POINTING})
