"""What can be wrong with a scorecard; one check a file."""
