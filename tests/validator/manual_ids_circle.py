"""Clauses of GB 50180-2018 that a person must look at."""

CIRCLE_MANUAL_IDS = [
    "GB180-6.0.5.wall",
    "GB180-A.roof",
    "GB180-B03.waste.room",
    "GB180-D16.permeable",
    "GB180-D16.runoff",
    "SUN-4.0.9.additions",
]
