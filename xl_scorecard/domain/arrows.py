"""The arrows that our results show: which way a number moved or lies."""

UP, DOWN, LEVEL = "▲", "▼", "►"
