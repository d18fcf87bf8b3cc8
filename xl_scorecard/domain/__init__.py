"""What a scorecard is made of: plain values, no files, no Excel."""
