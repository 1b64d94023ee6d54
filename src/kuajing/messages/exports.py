"""What is told at the top of an estate in the format of another tool."""

MESSAGES: dict[str, tuple[str, str]] = {
    "report.fideslang.abroad_unknown": (
        "Whether these systems send data abroad is not known, so `does_international_transfers` is not set: {systems}.",
        "以下系统是否向境外传输数据尚不清楚，故未设 `does_international_transfers`：{systems}。",
    ),
    "report.fideslang.important": (
        "fideslang has no word for important data; columns or datasets that may hold it: {count}.",
        "fideslang 没有表示重要数据的词；可能含重要数据的列或数据集：{count} 个。",
    ),
    "report.fideslang.made": (
        "An estate as fideslang 3, made by kuajing {version} from what stood on {day}.",
        "由 kuajing {version} 按 {day} 的情况导出的 fideslang 3 数据地图。",
    ),
    "report.fideslang.no_purpose": (
        "No purpose is declared, so these flows have no privacy declaration: {flows}.",
        "以下数据流未申报目的，故没有 privacy declaration：{flows}。",
    ),
    "report.fideslang.no_subject": (
        "fideslang has no data subject for: {subjects}.",
        "fideslang 没有对应的数据主体：{subjects}。",
    ),
    "report.fideslang.no_use": (
        "fideslang has no data use for the purpose {purpose}, so these flows have no privacy declaration: {flows}.",
        "fideslang 没有与目的 {purpose} 对应的 data use，故以下数据流没有 privacy declaration：{flows}。",
    ),
    "report.fideslang.places": (
        "fideslang has no country: where a system stands is kept under its `meta`, verdicts are left out.",
        "fideslang 没有国家字段：系统所在法域记在其 `meta` 下，法律判断不导出。",
    ),
    "report.fideslang.unknown": (
        "Columns of which nobody knows what they hold, left without data categories: {count}.",
        "内容不明、因而没有数据类别的列：{count} 个。",
    ),
    "report.fideslang.unlocated": (
        "Where these systems stand is not known: {systems}.",
        "以下系统所在地不明：{systems}。",
    ),
    "report.fideslang.wider": (
        "Categories said by a key that does not mean just them: {pairs}.",
        "以并非一一对应的类别表示的：{pairs}。",
    ),
}
