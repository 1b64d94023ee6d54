"""Datasets with personal columns: people are asked for where data begins."""

from tests.readers.declaration.proposal.conftest import Proposed, datax, section

A, B = "a-db:3306/a", "b-db:3306/b"


def test_a_dataset_that_another_fills_is_counted_with_it(proposed: Proposed) -> None:
    text = proposed({"job.json": datax(A, B, "mobile")}).text
    assert section(text, "datasets:") == (
        "datasets: # whose data it is, where it begins 数据来自何人\n"
        "  a-db.a.customer:\n"
        "    # mobile: pi.basic.phone\n"
        "    people: {count: unknown, collected_in: unknown, under_14: unknown}\n"
        "  # filled from those above, and counted with them 由上述数据集生成，随其计数\n"
        "  # b-db.b.customer_copy: mobile: pi.basic.phone"
    )


def test_datasets_that_only_fill_each_other_are_both_asked_about(proposed: Proposed) -> None:
    text = proposed(
        {
            "there.json": datax(A, B, "mobile"),
            "back.json": datax(B, A, "mobile", table="customer_copy", into="customer"),
        }
    ).text
    assert 2 == section(text, "datasets:").count("people: {count: unknown")
