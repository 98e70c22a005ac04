"""The reference store: published tables by place and occupation, read one query at a time."""
