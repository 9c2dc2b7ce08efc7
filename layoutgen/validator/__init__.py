"""The judge: re-measures a plan and compares it with the law, clause by clause."""
