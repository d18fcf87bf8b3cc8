"""Rule sets as files: read, with every mistake by file and line; and their schema."""
