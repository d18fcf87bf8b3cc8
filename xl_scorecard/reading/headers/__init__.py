"""Header rows: which role and which period each column has."""
