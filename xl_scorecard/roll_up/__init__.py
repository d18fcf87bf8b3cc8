"""Teams' scorecards added up into one: every figure from its numerators and denominators."""
