"""Findings marked on a copy of a judged drawing: clouds, notes and a table, on one layer of paint."""
