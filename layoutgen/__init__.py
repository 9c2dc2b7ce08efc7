"""layoutgen draws and judges the site plan of a complete residential community (完整居住社区)."""
