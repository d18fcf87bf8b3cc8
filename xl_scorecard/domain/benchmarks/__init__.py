"""Others' figures that an indicator is held against: whose, of when, and what comes of it."""
