"""From a file to sheets of plain values."""
