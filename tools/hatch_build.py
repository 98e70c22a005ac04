"""Hatch build hook: compiles assumptions and catalogues and builds the reference store, for every kind of install."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileAssumptions(BuildHookInterface):  # type: ignore[type-arg]
    """Writes bundled.msgpack, reference.sqlite and catalogues/*.mo, which git ignores and the wheel carries."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the assumptions before anything is packed; a mistake in them stops the build."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path[:0] = [str(root / "src"), str(root / "tools")]
        import messages
        from build_store import FILES, PROFILES, STORE, TABLES, WAGES, build

        from mobcalc.loader.bundle import COMPILED, compiled_copy

        COMPILED.write_bytes(compiled_copy(root / "assumptions"))
        build(TABLES, STORE)
        messages.compile_all()
        if version == "editable":
            return
        # What the store holds need not be there twice.
        held = {TABLES / f"{name}.csv" for name in (*FILES, *WAGES, *PROFILES)}
        for file in sorted((root / "assumptions").rglob("*")):
            if file.is_file() and file not in held:
                build_data["force_include"][str(file)] = f"mobcalc/{file.relative_to(root).as_posix()}"
