"""Questions: one list, the answer that most findings wait for first."""

from tests.readers.declaration.proposal.conftest import Proposed, datax, section

CN = "crm.c1.cn-north-1.rds.amazonaws.com.cn:3306/crm"
US = "desk.c1.us-east-1.rds.amazonaws.com:3306/desk"


def test_the_place_that_most_findings_wait_for_is_asked_first(proposed: Proposed) -> None:
    proposal = proposed(
        {
            "a.json": datax("hub-db:3306/hub", "left-db:3306/left", "mobile"),
            "b.json": datax("hub-db:3306/hub", "right-db:3306/right", "mobile", into="other"),
        }
    )
    asked = section(proposal.text, "# Questions").splitlines()[1:]
    placed = [line for line in asked if line.endswith("located  where does it stand? 位于何处？")]
    assert placed == [
        "#   3  systems: hub-db: located  where does it stand? 位于何处？",
        "#   2  systems: left-db: located  where does it stand? 位于何处？",
        "#   2  systems: right-db: located  where does it stand? 位于何处？",
    ]
    assert proposal.questions == len(asked)


def test_an_exit_asks_why_and_who_and_how_many(proposed: Proposed) -> None:
    proposal = proposed({"b.json": datax(CN, US, "mobile", into="people")})
    assert section(proposal.text, "# Questions").splitlines()[1:] == [
        "#   1  handlers: this-company: base  in the mainland or abroad? 设在境内还是境外？",
        "#   1  handlers: this-company: ciio  an operator of critical infrastructure? 是否关键信息基础设施运营者？",
        "#   1  systems: crm: handler or recipient  whose is it? 归谁所有？",
        "#   1  systems: desk: handler or recipient  whose is it? 归谁所有？",
        "#   1  datasets: crm.crm.customer: people  how many, collected where? 多少人，在何处收集？",
        "#   1  flows: from crm.crm.customer to desk  why does it go there? 为何流向该处？",
        "#   1  handlers: this-company: state_organ  an organ of state? 是否国家机关？",
    ]


def test_where_nothing_is_open_nothing_is_asked(proposed: Proposed) -> None:
    proposal = proposed({"b.json": datax(CN, CN, "mobile", into="people")})
    assert 0 == proposal.questions
    assert "# Questions" not in proposal.text


def test_files_that_nothing_places_are_asked_about_by_their_pattern(proposed: Proposed) -> None:
    proposal = proposed({"sql/customer.sql": "CREATE TABLE customer (mobile varchar(20));\n"})
    assert section(proposal.text, "# Questions").splitlines()[1:] == [
        "#   1  sources: paths sql/**/*.sql: system  on which system do these files run? 这些文件在哪个系统运行？"
    ]
