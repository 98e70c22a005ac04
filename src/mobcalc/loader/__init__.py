"""From YAML files and flags to checked assumptions, each of which remembers where it came from."""
