"""What a map kept elsewhere says of a column: it may add and narrow, and never clears."""

from kuajing.classifiers import classify_dataset, load_vocabulary
from kuajing.model.estate import Column, Dataset, SaidCategory
from kuajing.model.labels import Classification
from kuajing.model.names import ColumnName, DatasetName

TABLE = DatasetName("crm", ("t1",))


def said(category: str, word: str, *covers: str, least: str = "no") -> SaidCategory:
    return SaidCategory(category, word, covers, least, "fideslang")


def found(column: str, *what: SaidCategory, table: DatasetName = TABLE, **more: str) -> Classification:
    name = table.column(column)
    dataset = Dataset(table, "", (Column(name, "", "", ()),), complete=False, locations=())
    told: dict[ColumnName, tuple[SaidCategory, ...]] = {name: what}
    ((_, classification),) = classify_dataset(dataset, more, load_vocabulary(), told)
    return classification


def shown(one: Classification) -> tuple[str, str, str, str]:
    return one.category, one.outcome.value, one.sensitive, one.basis.value


def test_a_word_of_a_map_is_a_declared_category() -> None:
    one = found("c1", said("pi.basic.email", "user.contact.email"))
    assert shown(one) == ("pi.basic.email", "sure", "no", "declared")
    assert one.evidence == ("fideslang:user.contact.email",)


def test_without_a_word_the_same_column_says_nothing() -> None:
    assert shown(found("c1")) == ("none", "none", "no", "inferred")


def test_a_word_for_several_categories_gives_way_to_the_one_that_the_column_shows() -> None:
    wide = said("pi.basic", "user.contact", "pi.basic.email")
    assert shown(found("email", wide)) == ("pi.basic.email", "sure", "no", "declared")
    assert shown(found("c1", wide)) == ("pi.basic", "sure", "no", "declared")


def test_a_map_that_calls_a_column_no_personal_data_clears_nothing() -> None:
    one = found("id_card_no", said("none", "system.operations"))
    assert shown(one) == ("pi.identity.resident_id", "sure", "no", "inferred")
    assert "fideslang:system.operations" in one.evidence


def test_a_more_sensitive_category_that_is_sure_stays() -> None:
    plain = said("pi.netid.platform_id", "user.unique_id")
    assert shown(found("fingerprint_template", plain))[0] == "pi.biometric.fingerprint"
    assert shown(found("member_no", plain))[0] == "pi.netid.platform_id"


def test_of_several_words_the_most_sensitive_counts() -> None:
    one = found("c1", said("pi.basic.email", "user.contact.email"), said("pi.biometric", "user.biometric"))
    assert shown(one) == ("pi.biometric", "sure", "yes", "declared")


def test_data_about_children_is_at_least_conditionally_sensitive() -> None:
    children = said("pi", "user.childrens", "pi", least="conditional")
    assert shown(found("email", children)) == ("pi.basic.email", "sure", "conditional", "declared")


def test_the_declaration_of_the_estate_outranks_a_map() -> None:
    one = found("c1", said("pi.basic.email", "user.contact.email"), c1="none")
    assert shown(one) == ("none", "none", "no", "declared")
