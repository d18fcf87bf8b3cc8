"""The rows below a header: indicators, what stands with them, and where a table ends."""
