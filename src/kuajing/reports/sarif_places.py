"""Places, names and messages in the words of SARIF."""

from urllib.parse import quote

from kuajing.reports.characters import visible
from kuajing.source.location import Location
from kuajing.source.nodes import Plain

ROOT = "%SRCROOT%"


def physical(place: Location) -> dict[str, Plain]:
    """A place: the path percent-encoded below the root, the line and the column."""
    return {
        "artifactLocation": {"uri": quote(place.path.encode("utf-8", "surrogatepass")), "uriBaseId": ROOT},
        "region": {"startLine": place.line, "startColumn": place.column},
    }


def location(place: Location, text: str = "", name: str = "") -> dict[str, Plain]:
    """A place with what is to be said of it and the name of what stands there, each only where there is one."""
    parts: dict[str, Plain] = {"physicalLocation": physical(place)}
    if name:
        parts["logicalLocations"] = [{"fullyQualifiedName": visible(name)}]
    if text:
        parts["message"] = message(text)
    return parts


def message(text: str) -> dict[str, Plain]:
    """A message; what would read as an embedded link is kept from being one."""
    return {"text": text.replace("](", "] (")}
