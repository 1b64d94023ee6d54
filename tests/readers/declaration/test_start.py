"""The estate that a new user begins with."""

from kuajing.model.declaration import Declaration
from kuajing.readers.declaration import SCHEMA_PATH, is_declaration, read_declaration, write_start
from kuajing.source.yaml_text import parse_yaml


def _declared() -> Declaration:
    texts = {path: text for path, text in write_start() if path.endswith(".yaml")}
    documents = [(path, node) for path, text in texts.items() for node in parse_yaml(path, text)]
    assert all(is_declaration(node) for _, node in documents)
    return read_declaration(documents, texts)


def test_the_start_holds_a_declaration_its_schema_and_a_source() -> None:
    assert [path for path, _ in write_start()] == ["flows/estate.yaml", "sql/customer.sql", SCHEMA_PATH]


def test_each_declaration_of_the_start_names_the_schema_beside_it() -> None:
    first_lines = [text.split("\n")[0] for path, text in write_start() if path.endswith(".yaml")]
    assert first_lines == ["# yaml-language-server: $schema=./.kuajing/declaration.schema.json"]


def test_the_start_declares_one_live_flow_abroad_and_no_approval() -> None:
    declaration = _declared()
    flows = [(flow.id, flow.source, flow.target, flow.status) for flow in declaration.flows]
    assert flows == [("customers-to-us", "lake.ods.customer", "us-dw.dim_customer", "live")]
    assert declaration.approvals == ()


def test_the_count_and_approval_that_the_start_suggests_are_read() -> None:
    text = dict(write_start())["flows/estate.yaml"]
    head, _, suggested = text.partition("# counts:\n")
    lines = ["counts:", *(line.removeprefix("# ") for line in suggested.splitlines())]
    (node,) = parse_yaml("flows/estate.yaml", head + "\n".join(lines) + "\n")
    declaration = read_declaration([("flows/estate.yaml", node)])
    assert [approval.id for approval in declaration.approvals] == ["scc-2026-001"]
    assert [count.flow for count in declaration.counts] == ["customers-to-us"]
