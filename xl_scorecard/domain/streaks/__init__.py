"""Streaks and firsts: how long an indicator has stood where it stands, and since when it has not.

Told from the figures as they stand, back from the newest to the first gap or break: what lies
beyond that is not known, and an answer that hangs on it is none.
"""
