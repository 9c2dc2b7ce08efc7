"""A length that a person reads at a glance: of one part of a scale bar."""


def round_length(length: float) -> float:
    """Return 1, 2 or 5 times a power of ten, not above the length but at least a metre."""
    step = 1.0
    for factor in (2.0, 2.5, 2.0) * 4:
        if step * factor > length:
            break
        step *= factor
    return step
