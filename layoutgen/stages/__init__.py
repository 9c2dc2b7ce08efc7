"""The makers: each stage turns what came before into one frozen result."""
