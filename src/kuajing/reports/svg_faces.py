"""What stands on boxes and gates, in lines that fit, and so how large they are."""

from dataclasses import dataclass

from kuajing.reports.diagram_model import Arrow, Box, Picture, Side
from kuajing.reports.diagram_speech import arrow_words
from kuajing.reports.svg_layers import Chain, Layers
from kuajing.reports.svg_measure import as_many, em, fitted

BOX_WIDTH, GATE_WIDTH, NO_GATE_WIDTH = 208.0, 214.0, 40.0
ICON, SIDE_PAD = 32.0, 12.0
TITLE_SIZE, NOTE_SIZE, GATE_SIZE = 13.0, 10.5, 11.0
TITLE_LINE, NOTE_LINE, GATE_LINE, SIGN_LINE = 17.0, 14.0, 15.0, 13.0
PORT = 13.0
LABEL_SIZE, LABEL_GAP = 10.0, 13.0
MOST_FULL_GATES = 40
"""Above so many gates, each is one line."""

_BOX_PAD, _GATE_PAD = 22.0, 16.0
_GATE_MARK = 22.0


@dataclass(frozen=True, slots=True)
class Face:
    """The lines on a box, gate or sign and its size.

    A box's `title` is large and its `note` quiet; a gate's title tells its standing, its note the data, and its
    `aside` the kinds and the count.
    """

    title: tuple[str, ...]
    note: tuple[str, ...]
    width: float
    height: float
    aside: tuple[str, ...] = ()


def faces(picture: Picture, levels: Layers) -> dict[str, Face]:
    """The faces of boxes and gates by node."""
    ports = _ports(levels)
    on_boxes = {box.id: _box(box, ports.get(box.id, 0)) for box in picture.boxes}
    brief = len(levels.gates) > MOST_FULL_GATES
    on_gates = {node: _gate(chain.arrow, picture, brief=brief) for node, chain in levels.gates.items()}
    sides = {box.id: box.side for box in picture.boxes}
    told = {} if len(levels.signs) > MOST_FULL_GATES else levels.signs
    on_signs = {node: _sign(chain.arrow, sides, picture) for node, chain in told.items()}
    return on_boxes | on_gates | on_signs


def _sign(arrow: Arrow, sides: dict[str, Side], picture: Picture) -> Face:
    """What is said of an arrow that passes the border without a gate: that it comes in, or that it holds nothing named."""
    words = arrow_words(arrow, sides, picture.speech)
    note = tuple(line for said in words for line in fitted(said, NOTE_SIZE, GATE_WIDTH - 2 * SIDE_PAD, 2))
    return Face((), note, GATE_WIDTH, len(note) * SIGN_LINE + 6)


def is_labelled(chain: Chain, levels: Layers) -> bool:
    """Whether the amount of an arrow stands beside its head, as neither gate nor sign tells it."""
    return not any(node in levels.gates or node in levels.signs for node in chain.nodes[1:-1])


def label_room(arrow: Arrow, picture: Picture) -> float:
    """How wide the words beside the head of an arrow are, with its mark."""
    return LABEL_GAP + em(picture.speech.amount(arrow.amount)) * LABEL_SIZE + 20.0


def _ports(levels: Layers) -> dict[str, int]:
    """How many arrows touch the busier side of each box."""
    sides: dict[tuple[str, bool], int] = {}
    for chain in levels.chains:
        for key in ((chain.nodes[0], True), (chain.nodes[-1], False)):
            sides[key] = sides.get(key, 0) + 1
    return {box: max(sides.get((box, True), 0), sides.get((box, False), 0)) for box, _ in sides}


def _box(box: Box, ports: int) -> Face:
    room = BOX_WIDTH - ICON - SIDE_PAD
    title = fitted(box.title, TITLE_SIZE, room, 3)
    note = tuple(line for note in box.notes for line in fitted(note, NOTE_SIZE, room, 2))
    height = _BOX_PAD + len(title) * TITLE_LINE + len(note) * NOTE_LINE
    return Face(title, note, BOX_WIDTH, max(height, ports * PORT + 10))


def _gate(arrow: Arrow, picture: Picture, *, brief: bool) -> Face:
    room = GATE_WIDTH - 2 * SIDE_PAD
    separator = picture.speech.separator
    if brief:
        one_line = as_many(arrow.categories, separator, GATE_SIZE, room - _GATE_MARK, 1)
        return Face((), one_line, GATE_WIDTH, 24.0)
    title = fitted(picture.speech.standings[arrow.standing], GATE_SIZE, room - _GATE_MARK, 1)
    data = as_many(arrow.categories, separator, GATE_SIZE, room, 3)
    aside = fitted(picture.speech.carried(arrow), NOTE_SIZE, room, 2)
    height = _GATE_PAD + (len(title) + len(data) + len(aside)) * GATE_LINE
    return Face(title, data, GATE_WIDTH, height, aside)
