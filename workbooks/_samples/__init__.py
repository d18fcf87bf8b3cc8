"""The parts that the sample workbooks are drawn from."""
