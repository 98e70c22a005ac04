"""mobcalc: lifetime earnings of apprenticeship, other training and no postsecondary, compared.

`compare` and `frame` are the interface for programs (docs/python.md); they come in when they are asked for, since NumPy
takes longer to import than the version to print.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mobcalc.cli.frames import Frame as Frame
    from mobcalc.cli.frames import compare as compare
    from mobcalc.cli.frames import frame as frame
    from mobcalc.errors import InputError as InputError

__version__ = "0.2.0"
__all__ = ["Frame", "InputError", "__version__", "compare", "frame"]


def __getattr__(name: str) -> Any:
    """What the interface for programs has, imported now."""
    if name == "InputError":
        from mobcalc import errors

        return errors.InputError
    if name in __all__:
        from mobcalc.cli import frames

        return getattr(frames, name)
    raise AttributeError(f"module 'mobcalc' has no attribute '{name}'")
