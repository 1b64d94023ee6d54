"""The listed words of the declaration: where one of these is wanted, no other is read."""

ANSWERS = ("yes", "no", "unknown")
SYSTEM_KINDS = (
    "database",
    "warehouse",
    "bucket",
    "topic",
    "application",
    "saas",
    "model",
    "workplace",
    "file_share",
)
ROLES = (
    "independent_handler",
    "processor",
    "affiliate",
    "foreign_authority",
    "own_employee",
    "branch",
    "joint_handler",
)
SIDES = ("mainland", "abroad")
ZONE_POSITIONS = (
    "outside_list",
    "outside_other_zone_list",
    "in_list_assessment",
    "in_list_scc",
    "sector_not_covered",
    "no_list",
    "none",
)
DIALECTS = (
    "athena",
    "bigquery",
    "clickhouse",
    "dameng",
    "databricks",
    "doris",
    "dremio",
    "drill",
    "druid",
    "duckdb",
    "exasol",
    "fabric",
    "flink",
    "gaussdb",
    "greenplum",
    "hive",
    "hologres",
    "kingbase",
    "mariadb",
    "materialize",
    "maxcompute",
    "mysql",
    "oceanbase",
    "odps",
    "opengauss",
    "oracle",
    "polardb",
    "postgres",
    "presto",
    "redshift",
    "risingwave",
    "snowflake",
    "spark",
    "sqlite",
    "starrocks",
    "teradata",
    "tidb",
    "trino",
    "tsql",
)
EFFECTS = ("identity", "derived", "masked", "hashed", "aggregated")
IMPORTANT = ("none", "suspected", "declared", "notified", "published", "core")
OVERLAPS = ("same", "disjoint")
MODES = (
    "transfer",
    "remote_access",
    "direct_collection",
    "overseas_storage",
    "overseas_processing",
    "log_shipping",
    "onshore_access",
    "domestic_replication",
    "inbound",
    "none",
)
STATUSES = ("planned", "live", "stopped")
LEGAL_BASES = (
    "consent",
    "contract",
    "hr",
    "legal_duty",
    "vital_interest",
    "public_interest_news",
    "lawfully_public",
    "other_law",
)
CONSENT_FORMS = ("separate", "bundled")
NOTICE_ITEMS = (
    "recipient_name",
    "recipient_contact",
    "purpose",
    "method",
    "types",
    "rights_procedure",
    "necessity_impact",
)
HR_SUBJECTS = ("employees", "applicants", "dependants", "contractors", "former_employees")
AUTHORITIES = ("MIIT", "SAMR")
MECHANISMS = ("security_assessment", "standard_contract", "certification", "gba_standard_contract")
RESULTS = ("pass", "fail", "pending")
HOLDERS = ("exporter", "recipient")
REGIMES = ("2022-37", "2026")
CHANGES = (
    "purpose",
    "scope",
    "data_type",
    "sensitivity",
    "method",
    "place",
    "recipient",
    "recipient_use",
    "retention",
    "recipient_law",
    "control",
    "legal_document",
    "system",
)
SENSITIVITIES = ("gbt45574", "gbt35273")
LEVELS = ("report", "warn", "block")

SECTORS = (
    "automotive",
    "automotive_parts",
    "civil_aviation",
    "credit_bureau",
    "finance",
    "health",
    "internet_map",
    "medicine",
    "reinsurance",
    "retail",
    "ride_hailing",
)
"""Words that name a regulated activity, those of sector rules among them; a sector may be any other word besides."""

SECTORS_CALLED = {
    "auto": "automotive",
    "car": "automotive",
    "cars": "automotive",
    "vehicle": "automotive",
    "汽车": "automotive",
    "网约车": "ride_hailing",
    "网络预约出租汽车": "ride_hailing",
    "征信": "credit_bureau",
    "征信业": "credit_bureau",
    "地图": "internet_map",
    "互联网地图": "internet_map",
    "map": "internet_map",
    "金融": "finance",
    "医疗": "health",
    "卫生": "health",
    "健康": "health",
    "医药": "medicine",
    "零售": "retail",
    "再保险": "reinsurance",
    "民航": "civil_aviation",
    "汽车零部件": "automotive_parts",
}
"""Other names of the same sectors."""
