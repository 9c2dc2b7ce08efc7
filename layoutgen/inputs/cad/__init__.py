"""The one low-level DXF reader: encodings, blocks, curves and loose lines become neutral shapes."""
