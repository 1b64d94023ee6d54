"""Why something of a Fides map was not read."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unread.fides_category": (
        "The data category {key} means nothing here: it stands {count} time(s) in this file. Declare the columns under `datasets`, or put the key below one of fideslang's own.",
        "无法识别数据类别 {key}，该文件中出现 {count} 次。在 `datasets` 中声明相应的列，或将其置于 fideslang 自带的类别之下。",
    ),
    "unread.fides_several": (
        "The field {column} is said to hold several kinds of personal data, and is taken for the most sensitive of them. Give each its own field, or declare the column under `datasets`.",
        "字段 {column} 被标为多种个人信息，此处按其中最敏感的一种处理。分别设置字段，或在 `datasets` 中声明该列。",
    ),
    "unread.fides_shape": (
        "What stands here is not of the form that Fides gives to `{where}`, and was passed over. Correct it.",
        "此处内容不符合 Fides 对 `{where}` 的要求，已跳过。更正。",
    ),
    "unread.fides_user": (
        "{system} exchanges data with its users; the map does not say where they are. Declare it under `people` of the datasets, with `collected_in`.",
        "{system} 与其用户之间有数据往来，但该数据地图未说明用户所在地。在相应数据集的 `people` 中用 `collected_in` 声明。",
    ),
    "unread.fides_yaml": (
        "This file of a Fides map is not YAML that can be read. Correct it.",
        "该 Fides 数据地图文件不是可读取的 YAML。更正。",
    ),
}
