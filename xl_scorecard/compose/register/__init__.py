"""The register: a row an indicator, where everything is worked out that the scorecard looks up.

A register row finds its indicator in the scorecard by reference or name, reads figures, target,
tolerance and polarity there, and holds in labelled columns what follows. What stood in a cell at
the refresh is read as it was then; what is typed since is read by formula where one can read it,
and says Refresh where none can.
"""
