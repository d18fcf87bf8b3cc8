"""What reading has to say: how a sheet was understood, and why one was not read."""
