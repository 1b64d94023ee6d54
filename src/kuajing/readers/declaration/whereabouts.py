"""Where something is: jurisdictions, sides of the border, regions of providers."""

import re
from typing import Annotated

from kuajing.readers.declaration import jurisdictions
from kuajing.readers.declaration.faults import fault, shown
from kuajing.readers.declaration.kinds import JsonSchema, Read

CODE: JsonSchema = {"$comment": "jurisdiction code", "type": "string"}
"""What the schema replaces by a reference to its list of codes, so that the list stands once."""


def _code(value: object) -> str:
    if isinstance(value, str):
        if value in jurisdictions.CODES:
            return value
        code = jurisdictions.meant(value)
        if code is not None:
            raise fault("jurisdiction_by_name", found=shown(value), code=code)
    raise fault("not_a_jurisdiction", found=shown(value))


def _read_jurisdiction(value: object) -> str | None:
    if value == "unknown":
        return None
    return "CN" if value == "mainland" else _code(value)


def _read_base(value: object) -> str | None:
    if value == "unknown":
        return None
    return "mainland" if value in ("mainland", "CN") else _code(value)


def _read_side(value: object) -> str | None:
    """Where data was first collected: any code but that of the mainland is abroad."""
    if value in ("unknown", "abroad"):
        return None if value == "unknown" else "abroad"
    return "mainland" if value in ("mainland", "CN") or _code(value) == "CN" else "abroad"


_REGION = re.compile(r"[a-z0-9][a-z0-9_.-]*/[A-Za-z0-9][A-Za-z0-9_.-]*")


def _read_located(value: object) -> str | None:
    if value == "unknown":
        return None
    if value == "mainland" or (isinstance(value, str) and _REGION.fullmatch(value)):
        return str(value)
    if isinstance(value, str) and "/" in value:
        raise fault("not_a_region", found=shown(value))
    return _code(value)


Jurisdiction = Annotated[
    str | None, Read(_read_jurisdiction, (CODE, {"enum": ["mainland", "unknown"]}), "jurisdiction")
]
Base = Annotated[str | None, Read(_read_base, (CODE, {"enum": ["mainland", "unknown"]}), "jurisdiction")]
Side = Annotated[str | None, Read(_read_side, (CODE, {"enum": ["mainland", "abroad", "unknown"]}), "side")]
Located = Annotated[
    str | None,
    Read(
        _read_located,
        ({"type": "string", "pattern": f"^{_REGION.pattern}$"}, CODE, {"enum": ["mainland", "unknown"]}),
        "location",
    ),
]
