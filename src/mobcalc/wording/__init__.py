"""All sentences and labels that people read in reports, in one place: a module for each kind of answer."""
