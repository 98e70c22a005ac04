"""Each module answers one question from assumptions given as arguments and returns one frozen result."""
