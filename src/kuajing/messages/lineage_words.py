"""Rows and summaries of what SQL moves."""

MESSAGES: dict[str, tuple[str, str]] = {
    "report.lineage.ambiguous": ("one of several it may be", "可能的来源之一"),
    "report.lineage.chosen_by": ("rows chosen by", "行由此筛选"),
    "report.lineage.decides_rows": ("decides which rows arrive", "决定写入哪些行"),
    "report.lineage.fate.no_movement": ("no movement", "无流转"),
    "report.lineage.fate.partial": ("partial", "部分解析"),
    "report.lineage.fate.resolved": ("resolved", "已解析"),
    "report.lineage.fate.unread": ("unread", "未读取"),
    "report.lineage.heading.from": ("from", "来源"),
    "report.lineage.heading.how": ("how", "方式"),
    "report.lineage.heading.place": ("place", "位置"),
    "report.lineage.heading.to": ("to", "去向"),
    "report.lineage.in": ("comes from", "来自"),
    "report.lineage.nothing_read": ("nothing", "无"),
    "report.lineage.nothing_written": ("nothing", "无"),
    "report.lineage.out": ("goes to", "去往"),
    "report.lineage.result": ("the result", "查询结果"),
    "report.lineage.summary": (
        "Statements: {statements} (resolved {resolved}, partial {partial}, unread {unread}, no movement {no_movement})",
        "语句：{statements} 条（已解析 {resolved}，部分解析 {partial}，未读取 {unread}，无流转 {no_movement}）",
    ),
    "report.lineage.unread_files": ("Files not read: {count}.", "未读取的文件：{count} 个。"),
}
