"""Why something of a connector of Kafka Connect or of a mirror was not read."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unread.connect_class": (
        "The class of the connector {connector} is not known. It was read by the keys that most connectors share; check the addresses found.",
        "连接器 {connector} 的类未知。已按多数连接器通用的键读取；核对所得地址。",
    ),
    "unread.connect_cluster": (
        "In which Kafka cluster the topics of {connector} lie stands in no file. Name it as `system` of a rule under `sources`, or give a system the endpoint `conn:kafka-connect`.",
        "{connector} 的主题位于哪个 Kafka 集群，没有文件说明。在 `sources` 的规则中以 `system` 注明，或为某个系统填写端点 `conn:kafka-connect`。",
    ),
    "unread.connect_cluster_beside": (
        "{connector} does not say in which Kafka cluster its topics lie; {cluster} was taken, the only one that files beside it name. If that is wrong, name the cluster as `system` of a rule under `sources`.",
        "{connector} 未说明其主题所在的 Kafka 集群，已取相邻文件中唯一出现的 {cluster}。如有误，在 `sources` 的规则中以 `system` 注明。",
    ),
    "unread.connect_json": (
        "From here on this is not JSON that can be read, so nothing of this connector was. Correct quotes, commas and brackets at this place.",
        "自此处起不是可读取的 JSON，该连接器未读取。更正此处的引号、逗号与括号。",
    ),
    "unread.connect_left_out": (
        "{names} are left out by a pattern beside one that takes everything, so they count as moved here. List what is taken instead.",
        "{names} 由模式排除，而另一模式取全部，故此处仍按流出处理。改为列明所取的内容。",
    ),
    "unread.connect_no_place": (
        "{connector} names no address, table or topic that can be read. Add it, or declare the movement under `flows`.",
        "{connector} 未给出可识别的地址、表或主题。补充，或在 `flows` 中声明该数据流。",
    ),
    "unread.connect_query": (
        "This query could not be read: any column of its source may come. Correct it, or declare the movement under `flows`.",
        "该查询无法读取，按其来源的任何列均可能流出处理。更正查询，或在 `flows` 中声明该数据流。",
    ),
    "unread.connect_removed_columns": (
        "{columns} are taken out of {table}, whose columns are not known, so they count as moved here. Add the definition of the table.",
        "{columns} 已从 {table} 中剔除，但该表的列未知，故此处仍按流出处理。补充该表的定义。",
    ),
    "unread.connect_route": (
        "Which topics the step {name} makes cannot be told: the rows may go by any. Declare the movement under `flows`.",
        "无法得知步骤 {name} 产生哪些主题，按可能进入任一主题处理。在 `flows` 中声明该数据流。",
    ),
    "unread.connect_server": (
        "This file of Debezium Server names no class of its source or no type of its sink. Add `debezium.source.connector.class` and `debezium.sink.type`, or declare the movement under `flows`.",
        "该 Debezium Server 文件未给出来源的类或目标的类型。补充 `debezium.source.connector.class` 与 `debezium.sink.type`，或在 `flows` 中声明该数据流。",
    ),
    "unread.connect_step": (
        "What the step {name} does to the rows is not known: every column is taken to be handed on, changed or not, and code in it may send rows elsewhere. Declare the movement under `flows`.",
        "无法得知步骤 {name} 对数据的处理，按每列均可能原样或经变更后传出处理；其中的代码还可能另行外发数据。在 `flows` 中声明该数据流。",
    ),
    "unread.connect_template": (
        "A template stands here, so this document could not be read. Give the rendered manifest, or declare the movement under `flows`.",
        "此处为模板，该文档未读取。提供渲染后的清单，或在 `flows` 中声明该数据流。",
    ),
    "unread.connect_yaml": (
        "From here on this is not YAML that can be read, so nothing of this document was. Correct indents, quotes and colons at this place.",
        "自此处起不是可读取的 YAML，该文档未读取。更正此处的缩进、引号与冒号。",
    ),
}
