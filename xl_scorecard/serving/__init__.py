"""The button for Excel without a local Python: a small service inside the council, and its pane."""
