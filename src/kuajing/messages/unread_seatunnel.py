"""Why something of a SeaTunnel job was not read."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unread.seatunnel_include": (
        "This job includes another file, which is not followed. Write what it holds into the job, or declare the movement under `flows`.",
        "该作业引入了另一文件，其内容未读取。将其内容写入作业，或在 `flows` 中声明该数据流。",
    ),
    "unread.seatunnel_limit": (
        "This file is nested deeper, or holds more values, than any real job. Split it, or declare the movement under `flows`.",
        "该文件的嵌套层级或取值数量超出正常作业范围。拆分该文件，或在 `flows` 中声明该数据流。",
    ),
    "unread.seatunnel_loose": (
        "No plugin of this job takes the rows of {plugin}. Name them in `plugin_input` of the one that does, or remove the plugin.",
        "该作业中没有插件接收 {plugin} 的数据。在接收方的 `plugin_input` 中注明，或删除该插件。",
    ),
    "unread.seatunnel_no_place": (
        "{plugin} names no address or table that can be read. Add it, or declare the movement under `flows`.",
        "{plugin} 未给出可识别的地址或表。补充，或在 `flows` 中声明该数据流。",
    ),
    "unread.seatunnel_one_end": (
        "This job has no source or no sink, so nothing is known of what it moves. Complete it, or declare the movement under `flows`.",
        "该作业缺少 source 或 sink，无法得知其流转内容。补全，或在 `flows` 中声明该数据流。",
    ),
    "unread.seatunnel_plugin": (
        "The connector {plugin} is not known. It was read by the keys that most connectors share; check the addresses found.",
        "未知连接器 {plugin}。已按多数连接器通用的键读取；核对所得地址。",
    ),
    "unread.seatunnel_query": (
        "This query could not be read: any column of its source may come. Correct it, or declare the movement under `flows`.",
        "该查询无法读取，按其来源的任何列均可能流出处理。更正查询，或在 `flows` 中声明该数据流。",
    ),
    "unread.seatunnel_sink_query": (
        "Which columns this statement fills is not known: every column is taken to reach the whole table. Use `insert into table (columns) values (?)`.",
        "无法得知该语句写入哪些列，按每列均可能写入整张表处理。改用 `insert into 表 (列) values (?)`。",
    ),
    "unread.seatunnel_stray": (
        "This stands where a plugin is expected and is none. Give it a body in braces, or remove it.",
        "此处应为插件，但内容不是插件。补上花括号内的配置，或删除。",
    ),
    "unread.seatunnel_syntax": (
        "From here on this is not a SeaTunnel configuration that can be read, so nothing of the file was. Correct brackets, quotes and keys at this place.",
        "自此处起不是可读取的 SeaTunnel 配置，整个文件未读取。更正此处的括号、引号与键。",
    ),
    "unread.seatunnel_transform": (
        "What the transform {name} does to the rows is not known: every column is taken to be handed on, changed or not, and code in it may send rows elsewhere. Declare the movement under `flows`.",
        "无法得知转换 {name} 对数据的处理，按每列均可能原样或经变更后传出处理；其中的代码还可能另行外发数据。在 `flows` 中声明该数据流。",
    ),
    "unread.seatunnel_unknown_columns": (
        "The columns of {table} are not known: all of them are taken to move. Add a `schema`, or the definition of the table.",
        "{table} 的列未知，按全部列流转处理。补充 `schema` 或该表的定义。",
    ),
    "unread.seatunnel_wire": (
        "{plugin} takes rows by a name that no plugin before it gives. Correct `plugin_input`; the rows before it are taken instead.",
        "{plugin} 所引用的数据名称在其之前没有插件给出。更正 `plugin_input`；暂按其前一插件的数据处理。",
    ),
}
