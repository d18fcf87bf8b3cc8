"""What officers write beside the figures."""
