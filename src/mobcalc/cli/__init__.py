"""The command line: the only layer that reads arguments, prints or exits."""
