"""Our words and those of fideslang, both ways."""

from pathlib import Path

import pytest
import yaml

from kuajing.classifiers import load_vocabulary
from kuajing.messages import is_key
from kuajing.taxonomies import Meaning, fides_words

HERE = Path(__file__).parent
THEIRS = yaml.safe_load((HERE / "fideslang-3.1.yaml").read_text("utf-8"))
OURS = (*load_vocabulary().categories, *load_vocabulary().groups)


def test_every_category_and_group_of_ours_has_a_key_of_fideslang() -> None:
    assert [one for one in OURS if fides_words().keys.get(one) not in THEIRS["categories"]] == []


def test_every_key_of_fideslang_old_ones_too_means_something_here() -> None:
    keys = (*THEIRS["categories"], *THEIRS["older"])
    assert [key for key in keys if fides_words().meaning(key) is None] == []


def test_every_meaning_is_a_category_a_group_the_root_or_none() -> None:
    said = {one.category for one in fides_words().meanings.values()}
    covered = {begin for one in fides_words().meanings.values() for begin in one.covers}
    assert said | covered <= {*OURS, "pi", "none"}


def test_every_category_comes_back_as_itself_as_its_group_or_among_those_that_the_key_covers() -> None:
    lost = []
    for category in load_vocabulary().categories:
        key = fides_words().key(category)
        assert key is not None
        meaning = fides_words().meaning(key)
        assert meaning is not None
        beginnings = (meaning.category, *meaning.covers)
        if not any(f"{category}.".startswith(f"{one}.") for one in beginnings):
            lost.append((category, key))
    assert lost == []


def test_purposes_and_people_are_known_on_both_sides() -> None:
    assert set(fides_words().uses.values()) <= set(THEIRS["uses"])
    assert set(fides_words().subjects.values()) <= set(THEIRS["subjects"])
    assert [purpose for purpose in fides_words().uses if not is_key(f"purpose.{purpose}")] == []


@pytest.mark.parametrize(
    ("key", "category"),
    [
        ("user.contact.email", "pi.basic.email"),
        ("user.contact.wechat", "pi.basic"),
        ("user.contact", "pi.basic"),
        ("user", "pi"),
        ("user.provided.identifiable.contact.email", "pi.basic.email"),
        ("user.derived.identifiable.device.cookie_id", "pi.device.ad_id"),
        ("user.provided.nonidentifiable", "pi"),
        ("account.contact.city", "pi.basic.address"),
        ("system.operations", "none"),
    ],
)
def test_a_key_means_what_the_nearest_key_above_it_means(key: str, category: str) -> None:
    found = fides_words().meaning(key)
    assert found is not None
    assert found.category == category


@pytest.mark.parametrize("key", ["", "body.feet", "users", "usercontact.email", "."])
def test_a_key_with_none_above_it_means_nothing(key: str) -> None:
    assert fides_words().meaning(key) is None


def test_a_key_that_a_map_declares_means_what_the_key_above_it_does() -> None:
    parents = {"membership": "user.unique_id", "membership.card": "membership"}
    one = fides_words().meaning("membership.card.chip", parents)
    assert one == Meaning("pi.netid.platform_id", ("pi.netid", "pi.edu.student_no", "pi.work.employee_no"))


def test_keys_above_each_other_in_a_circle_mean_nothing() -> None:
    assert fides_words().meaning("a.b", {"a.b": "c", "c": "a.b"}) is None


def test_the_list_is_that_of_the_package() -> None:
    taxonomy = pytest.importorskip("fideslang.default_taxonomy", reason="fideslang is not installed")
    default = taxonomy.DEFAULT_TAXONOMY
    found = {
        "categories": sorted(one.fides_key for one in default.data_category),
        "uses": sorted(one.fides_key for one in default.data_use),
        "subjects": sorted(one.fides_key for one in default.data_subject),
    }
    assert {name: keys for name, keys in THEIRS.items() if name != "older"} == found
