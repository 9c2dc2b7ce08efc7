"""What each kind of page shows: one file a kind, listed in book.py."""
