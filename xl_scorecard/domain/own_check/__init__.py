"""What must hold in a check of an officer's own: read from Excel-like words, and worked out."""
