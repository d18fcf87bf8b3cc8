"""How an outturn is judged: status, change, direction of travel."""
