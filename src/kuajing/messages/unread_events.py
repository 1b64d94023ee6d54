"""Why something of OpenLineage events, or of what Canal and Maxwell are told, was not read."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unread.openlineage_dataset": (
        "A dataset stands here without a namespace or a name that can be read. Correct the event.",
        "此处的数据集缺少可读取的 namespace 或 name。更正该事件。",
    ),
    "unread.openlineage_event": (
        "No event that can be read stands in this file: each has a job or dataset, and a type or time. Correct it, or name the file under `exclude`.",
        "该文件中没有可读取的事件：每个事件应有 job 或 dataset，以及类型或时间。更正，或将该文件列入 `exclude`。",
    ),
    "unread.openlineage_json": (
        "From here on this is no JSON, so the events in it are not read. Correct brackets, quotes and commas at this place.",
        "自此处起不是 JSON，其中的事件未读取。更正此处的括号、引号与逗号。",
    ),
}
