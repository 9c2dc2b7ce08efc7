"""Drawings of round numbers of which every verdict was worked out by a person."""
