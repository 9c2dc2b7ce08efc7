"""One rule a file; each measures one thing and serves every clause that names it."""
