"""Clauses of roads, parking and accessibility that a person must look at."""

WAYS_MANUAL_IDS = [
    "ACC-02.h",
    "ACC-03",
    "ACC-05",
    "PARK-11.easing",
    "PARK-12.soil",
    "ROAD-08.min",
    "ROAD-12.b",
]
