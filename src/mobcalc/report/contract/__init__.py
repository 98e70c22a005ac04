"""What every key of the JSON means: the one place for it, from which schemas and docs/json.md are made."""
