"""One small file for each output format; HTML will be another."""
