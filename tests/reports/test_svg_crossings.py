from kuajing.reports.diagram_model import Group, Side
from kuajing.reports.svg_crossings import crossings, least_crossed
from kuajing.reports.svg_layers import Chain, Layers
from kuajing.reports.svg_sections import Section


def section(side: Side, cluster: str, party: str) -> Section:
    return Section(side, Group(cluster, cluster), Group(party, party), (f"{cluster}/{party}",))


def layers_of(*pairs: tuple[str, str]) -> Layers:
    """Arrows from a column of capitals to a column of small letters."""
    column = {name: int(name.islower()) for pair in pairs for name in pair}
    chains = tuple(Chain(None, pair, turned=False) for pair in pairs)  # type: ignore[arg-type]
    return Layers(2, 1, column, {}, chains, {}, {})


def test_lines_whose_ends_change_places_cross() -> None:
    y = {"A": 0.0, "B": 1.0, "a": 0.0, "b": 1.0}
    assert crossings(layers_of(("A", "b"), ("B", "a")), y) == 1
    assert crossings(layers_of(("A", "a"), ("B", "b")), y) == 0


def test_lines_that_meet_at_a_box_do_not_cross() -> None:
    assert crossings(layers_of(("A", "a"), ("A", "b")), {"A": 0.0, "a": 1.0, "b": 0.0}) == 0


HOME = section(Side.HOME, "home", "h")
ABROAD = (section(Side.ABROAD, "HK", "x"), section(Side.ABROAD, "SG", "y"), section(Side.ABROAD, "SG", "z"))
UNKNOWN = section(Side.UNKNOWN, "unknown", "u")
FIRST = (HOME, *ABROAD, UNKNOWN)


def test_an_order_without_crossings_stays() -> None:
    assert least_crossed(FIRST, lambda _order: 0) == FIRST


def test_parties_change_places_inside_their_jurisdiction() -> None:
    wanted = (HOME, ABROAD[0], ABROAD[2], ABROAD[1], UNKNOWN)
    assert least_crossed(FIRST, lambda order: int(order != wanted)) == wanted


def test_jurisdictions_change_places_with_all_their_parties() -> None:
    wanted = (HOME, ABROAD[1], ABROAD[2], ABROAD[0], UNKNOWN)
    assert least_crossed(FIRST, lambda order: int(order != wanted)) == wanted


def test_what_nobody_located_stays_last() -> None:
    wanted = (HOME, UNKNOWN, *ABROAD)
    assert least_crossed(FIRST, lambda order: int(order != wanted)) == FIRST
