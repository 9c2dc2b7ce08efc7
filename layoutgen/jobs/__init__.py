"""One function a command: the only room that knows maker, drawing and judge."""
