"""Two examples of drawings that are not as we wrote them: one of ours that was damaged, one of another office."""
