"""Why something of a Flink CDC pipeline was not read."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unread.flink_cdc_connector": (
        "The connector {connector} is not known. It was read by the keys that most connectors share; check the addresses found.",
        "未知连接器 {connector}。已按多数连接器通用的键读取；核对所得地址。",
    ),
    "unread.flink_cdc_groups": (
        "This route names its target by parts of the source's name, which are not worked out: all its tables are taken to go to one of the name as written. Write one route for each table, or declare the movement under `flows`.",
        "该路由以来源表名的片段命名目标表，片段未作求值：按其全部来源表写入同一目标名称处理。为每张表单独写路由，或在 `flows` 中声明该数据流。",
    ),
    "unread.flink_cdc_limit": (
        "This pipeline makes more moves than any real one, and not all were followed. Split it, or declare the movement under `flows`.",
        "该流水线产生的流转数量超出正常范围，未全部读取。拆分，或在 `flows` 中声明该数据流。",
    ),
    "unread.flink_cdc_model": (
        "The pipeline sends values to the model {model}, whose address is not written. Add its `endpoint` or `openai.host`, or declare the movement under `flows`.",
        "该流水线将数据发送给模型 {model}，但未写明其地址。补充 `endpoint` 或 `openai.host`，或在 `flows` 中声明该数据流。",
    ),
    "unread.flink_cdc_no_place": (
        "{connector} names no address that can be read, so nothing is known of what moves. Add it, or declare the movement under `flows`.",
        "{connector} 未给出可识别的地址，无法得知其流转内容。补充，或在 `flows` 中声明该数据流。",
    ),
    "unread.flink_cdc_one_end": (
        "This pipeline has no source or no sink, so nothing is known of what it moves. Complete it, or declare the movement under `flows`.",
        "该流水线缺少 source 或 sink，无法得知其流转内容。补全，或在 `flows` 中声明该数据流。",
    ),
    "unread.flink_cdc_open_star": (
        "This projection replaces {columns} and takes all other columns, whose names are not known: the values as they were are taken to move too. Add the definition of the table.",
        "该投影替换了 {columns} 并保留其余全部列，而列名未知：按原值也可能流出处理。补充该表的定义。",
    ),
    "unread.flink_cdc_rule": (
        "An entry of `{section}` names no table that it is for, or no target, and was passed over. Complete it.",
        "`{section}` 中的一项未写明适用的表或目标，未读取。补全。",
    ),
    "unread.flink_cdc_template": (
        "A template stands here, so nothing of this pipeline was read. Give the file as it is filled in.",
        "此处为模板，该流水线未读取。提供填充后的文件。",
    ),
    "unread.flink_cdc_yaml": (
        "From here on this is not YAML that can be read, so nothing of this pipeline was. Correct indentation, quotes and keys at this place.",
        "自此处起不是可读取的 YAML，该流水线未读取。更正此处的缩进、引号与键。",
    ),
}
