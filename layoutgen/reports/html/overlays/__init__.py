"""What can be laid over the plan: the sun, walks, reach; all by the functions that the judge uses."""
