"""A report as JSON and as text."""
