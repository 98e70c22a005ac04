"""mobcalc: lifetime earnings of apprenticeship, other training and no postsecondary, compared."""

__version__ = "0.2.0"
