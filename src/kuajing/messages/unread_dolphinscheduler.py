"""Why something of an export of DolphinScheduler was not read."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unread.dolphinscheduler_json": (
        "This export is no valid JSON from here on. Export the workflow anew.",
        "该导出文件自此处起不是有效的 JSON。重新导出该工作流。",
    ),
    "unread.dolphinscheduler_params": (
        "The parameters of this {task} task do not say what it reads and writes. Complete the task, or declare the movement under `flows`.",
        "该 {task} 任务的参数未说明其读写内容。补全任务，或在 `flows` 中声明该数据流。",
    ),
    "unread.dolphinscheduler_program": (
        "This task runs {program}, which was not looked into. Declare what it moves under `flows`.",
        "该任务运行 {program}，其内容未读取。在 `flows` 中声明其流转内容。",
    ),
}
