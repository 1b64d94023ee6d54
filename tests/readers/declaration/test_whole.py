"""A declaration that uses every word, read as a whole."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

from kuajing.model.declaration import (
    NEVER,
    Acceptance,
    Anonymised,
    Approval,
    Claim,
    Covers,
    Declaration,
    DeclaredDataset,
    DeclaredFlow,
    DeclaredSystem,
    Evidence,
    Filing,
    Grant,
    Handler,
    Important,
    Instrument,
    MeasuredCount,
    People,
    Population,
    Recipient,
    RecipientContract,
    Settings,
    SourceRule,
    UserFunction,
)
from kuajing.model.interval import NOTHING_KNOWN, Interval
from kuajing.model.truth import Truth
from kuajing.source.location import Location

Read = Callable[[Iterable[Path]], Declaration]


def at(path: str, line: int, column: int) -> Location:
    return Location(path, line, column)


WHOLE = Declaration(
    handlers=(
        Handler(
            id="bank-cn",
            location=at("parties.yaml", 23, 3),
            name_zh="示例银行",
            base="HK",
            persons_held=Interval(1_000_000, None),
            persons_held_known=True,
        ),
        Handler(id="nobody", location=at("parties.yaml", 27, 3)),
        Handler(
            id="shop-cn",
            location=at("parties.yaml", 3, 3),
            name_zh="示例商城（上海）有限公司",
            name_en="Example Shop (Shanghai) Co., Ltd.",
            base="mainland",
            city="Shanghai",
            ciio=Truth.YES,
            ciio_notified_on=date(2025, 5, 6),
            state_organ=Truth.NO,
            sector="retail",
            group="example-group",
            persons_held=Interval.exactly(2_300_000),
            persons_held_known=True,
            persons_line_reached_on=date(2025, 7, 1),
            zone_list="shanghai-2025",
            zone_position="outside_list",
            officer=Filing(name="张三", filed_on=date(2025, 8, 20)),
            representative=Filing(name=None, filed_on=NEVER),
            serves_mainland=Truth.YES,
            labour_rules=Instrument(lawful=Truth.YES, file="docs/rules.pdf"),
            collective_contract=Instrument(lawful=Truth.UNKNOWN, file=None),
            acts_for=("bank-cn",),
            joint_with=("bank-cn",),
            group_split_artificial=Truth.NO,
        ),
    ),
    recipients=(
        Recipient(
            id="shop-hk",
            location=at("parties.yaml", 39, 3),
            name="示例香港",
            jurisdiction="CN",
            name_zh="示例香港",
        ),
        Recipient(
            id="shop-us",
            location=at("parties.yaml", 29, 3),
            name="Example Shop Inc.",
            jurisdiction="US",
            city="Denver",
            role="affiliate",
            contact="privacy@shop.example",
            restricted_list=Truth.NO,
            onward_to=("JP", "cloud-vendor"),
            onward_known=True,
            contract=RecipientContract(
                d790_a12=Truth.YES,
                records_until=date(2029, 1, 1),
                audit_rights=Truth.YES,
                breach_notice_hours=24,
                file="docs/us.pdf",
            ),
            physical_location="abroad",
        ),
    ),
    systems=(
        DeclaredSystem(
            id="crm",
            location=at("places.yaml", 3, 3),
            kind="database",
            handler="shop-cn",
            located="alibaba/cn-shanghai",
            endpoints=(
                ("rm-uf6abc.mysql.rds.aliyuncs.com:3306/crm", at("places.yaml", 7, 17)),
                ("${CRM_JDBC_URL}", at("places.yaml", 7, 62)),
                ("conn:crm_mysql", at("places.yaml", 7, 81)),
            ),
            owner="crm-team@example.com",
        ),
        DeclaredSystem(
            id="hq-office", location=at("places.yaml", 10, 3), kind="workplace", recipient="shop-us"
        ),
        DeclaredSystem(
            id="us-dw", location=at("places.yaml", 9, 3), kind="warehouse", recipient="shop-us", located="US"
        ),
        DeclaredSystem(id="客户系统", location=at("places.yaml", 11, 3), located="mainland"),
    ),
    grants=(
        Grant(
            to="hq-office",
            on="crm.customer",
            location=at("places.yaml", 13, 5),
            columns=("mobile", "name"),
            via="bi-dashboard",
            purpose="management_report",
            status="live",
        ),
        Grant(to="hq-office", on="crm", location=at("places.yaml", 14, 5)),
    ),
    sources=(
        SourceRule(
            paths=("sql/dw/**/*.sql", "sql/a.sql"),
            location=at("places.yaml", 16, 5),
            dialect="hive",
            system="crm",
            default_database="dw",
            default_schema="dwd",
            encoding="gb18030",
            values=("deploy/prod.env",),
        ),
    ),
    functions=(UserFunction(name="mask_mobile", effect="masked", location=at("places.yaml", 24, 3)),),
    datasets=(
        DeclaredDataset(
            name="crm.customer",
            location=at("places.yaml", 27, 3),
            handler="shop-cn",
            people=People(
                population="members",
                count=Interval.exactly(180_000),
                count_known=True,
                collected_in="mainland",
                subjects="customers",
                under_14=Truth.NO,
            ),
            important=Important(status="notified", on=date(2026, 1, 2)),
            retention="P3Y",
            owner="crm-team@example.com",
            columns=(
                ("mobile", "pi.basic.phone", at("places.yaml", 33, 15)),
                ("remark", "none", at("places.yaml", 33, 39)),
            ),
            anonymised=(
                Anonymised(
                    columns=("city",),
                    method="k-anonymity",
                    by="dpo",
                    on=date(2026, 1, 3),
                    expires=date(2027, 1, 3),
                    location=at("places.yaml", 34, 17),
                ),
            ),
        ),
        DeclaredDataset(
            name="crm.staff",
            location=at("places.yaml", 35, 3),
            people=People(
                population=None,
                count=NOTHING_KNOWN,
                count_known=False,
                collected_in="abroad",
                subjects=None,
                under_14=Truth.UNKNOWN,
            ),
            anonymised=(
                Anonymised(
                    columns=("grade",),
                    method=None,
                    by="dpo",
                    on=None,
                    expires=None,
                    location=at("places.yaml", 39, 9),
                ),
            ),
        ),
    ),
    populations=(
        Population(
            id="members",
            location=at("parties.yaml", 41, 3),
            overlaps=(("staff", "disjoint"), ("subscribers", 30_000), ("visitors", "unknown")),
        ),
        Population(id="subscribers", location=at("parties.yaml", 42, 3)),
    ),
    flows=(
        DeclaredFlow(
            id="crm-to-us",
            location=at("movements.yaml", 3, 5),
            source="crm.customer",
            target="us-dw.dim_customer",
            columns=("mobile", "name"),
            mode="transfer",
            purpose="customer_support",
            status="live",
            since=date(2026, 1, 15),
            legal_basis="consent",
            necessary=Truth.YES,
            claims=(Claim(name="contract"), Claim(name="de_minimis")),
            compliance=(
                ("authority_approval", Evidence(given=Truth.NO, on=NEVER)),
                ("d790_contract_and_records", Evidence(given=Truth.UNKNOWN)),
                ("guardian_consent", Evidence(given=Truth.UNKNOWN, applies=False)),
                ("hgr_filed", Evidence(given=Truth.NO)),
                (
                    "notice_art39",
                    Evidence(
                        given=Truth.YES,
                        on=date(2026, 1, 10),
                        file="docs/notice.md",
                        missing=("method", "recipient_contact"),
                    ),
                ),
                ("pipia", Evidence(given=Truth.YES, on=date(2026, 1, 5), file="docs/pipia.docx")),
                ("separate_consent", Evidence(given=Truth.YES, on=date(2026, 1, 10), form="bundled")),
            ),
            deidentified=Truth.YES,
            encrypted=Truth.NO,
            key_location="mainland",
            securities_business=Truth.NO,
            regulated_activity=Truth.YES,
            reported_to=("MIIT", "SAMR"),
        ),
        DeclaredFlow(
            id="staff-to-hq",
            location=at("movements.yaml", 28, 5),
            source="crm.staff",
            target="hq-office",
            claims=(
                Claim(name="contract", details=(("individual_is_party", True),)),
                Claim(
                    name="hr",
                    ground="员工管理",
                    file="docs/hr.md",
                    details=(("overseas_decides", False), ("subjects", "employees")),
                ),
                Claim(name="trade"),
                Claim(name="transit", details=(("domestic_pi_introduced", False),)),
            ),
            compliance=(
                ("guardian_consent", Evidence(given=Truth.YES)),
                ("notice_art39", Evidence(given=Truth.YES, on=date(2026, 1, 11))),
                ("pipia", Evidence(given=Truth.YES, file="docs/pipia.docx")),
                ("separate_consent", Evidence(given=Truth.UNKNOWN)),
            ),
        ),
    ),
    approvals=(
        Approval(
            id="cert",
            location=at("movements.yaml", 61, 5),
            mechanism="certification",
            covers=Covers(
                handler=None, recipients=None, purposes=None, categories=None, persons=None, onward_to=None
            ),
            dates=(("extension", date(2026, 5, 1)), ("issued", date(2026, 2, 3))),
            body="示例认证中心",
            body_listed=Truth.YES,
            holder="recipient",
            regime="2026",
        ),
        Approval(
            id="later",
            location=at("movements.yaml", 68, 5),
            mechanism="unknown",
            covers=Covers(
                handler=None, recipients=None, purposes=None, categories=None, persons=None, onward_to=None
            ),
        ),
        Approval(
            id="sa-2025",
            location=at("movements.yaml", 52, 5),
            mechanism="security_assessment",
            covers=Covers(
                handler=None, recipients=None, purposes=None, categories=None, persons=None, onward_to=None
            ),
            dates=(
                ("applied", date(2025, 1, 2)),
                ("extension", date(2026, 5, 1)),
                ("renewal_applied", NEVER),
                ("result", date(2025, 6, 1)),
            ),
            result="pass",
            extension=(
                ("changed", ()),
                ("growth_pct", Decimal("12.5")),
                ("important_growth_pct", 20),
                ("incident", False),
            ),
        ),
        Approval(
            id="scc-2026-004",
            location=at("movements.yaml", 43, 5),
            mechanism="standard_contract",
            covers=Covers(
                handler="shop-cn",
                recipients=("shop-us",),
                purposes=("customer_support",),
                categories=("pi.basic", "pi.finance.transaction"),
                persons=300_000,
                onward_to=(),
            ),
            reference="备案号 1",
            dates=(
                ("effective", date(2026, 3, 2)),
                ("filed", date(2026, 3, 10)),
                ("pipia_completed", date(2026, 2, 10)),
            ),
            text_altered=Truth.NO,
            changed=("purpose", "system"),
            redone=Truth.NO,
            approver="李四",
        ),
    ),
    acceptances=(
        Acceptance(
            check="unlocated-system",
            at="legacy-ftp",
            location=at("movements.yaml", 70, 5),
            reason="下线中",
            owner="ops",
            expires=date(2027, 1, 31),
        ),
    ),
    counts=(
        MeasuredCount(
            flow="crm-to-us",
            as_of=date(2026, 6, 30),
            ordinary=NOTHING_KNOWN,
            sensitive=Interval(1, 2),
            location=at("movements.yaml", 73, 5),
            previous_total=Interval.exactly(120_000),
        ),
        MeasuredCount(
            flow="crm-to-us",
            as_of=date(2026, 10, 31),
            ordinary=Interval.exactly(83_000),
            sensitive=Interval.exactly(0),
            location=at("movements.yaml", 72, 5),
            collected_abroad=Interval.exactly(10),
            in_both=Interval.exactly(0),
            deleted_after_export=Interval.exactly(1),
            forecast_ordinary=Interval.exactly(100_000),
            forecast_sensitive=Interval.exactly(0),
        ),
    ),
    settings=Settings(
        sensitivity="gbt35273",
        floors=(("counted", 1.0), ("read", 0.98)),
        checks=(("stale-declaration", "warn"),),
        rules=(("policies/", at("parties.yaml", 49, 11)),),
        exclude=("**/test/**", "build/"),
    ),
)


def test_every_word_is_read(read: Read, data: Path) -> None:
    assert read(sorted((data / "whole").glob("*.yaml"))) == WHOLE
