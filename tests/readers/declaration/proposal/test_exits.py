"""Suspected exits: what was seen to leave, or to go nobody knows where, first of all."""

from tests.readers.declaration.proposal.conftest import Proposed, datax, section

from kuajing.readers.declaration import read_declaration
from kuajing.source.yaml_text import parse_yaml

CN = "crm.c1.cn-north-1.rds.amazonaws.com.cn:3306/crm"
US = "desk.c1.us-east-1.rds.amazonaws.com:3306/desk"
BARE = "copy-db:3306/copy"


def test_what_surely_leaves_stands_before_what_may(proposed: Proposed) -> None:
    proposal = proposed(
        {"a.json": datax(CN, BARE, "mobile"), "b.json": datax(CN, US, "mobile", "email", into="people")}
    )
    assert section(proposal.text, "# Suspected exits") == (
        "# Suspected exits 疑似出境: 1 to a place outside the mainland 已知流向境外, "
        "1 with an unknown end 有一端所在地不明\n"
        "#  1. crm.crm.customer -> desk.desk.people (US): pi.basic.email, pi.basic.phone\n"
        "#     b.json:3:26\n"
        "#  2. crm.crm.customer -> copy-db.copy.customer_copy (unknown): pi.basic.phone\n"
        "#     a.json:3:16"
    )
    assert 2 == proposal.exits


def test_nothing_personal_is_no_exit(proposed: Proposed) -> None:
    proposal = proposed({"b.json": datax(CN, US, "price", table="product", into="product")})
    assert 0 == proposal.exits
    assert section(proposal.text, "# Suspected exits").startswith(
        "# Suspected exits 疑似出境: none was seen."
    )


def test_a_flow_is_proposed_as_a_comment_that_reads_once_it_is_uncommented(proposed: Proposed) -> None:
    text = proposed({"b.json": datax(CN, US, "mobile", into="people")}).text
    assert not read_declaration([("flows/estate.yaml", parse_yaml("flows/estate.yaml", text)[0])]).flows
    head, flows = text.split("\n# flows:", 1)
    uncommented = head + "\nflows:" + flows.replace("\n# ", "\n")
    (node,) = parse_yaml("flows/estate.yaml", uncommented)
    (flow,) = read_declaration([("flows/estate.yaml", node)]).flows
    assert ("exit-1", "crm.crm.customer", "desk.desk.people") == (flow.id, flow.source, flow.target)
    assert flow.purpose is None
