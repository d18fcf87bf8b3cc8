"""What of the officers' own keeps our results from being seen."""
