"""Rows against the rule set: unknown, repeated and missing indicators."""
