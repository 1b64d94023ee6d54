"""A small shop built by hand: two transfers short of what they require, one met, one exempt, one unclear."""

from dataclasses import replace
from datetime import date

from kuajing.model.analysis import Analysis, Share, SystemMove
from kuajing.model.articles import Article
from kuajing.model.cases import Case
from kuajing.model.crossings import Crossing, CrossingKind, Hop, LabelTrail
from kuajing.model.declaration import (
    Approval,
    Covers,
    Declaration,
    DeclaredFlow,
    Handler,
    Recipient,
)
from kuajing.model.estate import Column, Dataset, Estate, Labelling, Move, System
from kuajing.model.facts import Basis, ReadFact, Transform, UnreadFact
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.interval import NOTHING_KNOWN, Interval
from kuajing.model.labels import Label, Origin, Placement
from kuajing.model.names import DatasetName
from kuajing.model.transfers import Coverage, Judgement, Shortfall, Transfer
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Duty, Step, Verdict, Violation
from kuajing.source.location import Location

ON = date(2026, 11, 23)
NAMES = {
    "pi.basic.name": ("name", "姓名"),
    "pi.basic.phone": ("phone number", "电话号码"),
    "pi.finance.transaction": ("transaction", "交易信息"),
    "pi.identity.passport": ("passport", "护照"),
}
CUSTOMER = DatasetName("crm", ("crm", "customer"))
MEMBER = DatasetName("warehouse", ("dwd", "member"))
ADS = DatasetName("warehouse", ("ads", "member_us"))
DIM = DatasetName("us-dw", ("dim_customer",))
DROP = DatasetName("legacy-ftp", ("outbox",))
BOOKING = DatasetName("crm", ("crm", "booking"))
HOTEL = DatasetName("sg-hotels", ("bookings",))
PAYMENT = DatasetName("crm", ("crm", "payment"))
HK_LEDGER = DatasetName("hk-ledger", ("ledger",))

PHONE = Label("pi.basic.phone", Origin.MAINLAND)
NAME = Label("pi.basic.name", Origin.MAINLAND)
PASSPORT = Label("pi.identity.passport", Origin.MAINLAND)
PAID = Label("pi.finance.transaction", Origin.MAINLAND)


def hop(
    source: tuple[DatasetName, str],
    target: tuple[DatasetName, str],
    place: Location,
    mechanism: str = "sql",
    transform: Transform = Transform.IDENTITY,
    functions: tuple[str, ...] = (),
) -> Hop:
    """One step between two columns."""
    return Hop(
        source[0].column(source[1]),
        target[0].column(target[1]),
        place,
        mechanism,
        transform,
        functions,
        certain=True,
        basis=Basis.OBSERVED,
    )


def way_to_us(label: Label, column: str, transform: Transform, functions: tuple[str, ...]) -> LabelTrail:
    """The long way: from the shop's customers through the warehouse to the United States."""
    return LabelTrail(
        label,
        CUSTOMER.column(column),
        (
            hop((CUSTOMER, column), (MEMBER, column), Location("jobs/crm_to_dwd.json", 21, 13), "datax"),
            hop(
                (MEMBER, column),
                (ADS, column),
                Location("sql/ads_member_us.sql", 14, 8),
                "sql",
                transform,
                functions,
            ),
            hop((ADS, column), (DIM, column), Location("jobs/ads_to_us.json", 30, 13), "datax"),
        ),
        DIM.column(column),
    )


def straight(
    label: Label, source: tuple[DatasetName, str], target: DatasetName, place: Location
) -> LabelTrail:
    """One hop."""
    start = source[0].column(source[1])
    return LabelTrail(
        label, start, (hop(source, (target, source[1]), place, "datax"),), target.column(source[1])
    )


US_TRAILS = (
    way_to_us(NAME, "name", Transform.IDENTITY, ()),
    way_to_us(PHONE, "mobile", Transform.HASHED, ("md5",)),
)
TO_US = Crossing(
    CrossingKind.SENT,
    ADS,
    DIM,
    "warehouse",
    "us-dw",
    Truth.YES,
    US_TRAILS,
    (),
    Location("jobs/ads_to_us.json", 30, 13),
    (ADS.column("mobile"), ADS.column("name")),
)
READ_TRAIL = LabelTrail(PHONE, CUSTOMER.column("mobile"), (), CUSTOMER.column("mobile"))
FROM_OFFICE = Crossing(
    CrossingKind.ACCESSED,
    CUSTOMER,
    None,
    "crm",
    "hq-office",
    Truth.YES,
    (READ_TRAIL,),
    (),
    Location("flows/grants.yaml", 3, 5),
    (CUSTOMER.column("mobile"),),
    via="bi-dashboard",
    purpose="marketing_analytics",
    status="live",
)
DROP_TRAIL = straight(PHONE, (CUSTOMER, "mobile"), DROP, Location("jobs/ftp.json", 12, 9))
TO_DROP = Crossing(
    CrossingKind.SENT,
    CUSTOMER,
    DROP,
    "crm",
    "legacy-ftp",
    Truth.UNKNOWN,
    (DROP_TRAIL,),
    (),
    Location("jobs/ftp.json", 12, 9),
    (CUSTOMER.column("mobile"),),
)
HOTEL_TRAIL = straight(PASSPORT, (BOOKING, "passport"), HOTEL, Location("jobs/hotel.json", 9, 9))
TO_HOTEL = Crossing(
    CrossingKind.SENT,
    BOOKING,
    HOTEL,
    "crm",
    "sg-hotels",
    Truth.YES,
    (HOTEL_TRAIL,),
    ("sg-analytics",),
    Location("jobs/hotel.json", 9, 9),
    (BOOKING.column("passport"),),
    purpose="hotel_booking_overseas",
)
LEDGER_TRAIL = straight(PAID, (PAYMENT, "amount"), HK_LEDGER, Location("sql/ledger.sql", 4, 1))
TO_LEDGER = Crossing(
    CrossingKind.SENT,
    PAYMENT,
    HK_LEDGER,
    "crm",
    "hk-ledger",
    Truth.YES,
    (LEDGER_TRAIL,),
    (),
    Location("sql/ledger.sql", 4, 1),
    (PAYMENT.column("amount"),),
    purpose="cross_border_payment",
)


def system(name: str, kind: str, handler: str | None, recipient: str | None, located: str | None) -> System:
    """A declared system."""
    return System(
        name,
        name,
        declared=True,
        kind=kind,
        handler=handler,
        recipient=recipient,
        located=located,
        endpoints=(),
        locations=(Location("flows/systems.yaml", 2, 3),),
    )


SYSTEMS = (
    system("crm", "database", "shop-cn", None, "alibaba/cn-shanghai"),
    system("hk-ledger", "database", None, "shop-hk", "aws/ap-east-1"),
    system("hq-office", "workplace", None, "shop-us", "US"),
    System(
        "legacy-ftp",
        "ftp.partner.example:21",
        declared=False,
        kind="file_share",
        handler=None,
        recipient=None,
        located=None,
        endpoints=(),
        locations=(Location("jobs/ftp.json", 12, 9),),
    ),
    system("sg-analytics", "saas", None, "hotels-sg", "SG"),
    system("sg-hotels", "saas", None, "hotels-sg", "SG"),
    system("us-dw", "warehouse", None, "shop-us", "aws/us-east-1"),
    system("warehouse", "warehouse", "shop-cn", None, "alibaba/cn-shanghai"),
)
PLACEMENTS = (
    ("crm", Placement("CN", Truth.YES, "region", "place.region")),
    ("hk-ledger", Placement("HK", Truth.NO, "region", "place.region")),
    ("hq-office", Placement("US", Truth.NO, "declared", "place.declared")),
    ("legacy-ftp", Placement("", Truth.UNKNOWN, "none", "place.none")),
    ("sg-analytics", Placement("SG", Truth.NO, "declared", "place.declared")),
    ("sg-hotels", Placement("SG", Truth.NO, "declared", "place.declared")),
    ("us-dw", Placement("US", Truth.NO, "region", "place.region")),
    ("warehouse", Placement("CN", Truth.YES, "region", "place.region")),
)
DATASETS = (
    Dataset(
        CUSTOMER,
        "客户",
        (
            Column(CUSTOMER.column("mobile"), "varchar(11)", "手机号", (Location("ddl/crm.sql", 4, 3),)),
            Column(CUSTOMER.column("name"), "varchar(64)", "姓名", (Location("ddl/crm.sql", 3, 3),)),
        ),
        complete=True,
        locations=(Location("ddl/crm.sql", 1, 1),),
    ),
)
UNREAD = (
    UnreadFact(
        Location("sql/old/report.sql", 88, 1), "unread.sql_dynamic", "statement", (), ("crm.customer",)
    ),
    UnreadFact(Location("sql/dump.sql", 1, 1), "unread.encoding", "file"),
)
ESTATE = Estate(SYSTEMS, DATASETS, (), (), (), UNREAD)
ARTICLES = (
    Article(
        "CBDF-2024-A8",
        ("Provisions on cross-border data flows", "促进和规范数据跨境流动规定"),
        ("article 8", "第八条"),
        (
            "from 100,000 people, or with any sensitive data, a standard contract or a certification is required",
            "达到十万人，或含敏感个人信息的，应订立标准合同或通过认证",
        ),
        date(2024, 3, 22),
        None,
        "OFF",
        date(2026, 11, 1),
        "https://example.org/cbdf",
    ),
    Article(
        "PIPL-2021-A39",
        ("Personal Information Protection Law", "个人信息保护法"),
        ("article 39", "第三十九条"),
        (
            "people are told who abroad receives their data, and agree separately where consent is the basis",
            "应向个人告知境外接收方等事项，以同意为基础的并取得单独同意",
        ),
        date(2021, 11, 1),
        None,
        "OFF",
        date(2026, 11, 1),
        "https://example.org/pipl",
    ),
)


def case(identity: str) -> Case:
    """The facts of a transfer; the reports only name them."""
    return Case(identity, ON, (("handler.ciio", False),))


def verdict(identity: str, route: str, **fields: object) -> Verdict:
    """A verdict whose other fields are empty."""
    empty = Verdict(identity, ON, route, (), None, (), (), (), (), (), (), ())
    return replace(empty, **fields)  # type: ignore[arg-type]


def transfer(
    identity: str, recipient: str | None, jurisdiction: str, purpose: str | None, *crossings: Crossing
) -> Transfer:
    """A live transfer of the shop."""
    return Transfer(
        id=identity,
        handler="shop-cn",
        recipient=recipient,
        jurisdiction=jurisdiction,
        purpose=purpose,
        mode="transfer",
        status="live",
        leaves=crossings[0].leaves,
        crossings=crossings,
        flows=(identity,) if purpose else (),
        declared_only=False,
        categories=tuple(sorted({label.category for one in crossings for label in one.labels})),
        sensitive_categories=(),
        aggregates=(),
        onward=crossings[0].onward,
        ordinary=Interval(0, 180_000),
        sensitive=Interval.exactly(0),
        counted=True,
        case=case(identity),
    )


STEPS = (
    Step(
        "SCCFG2-2024-S1",
        "ask.stays_in_the_mainland",
        Truth.NO,
        (("flow.mode", "transfer"), ("recipient.jurisdiction", "US")),
    ),
    Step("PIPL-2021-A36", "ask.state_organ", Truth.NO, (("handler.state_organ", "no"),)),
    Step(
        "CBDF-2024-A7.1.2",
        "ask.counters_assessment",
        Truth.NO,
        (("data.ytd_persons.non_sensitive", "0 to 180000"),),
    ),
    Step(
        "CBDF-2024-A8",
        "ask.counters_contract",
        Truth.UNKNOWN,
        (("data.ytd_persons.non_sensitive", "0 to 180000"),),
    ),
)
CRM_TO_US = Judgement(
    transfer("crm-to-us", "shop-us", "US", "customer_support", TO_US),
    (
        Coverage(
            "scc-2026-004",
            Truth.NO,
            (Shortfall("approval.category_outside", Truth.NO, (("grown_categories", "pi.basic.phone"),)),),
        ),
    ),
    verdict(
        "crm-to-us",
        "standard_contract_or_certification",
        duties=(
            Duty("notice_art39", Truth.YES, ("PIPL-2021-A39",)),
            Duty("pipia_art55_56", Truth.UNKNOWN, ("PIPL-2021-A55.1.4", "PIPL-2021-A56")),
            Duty("scc_in_force_and_filed_10wd_or_valid_certificate", Truth.NO, ("CBDF-2024-A8",)),
        ),
        violations=(Violation("export_without_scc_or_cert", ("CBDF-2024-A8",)),),
        citations=("CBDF-2024-A8", "PIPL-2021-A39"),
        contested_points=("ordinary_part_with_sensitive",),
        alternatives=("exempt",),
        unsettled=("compliance.pipia_done", "data.ytd_persons.non_sensitive", "recipient.role"),
        reasoning=STEPS,
    ),
)
OFFICE = Judgement(
    transfer("shop-us-management-report", "shop-us", "US", "marketing_analytics", FROM_OFFICE),
    (),
    verdict(
        "shop-us-management-report",
        "standard_contract_or_certification",
        violations=(Violation("export_without_scc_or_cert", ("CBDF-2024-A8",)),),
        citations=("CBDF-2024-A8",),
    ),
)
HOTELS = Judgement(
    transfer("hotel-bookings", "hotels-sg", "SG", "hotel_booking_overseas", TO_HOTEL),
    (),
    verdict("hotel-bookings", "exempt", exemption="CBDF-2024-A5.1.1", citations=("CBDF-2024-A5.1.1",)),
)
LEDGER = Judgement(
    transfer("hk-ledger", "shop-hk", "HK", "cross_border_payment", TO_LEDGER),
    (Coverage("scc-2026-001", Truth.YES, ()),),
    verdict(
        "hk-ledger",
        "standard_contract_or_certification",
        duties=(Duty("notice_art39", Truth.YES, ("PIPL-2021-A39",)),),
        citations=("CBDF-2024-A8", "PIPL-2021-A39"),
    ),
)
UNCLEAR = Judgement(
    replace(transfer("shop-cn-legacy-ftp", None, "", None, TO_DROP), counted=False, ordinary=NOTHING_KNOWN),
    (),
    verdict(
        "shop-cn-legacy-ftp",
        "undetermined",
        possible=("exempt", "not_an_export", "standard_contract_or_certification"),
        unsettled=("recipient.jurisdiction",),
    ),
)
FINDINGS = (
    Finding(
        "missing-mechanism",
        Nature.VIOLATION,
        Level.BLOCK,
        "crm-to-us",
        Location("jobs/ads_to_us.json", 30, 13),
        "finding.missing_mechanism",
        "mend.missing_mechanism",
        (
            ("transfer", "crm-to-us"),
            ("recipient", "Example Shop Inc."),
            ("route", "route.standard_contract_or_certification"),
        ),
        ("CBDF-2024-A8", "PIPL-2021-A38"),
        US_TRAILS,
        transfer="crm-to-us",
    ),
    Finding(
        "missing-mechanism",
        Nature.VIOLATION,
        Level.BLOCK,
        "shop-us-management-report",
        Location("flows/grants.yaml", 3, 5),
        "finding.missing_mechanism",
        "mend.missing_mechanism",
        (
            ("transfer", "shop-us-management-report"),
            ("recipient", "Example Shop Inc."),
            ("route", "route.standard_contract_or_certification"),
        ),
        ("CBDF-2024-A8",),
        (READ_TRAIL,),
        transfer="shop-us-management-report",
        confidence=Basis.DECLARED,
    ),
    Finding(
        "unlocated-system",
        Nature.UNKNOWN,
        Level.WARN,
        "legacy-ftp",
        Location("jobs/ftp.json", 12, 9),
        "finding.unlocated_system",
        "mend.unlocated_system",
        (
            ("system", "ftp.partner.example:21"),
            ("why", "addresses_and_locations.unknown_host"),
            ("host", "ftp.partner.example"),
        ),
        (),
        (DROP_TRAIL,),
        related=(Location("jobs/ftp_back.json", 7, 9),),
    ),
    Finding(
        "unread-source",
        Nature.UNKNOWN,
        Level.WARN,
        "sql/old/report.sql",
        Location("sql/old/report.sql", 88, 1),
        "finding.unread_statement",
        "mend.unread_statement",
        (("reason", "unread.sql_dynamic"), ("tables", "crm.customer")),
        detail="88",
    ),
    Finding(
        "stale-declaration",
        Nature.NOTICE,
        Level.REPORT,
        "old-flow",
        Location("flows/flows.yaml", 40, 5),
        "finding.stale_declaration",
        "mend.stale_declaration",
        (("flow", "old-flow"), ("source", "crm.old"), ("target", "us-dw.old")),
        accepted="kept until the audit of March",
    ),
)
COVERAGE = (
    Share("read", 148, 150, 0.98),
    Share("located", 7, 8, 0.9),
    Share("classified", 1204, 1310, 0.9),
    Share("counted", 4, 5, None),
)
READ = (
    ReadFact("ddl/crm.sql", "sql", 1, 0, 0, 0),
    ReadFact("sql/old/report.sql", "sql", 87, 0, 1, 0),
)
MOVES = (
    SystemMove("crm", "hk-ledger", "sent", 1, ("pi.finance.transaction",), Truth.YES, "met"),
    SystemMove("crm", "hq-office", "accessed", 1, ("pi.basic.phone",), Truth.YES, "unmet"),
    SystemMove("crm", "legacy-ftp", "sent", 1, ("pi.basic.phone",), Truth.UNKNOWN, "undetermined"),
    SystemMove("crm", "sg-hotels", "sent", 1, ("pi.identity.passport",), Truth.YES, "exempt"),
    SystemMove("crm", "warehouse", "sent", 14, ("pi.basic.name", "pi.basic.phone"), Truth.NO, "inside"),
    SystemMove("sg-analytics", "warehouse", "sent", 3, (), Truth.NO, "inside"),
    SystemMove("sg-hotels", "sg-analytics", "sent", 2, ("pi.identity.passport",), Truth.NO, "inside"),
    SystemMove("warehouse", "us-dw", "sent", 2, ("pi.basic.name", "pi.basic.phone"), Truth.YES, "unmet"),
)


def column_moves(moves: tuple[SystemMove, ...]) -> tuple[Move, ...]:
    """As many columns as are counted between each pair of systems."""
    return tuple(
        Move(
            DatasetName(move.source, ("t",)).column(f"c{number}"),
            DatasetName(move.target, ("t",)).column(f"c{number}"),
            Location("jobs/any.json"),
            "datax",
            Transform.IDENTITY,
            (),
            certain=True,
            basis=Basis.OBSERVED,
        )
        for move in moves
        if move.kind == "sent"
        for number in range(move.moves)
    )


DECLARATION = Declaration(
    handlers=(
        Handler(
            "shop-cn",
            Location("flows/handlers.yaml", 2, 3),
            "示例商城（上海）有限公司",
            "Example Shop (Shanghai) Co., Ltd.",
        ),
    ),
    recipients=(
        Recipient("hotels-sg", Location("flows/recipients.yaml", 2, 3), "Example Hotels Pte. Ltd.", "SG"),
        Recipient("shop-hk", Location("flows/recipients.yaml", 3, 3), "示例商城（香港）有限公司", "HK"),
        Recipient("shop-us", Location("flows/recipients.yaml", 4, 3), "Example Shop Inc.", "US"),
    ),
    flows=(
        DeclaredFlow(
            "crm-to-us",
            Location("flows/flows.yaml", 3, 5),
            "crm.customer",
            "us-dw.dim_customer",
            purpose="customer_support",
        ),
    ),
    approvals=(
        Approval(
            "scc-2026-004",
            Location("flows/approvals.yaml", 3, 5),
            "standard_contract",
            Covers("shop-cn", ("shop-us",), ("customer_support",), ("pi.basic.name",), 100_000, ()),
            "备案号 沪-2026-004",
            (("effective", date(2026, 3, 2)), ("filed", date(2026, 3, 10))),
        ),
    ),
)
ANALYSIS = Analysis(
    on=ON,
    declaration=DECLARATION,
    estate=replace(ESTATE, moves=column_moves(MOVES)),
    labelling=Labelling((), PLACEMENTS),
    crossings=(TO_US, FROM_OFFICE, TO_DROP, TO_HOTEL, TO_LEDGER),
    judgements=(CRM_TO_US, LEDGER, HOTELS, UNCLEAR, OFFICE),
    findings=FINDINGS,
    coverage=COVERAGE,
    read=READ,
    system_moves=MOVES,
    articles=ARTICLES,
    others=((".java", 40), (".md", 3)),
    passed_over=("node_modules",),
)
QUIET = replace(
    ANALYSIS,
    others=(),
    passed_over=(),
    estate=replace(ESTATE, unread=()),
    crossings=(TO_HOTEL, TO_LEDGER),
    judgements=(LEDGER, HOTELS),
    findings=(),
    coverage=(Share("read", 150, 150, 0.98), Share("located", 8, 8, 0.9)),
)
