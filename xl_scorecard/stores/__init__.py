"""Workbooks that lie in a store: a bucket, a server that one signs on to, whatever fsspec knows."""
