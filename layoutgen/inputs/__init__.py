"""The user's files: briefs, site files and templates become values."""
