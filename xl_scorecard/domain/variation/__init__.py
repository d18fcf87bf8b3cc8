"""Variation as NHS "Making Data Count" has it: XmR limits, special causes, assurance.

An XmR chart holds each figure against the mean of its series and against limits that the usual
moves from one figure to the next give (D. J. Wheeler, Understanding Variation). What lies within
is common cause; what the rules single out has a cause of its own.
"""
