"""Many workbooks: which files, which rule set, on which workers."""
