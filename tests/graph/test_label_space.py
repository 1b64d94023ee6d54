import numpy as np
import pytest

from kuajing.graph.arrays import WORD
from kuajing.graph.label_space import Effect, LabelSpace, effect_of, label_space
from kuajing.graph.reference import becomes
from kuajing.model.facts import Transform
from kuajing.model.labels import Form, Label, Origin

NAME = Label("pi.name", Origin.MAINLAND)
PHONE = Label("pi.phone", Origin.ABROAD)
CORE = Label("important:core", Origin.UNKNOWN)
UNKNOWN = Label("unknown", Origin.MAINLAND)


def after(space: LabelSpace, label: Label, effect: Effect) -> tuple[Label, ...]:
    word, bit = space.place(label)
    bits = np.array([1 << bit], np.uint64)
    space.rules[word].apply(bits, np.array([effect], np.uint8))
    return space.read([0] * word + bits.tolist())


def test_a_space_holds_what_edges_can_make_of_its_labels() -> None:
    assert (
        CORE,
        Label("pi", Origin.ABROAD, Form.INFLUENCE),
        Label("pi", Origin.MAINLAND, Form.INFLUENCE),
        Label("pi.name", Origin.MAINLAND, Form.AGGREGATE),
        NAME,
        Label("pi.phone", Origin.ABROAD, Form.AGGREGATE),
        PHONE,
        Label("unknown", Origin.MAINLAND, Form.AGGREGATE),
        UNKNOWN,
    ) == label_space([NAME, PHONE, CORE, UNKNOWN]).labels


def test_every_effect_makes_of_every_label_what_it_should() -> None:
    space = label_space([NAME, PHONE, CORE, UNKNOWN])
    expected = {
        (label, effect): tuple(filter(None, [becomes(label, effect)]))
        for label in space.labels
        for effect in Effect
    }
    assert expected == {(label, effect): after(space, label, effect) for label, effect in expected}


@pytest.mark.parametrize(("labels", "words"), [(0, 1), (1, 1), (30, 1), (31, 2), (61, 3)])
def test_thirty_labels_take_one_word(labels: int, words: int) -> None:
    space = label_space(Label(f"pi.c{number}", Origin.MAINLAND) for number in range(labels))
    assert words == space.words


def test_labels_of_several_words_are_read_together_once() -> None:
    space = label_space(Label(f"pi.c{number:02}", Origin.MAINLAND) for number in range(31))
    influence = Label("pi", Origin.MAINLAND, Form.INFLUENCE)
    _, bit = space.place(influence)
    words = [1 << bit, 1 << bit | 1]
    assert (influence, Label("pi.c30", Origin.MAINLAND)) == space.read(words)


def test_preimages_are_what_each_transform_makes_into_a_bit() -> None:
    (rules,) = label_space([NAME, PHONE, CORE, UNKNOWN]).rules
    expected = np.zeros((len(Effect), WORD), np.uint64)
    for effect in Effect:
        for bit in range(WORD):
            image = np.array([1 << bit], np.uint64)
            rules.apply(image, np.array([effect], np.uint8))
            for target in range(WORD):
                if int(image[0]) >> target & 1:
                    expected[effect, target] |= np.uint64(1 << bit)
    used = [bit for bit in range(WORD) if any(int(row[bit]) for row in expected)]
    assert expected[:, used].tolist() == rules.preimages()[:, used].tolist()


def test_only_aggregation_changes_labels() -> None:
    assert [effect_of(transform) for transform in Transform] == [
        Effect.KEEP,
        Effect.KEEP,
        Effect.KEEP,
        Effect.KEEP,
        Effect.AGGREGATE,
    ]


def test_a_label_outside_the_space_has_no_place() -> None:
    with pytest.raises(ValueError, match=r"pi\.phone"):
        label_space([NAME]).place(PHONE)
