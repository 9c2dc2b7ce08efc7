"""Manual clauses of the packs fire, kindergarten and buildings."""

FIRE_MANUAL_IDS = [
    "FIRE-06.h",
    "FIRE-08.height",
    "FIRE-10.heavy",
    "FIRE-13.h",
    "FIRE-13.load",
    "FIRE-17.h",
    "GB55038-3.2.4.a",
    "GB55038-3.2.4.b",
    "GB55038-3.2.5",
    "GB55038-4.2.7.h",
    "JGJ39-3.1.2",
    "JGJ39-3.2.3.pool.h",
    "NURSERY-19.staff",
]
