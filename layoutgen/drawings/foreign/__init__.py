"""Drawings of other offices: a map says what their layers hold and how figures stand in their texts."""
