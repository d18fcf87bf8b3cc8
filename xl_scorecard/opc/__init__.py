"""The Open Packaging layer: zip entries, parts, relationships, content types."""
