"""Each value of a declaration has a place under the words that an explanation calls it."""

from kuajing.readers.declaration import key_places
from kuajing.source.location import Location
from kuajing.source.yaml_text import parse_yaml

TEXT = """\
kuajing: 1
handlers:
  shop-cn: {base: mainland}
flows:
  - id: crm-to-us
    necessary: yes
    compliance:
      pipia: {completed: 2026-02-10}
counts:
  - {flow: crm-to-us, as_of: 2026-09-30, ordinary: 1}
  - {flow: crm-to-us, as_of: 2026-10-31, ordinary: 2}
"""


def test_keys_of_every_section_have_their_places() -> None:
    places = key_places(parse_yaml("flows.yaml", TEXT))
    named = (
        "handlers.shop-cn.base",
        "flows[crm-to-us]",
        "flows[crm-to-us].necessary",
        "flows[crm-to-us].compliance.pipia",
        "counts[crm-to-us].ordinary",
    )
    assert [(3, 13), (5, 5), (6, 5), (8, 7), (11, 42)] == [
        (places[name].line, places[name].column) for name in named
    ]
    assert Location("flows.yaml", 3, 13) == places["handlers.shop-cn.base"]
