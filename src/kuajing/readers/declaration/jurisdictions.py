"""Codes of jurisdictions, and the codes meant by names that people write instead."""

CODES = frozenset({
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ",
    "BA", "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS",
    "BT", "BV", "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN",
    "CO", "CR", "CU", "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE",
    "EG", "EH", "ER", "ES", "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF",
    "GG", "GH", "GI", "GL", "GM", "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HM",
    "HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM",
    "JO", "JP", "KE", "KG", "KH", "KI", "KM", "KN", "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC",
    "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK",
    "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA",
    "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU", "NZ", "OM", "PA", "PE", "PF", "PG",
    "PH", "PK", "PL", "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS", "RU", "RW",
    "SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS",
    "ST", "SV", "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO",
    "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE", "VG", "VI",
    "VN", "VU", "WF", "WS", "YE", "YT", "ZA", "ZM", "ZW",
})  # fmt: skip
"""ISO 3166-1; CN stands for the mainland alone, HK, MO and TW for themselves."""

_NAMES = {
    "CN": (
        "china",
        "prc",
        "mainland china",
        "the mainland",
        "中国",
        "中国大陆",
        "中国内地",
        "大陆",
        "内地",
        "境内",
    ),
    "HK": ("hong kong", "hongkong", "hong kong sar", "hkg", "香港", "中国香港"),
    "MO": ("macao", "macau", "macao sar", "mac", "澳门", "中国澳门"),
    "TW": ("taiwan", "twn", "台湾", "中国台湾", "台灣"),
    "US": ("usa", "u.s.", "united states", "america", "美国"),
    "GB": ("uk", "united kingdom", "great britain", "england", "gbr", "英国"),
    "SG": ("singapore", "sgp", "新加坡"),
    "JP": ("japan", "jpn", "日本"),
    "KR": ("korea", "south korea", "kor", "韩国"),
    "DE": ("germany", "deu", "德国"),
    "FR": ("france", "fra", "法国"),
    "NL": ("netherlands", "holland", "荷兰"),
    "IE": ("ireland", "爱尔兰"),
    "CH": ("switzerland", "瑞士"),
    "IN": ("india", "ind", "印度"),
    "ID": ("indonesia", "印度尼西亚", "印尼"),
    "MY": ("malaysia", "马来西亚"),
    "TH": ("thailand", "泰国"),
    "VN": ("vietnam", "viet nam", "越南"),
    "PH": ("philippines", "菲律宾"),
    "AU": ("australia", "aus", "澳大利亚"),
    "CA": ("canada", "can", "加拿大"),
    "BR": ("brazil", "巴西"),
    "RU": ("russia", "俄罗斯"),
    "AE": ("uae", "united arab emirates", "dubai", "阿联酋"),
}


def meant(written: str) -> str | None:
    """The code that a name or a carelessly written code stands for, None where none is plain."""
    if written.upper() in CODES:
        return written.upper()
    name = written.lower()
    return next((code for code, names in _NAMES.items() if name in names), None)
