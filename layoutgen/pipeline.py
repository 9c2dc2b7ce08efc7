"""The order of the stages: brief and site to plan."""
