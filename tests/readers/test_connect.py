from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]

BJ, SG = "kafka[kafka-bj.shop.example:9092]", "kafka[kafka-sg.shop.example:9092]"
PAIR = "kafka[kafka-bj-1.shop.example:9092,kafka-bj-2.shop.example:9092]"
OPERATED = ("kafka[bj-kafka-bootstrap:9092]", "kafka[sg-kafka-bootstrap:9093]")
TOPICS = "kafka[k.shop.example:9092]"
CRM = "postgres[crm.shop.example:5432]"
SOMEWHERE = "kafka[conn:kafka-connect]"


@pytest.fixture
def told(tell: Tell) -> Tell:
    """Facts without their places, those of reading too."""

    def lines(*names: str, **words: object) -> list[str]:
        found = tell(*(f"connect/{name}" for name in names), **words)
        return [line if line.startswith("read ") else line.split(" ", 1)[1] for line in found]

    return lines


def test_a_mirror_that_no_direction_enables_copies_nothing(told: Tell) -> None:
    assert told("none.properties") == ["read connect: 0 0 0 1"]


def test_a_mirror_copies_its_own_topics_or_those_of_all_under_the_name_that_its_policy_gives(
    told: Tell,
) -> None:
    assert told("mm2.properties") == [
        "read mirrormaker: 1 1 0 0",
        f"{PAIR}/members.* -> {SG}/members.* identity",
        f"{PAIR}/orders.*.* -> {SG}/orders.*.* identity",
        "part connect_left_out names=*.internal",
        f"{SG}/prices.* -> {PAIR}/singapore.prices.* identity",
    ]


def test_all_directions_may_be_enabled_at_once_and_a_name_that_is_empty_puts_nothing_before_a_topic(
    told: Tell,
) -> None:
    assert told("everywhere.properties") == [
        "read mirrormaker: 2 0 0 0",
        f"{BJ}/members.* -> kafka[conn:us]/members.* identity",
        f"{BJ}/members.* -> {SG}/members.* identity",
    ]


def test_clusters_whose_brokers_cannot_be_read_are_not_one(told: Tell) -> None:
    assert told("replicator.json") == [
        "read connect: 1 0 0 0",
        "kafka[conn:hq-source]/members.* -> kafka[<hq-kafka:9092>]/members.* identity",
    ]


def test_a_manifest_of_a_mirror_says_which_clusters_and_whether_it_stands_still(told: Tell) -> None:
    one, other = OPERATED
    assert told("mm2.yaml") == [
        "read mirrormaker: 2 0 0 0",
        f"{one}/members.* -> {other}/bj-members.* identity (in prod)",
        f"{one}/orders.* -> {other}/bj-orders.* identity (in prod)",
        f"{other}/prices.* -> {one}/sg.prices.* identity (disabled) (in prod)",
    ]


def test_later_and_earlier_manifests_of_mirrors_name_their_ends_elsewhere(told: Tell) -> None:
    one, other = OPERATED
    assert told("mm2_v1.yaml") == [
        "read mirrormaker: 2 0 0 0",
        f"{one}/*.* -> {other}/*.* identity",
        f"{one}/clicks.* -> {other}/clicks.* identity",
    ]


def test_of_the_connectors_of_a_mirror_only_the_one_of_rows_copies(told: Tell) -> None:
    assert told("mirror.json") == [
        "read connect: 1 0 0 1",
        f"{BJ}/members.* -> {SG}/bj.members.* identity",
    ]


def test_connectors_of_an_operator_meet_at_the_cluster_of_their_workers(told: Tell) -> None:
    assert told("strimzi.yaml") == [
        "read connect: 2 0 0 0",
        f"mysql[crm.shop.example:3306]/shop.member.* -> {OPERATED[0]}/crm.shop.member.* identity (disabled)",
        f"{OPERATED[0]}/crm.shop.member.* -> s3[s3://hq-lake]/hq-lake.topics/crm.shop.member.* identity",
    ]


def test_in_a_heredoc_a_quote_keeps_its_escape_and_a_dollar_loses_it(told: Tell) -> None:
    assert told("quotes.sh") == [
        "read connect: 1 0 0 0",
        f"mysql[crm.shop.example:3306/shop]/orders.* -> {BJ}/hq_orders.* identity",
    ]


def test_json_may_stand_in_a_file_of_settings_and_of_equal_keys_the_last_one_counts(told: Tell) -> None:
    assert told("remarks.config") == [
        "read connect: 1 0 0 0",
        f"mysql[crm.shop.example:3306/shop]/orders.* -> {BJ}/crm_orders.* identity",
    ]


def test_other_operators_keep_mirrors_connectors_and_workers_too(told: Tell) -> None:
    lake = "s3[s3://hq-lake]/hq-lake.topics"
    assert told("others.yaml") == [
        "read connect: 4 0 0 0",
        f"{BJ}/members.* -> {SG}/bj.members.* identity",
        f"{BJ}/members.* -> {lake}/members.* identity",
        f"{SG}/prices.* -> {lake}/prices.* identity",
        f"{SG}/clicks.* -> {lake}/clicks.* identity",
    ]


def test_a_connector_of_something_else_is_none_of_kafka(told: Tell) -> None:
    assert told("neighbour.yaml") == []


def test_services_of_clouds_are_ends_though_some_name_no_host(told: Tell) -> None:
    members = f"{TOPICS}/members.*"
    assert told("clouds.json") == [
        "read connect: 5 2 0 0",
        f"oracle[ora.shop.example:1521]/SHOP.MEMBER.* -> {TOPICS}/ora.SHOP.MEMBER.* identity",
        f"oracle[ora.shop.example:1521]/SHOP.ORDERS.* -> {TOPICS}/ora.SHOP.ORDERS.* identity",
        f"{members} -> eventbridge[https://events.amazonaws.com]/https://events.amazonaws.com.* identity",
        f"{members} -> snowflake[https://ab12345.us-east-1.snowflakecomputing.com]/members.* identity",
        f"neo4j[graph.shop.example:7687]/graph.shop.example:7687.* -> {TOPICS}/people.* identity",
        f"{members} -> salesforce[https://login.salesforce.com]/Lead.* identity",
        "part connect_class connector=chat",
        f"{members} -> http[https://slack.com]/members.* identity",
        "part connect_class connector=nodes",
        f"{members} -> http[https://own.hq.example]/members.* identity",
    ]


def test_a_map_of_topics_names_the_table_and_dots_in_a_name_may_mean_nothing(told: Tell) -> None:
    assert told("maps.json") == [
        "read connect: 2 0 0 0",
        f"{TOPICS}/crm.member.* -> doris[http://doris.shop.example]/ods_member.* identity",
        f"{TOPICS}/crm.member.* -> clickhouse[http://ch.shop.example]/member.* identity",
        f"{TOPICS}/crm.orders.* -> clickhouse[http://ch.shop.example]/crm.orders.* identity",
    ]


def test_a_source_whose_topics_may_have_any_name_perhaps_fills_one_that_is_read(told: Tell) -> None:
    assert told("unprefixed.json") == [
        "read connect: 2 0 0 0",
        f"mysql[crm.shop.example]/*.* -> {TOPICS}/*.* identity",
        f"mysql[crm.shop.example]/shop.member.* -> {TOPICS}/shop.member.* identity perhaps",
        f"{TOPICS}/shop.member.* -> s3[s3://hq-lake]/hq-lake.topics/shop.member.* identity",
    ]


def test_commands_may_stand_in_a_file_without_an_ending(told: Tell) -> None:
    assert told("commands") == [
        "read connect: 1 0 0 0",
        f"mysql[crm.shop.example:3306/shop]/orders.* -> {BJ}/crm_orders.* identity",
    ]


def test_lists_of_columns_leave_out_hash_mask_and_cut_before_the_steps(told: Tell) -> None:
    assert sorted(
        line for line in told("columns.json", "columns.sql") if "->" in line or "part" in line
    ) == sorted(
        [
            f"{CRM}/public.member.id -> {TOPICS}/hq_member.id identity",
            f"{CRM}/public.member.name -> {TOPICS}/hq_member.name masked by mask",
            f"{CRM}/public.member.phone -> {TOPICS}/hq_member.phone hashed by hash",
            f"{CRM}/public.member.city -> {TOPICS}/hq_member.town masked by truncate",
            f"{CRM}/public.card.* -> {TOPICS}/hq_card.* identity",
            f"{CRM}/public.card.city -> {TOPICS}/hq_card.town masked by truncate",
            "part connect_removed_columns table=public.card columns=pin",
            "part connect_removed_columns table=public.card columns=note",
        ]
    )


def test_steps_mask_pick_and_hand_on_what_nobody_knows(told: Tell) -> None:
    web = "http[https://api.partner.example]/https://api.partner.example"
    moves = [
        f"{TOPICS}/{topic}.{column} -> {web}.{target} {how}"
        for topic in ("hq_card", "hq_member")
        for column, target, how in (
            ("id", "*", "derived by Scramble$Value perhaps"),
            ("id", "id", "identity"),
            ("phone", "*", "masked by MaskField, Scramble$Value perhaps"),
            ("phone", "phone", "masked by MaskField"),
        )
    ]
    assert told("steps.json") == ["read connect: 0 1 0 0", *moves, "part connect_step name=Scramble$Value"]


def test_a_query_gives_its_columns_and_a_pattern_of_topics_reads_what_fits(told: Tell) -> None:
    oms = "mysql[oms.shop.example:3306/oms]/orders"
    assert told("jdbc.json") == [
        "read connect: 2 0 0 0",
        f"{oms}.id -> {TOPICS}/oms_orders.id identity",
        f"{oms}.phone -> {TOPICS}/oms_orders.phone_md5 hashed by MD5",
        f"{TOPICS}/oms_*.* -> postgres[hq.shop.example:5432/hq]/ods.oms_*.* identity",
    ]


def test_scripts_register_connectors_and_documents_only_show_them(told: Tell) -> None:
    unknown = [f"part connect_cluster connector={name}" for name in ("MySqlConnector", "search")]
    assert told("register.sh") == [
        "read connect: 0 2 0 0",
        unknown[0],
        f"mysql[crm.shop.example]/shop.member.* -> {SOMEWHERE}/crm.shop.member.* identity",
        unknown[1],
        f"{SOMEWHERE}/crm.shop.member.* -> elasticsearch[http://${{ES_HOST}}:9200]/crm.shop.member.* identity",
    ]
    assert told("guide.md") == [
        "read connect: 0 1 0 0",
        "part connect_cluster connector=docs",
        f"{SOMEWHERE}/crm.shop.member.* -> local[worker-local]//tmp/out.txt.* identity (disabled)",
    ]


def test_a_server_sends_from_end_to_end_and_to_the_model_that_a_step_asks(told: Tell) -> None:
    assert told("outbox_ai.properties") == [
        "read connect: 1 0 0 0",
        "postgres[crm.shop.example]/public.review.* -> http[https://hq.example]/https://hq.example.* identity",
        "postgres[crm.shop.example]/public.review.text -> http[https://api.voyageai.com/v1]/v1.text identity",
        "postgres[crm.shop.example]/public.review.text -> http[https://hq.example]/https://hq.example.vector derived by FieldToEmbedding",
    ]


def test_sources_of_unnamed_tables_meet_the_topics_that_sinks_read(told: Tell) -> None:
    oms = "mysql[oms.shop.example:3306]"
    assert [line for line in told("joined.json") if "->" in line] == [
        f"{oms}/oms.*.* -> {TOPICS}/oms.oms.*.* identity",
        f"{oms}/oms.orders.* -> {TOPICS}/oms.oms.orders.* identity",
        f"{CRM}/public.outbox.aggregateid -> {TOPICS}/*.events.aggregateid identity",
        f"{CRM}/public.outbox.aggregateid -> {TOPICS}/member.events.aggregateid identity perhaps",
        f"{CRM}/public.outbox.id -> {TOPICS}/*.events.id identity",
        f"{CRM}/public.outbox.id -> {TOPICS}/member.events.id identity perhaps",
        f"{CRM}/public.outbox.payload -> {TOPICS}/*.events.* identity",
        f"{CRM}/public.outbox.payload -> {TOPICS}/member.events.* identity perhaps",
        f"{TOPICS}/member.events.* -> redis[r.shop.example:6379]/member.events.* identity",
        f"{TOPICS}/oms.oms.orders.* -> redis[r.shop.example:6379]/oms.oms.orders.* identity",
    ]
