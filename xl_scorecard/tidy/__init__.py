"""Results of a run as tidy tables for analysts, with a dictionary of what each column holds."""
