"""How far the judge can be trusted: faults, harmless edits, invariances and a second engine in one table."""
