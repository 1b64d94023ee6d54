"""Why something of OpenLineage events, or of what Canal and Maxwell are told, was not read."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unread.canal_filter": (
        "The filters of the instance {instance} leave out tables, or fit fewer than can be told from them. What is told of them may be more than moves; list the tables in `canal.instance.filter.regex`.",
        "实例 {instance} 的过滤条件排除了部分表，或其实际匹配的表少于可推知的范围。所示内容可能多于实际流转；请在 `canal.instance.filter.regex` 中逐一列出表。",
    ),
    "unread.canal_handed_over": (
        "The instance {instance} hands its changes to whoever connects to the server, and no file here says who does. Declare the movement under `flows`.",
        "实例 {instance} 将变更交给连接到服务器的客户端，此处没有文件说明连接者。在 `flows` 中声明该数据流。",
    ),
    "unread.canal_manager": (
        "The settings of this server and its instances are kept by Canal's administration, not in files. Export them, or declare the movements under `flows`.",
        "该服务器及其实例的配置由 Canal 管理端保存，不在文件中。将其导出，或在 `flows` 中声明数据流。",
    ),
    "unread.canal_mapping": (
        "This mapping names no table or index that is filled, or none that it is filled from. Complete it, or declare the movement under `flows`.",
        "该映射未写明写入的表或索引，或未写明其来源。补全，或在 `flows` 中声明该数据流。",
    ),
    "unread.canal_no_adapter": (
        "No adapter with an address is found for {adapter}: where this mapping writes is known by that name alone. Add the adapter's `application.yml`, or declare a system with the endpoint `conn:{adapter}`.",
        "未找到 {adapter} 对应的、带地址的适配器，该映射的写入位置仅知此名称。补充适配器的 `application.yml`，或声明一个 `endpoints` 含 `conn:{adapter}` 的系统。",
    ),
    "unread.canal_no_database": (
        "The instance {instance} names no database that it takes changes from. Fill in `canal.instance.master.address`, or declare the movement under `flows`.",
        "实例 {instance} 未写明读取变更的数据库。填写 `canal.instance.master.address`，或在 `flows` 中声明该数据流。",
    ),
    "unread.canal_no_mapping": (
        "The adapter {adapter} writes to this store, but no mapping for it is found, so the tables are unknown. Add its mappings to the sources.",
        "适配器 {adapter} 写入该存储，但未找到其映射文件，表未知。将映射文件加入来源。",
    ),
    "unread.canal_no_store": (
        "The adapter {adapter} has no address that can be read. Add it, or declare the movement under `flows`.",
        "适配器 {adapter} 没有可读取的地址。补充，或在 `flows` 中声明该数据流。",
    ),
    "unread.canal_template": (
        "A template stands here, so the file cannot be read as it is. Add its rendered form to the sources.",
        "此处为模板，文件无法直接读取。将渲染后的文件加入来源。",
    ),
    "unread.canal_yaml": (
        "From here on this is no YAML that can be read, so nothing of the file was. Correct indentation, quotes and keys at this place.",
        "自此处起不是可读取的 YAML，整个文件未读取。更正此处的缩进、引号与键。",
    ),
    "unread.events_left_out": (
        "The columns {columns} of {table} are left out, but its other columns are not known: all are taken to move. Add the definition of the table.",
        "{table} 的列 {columns} 被排除，但其余列未知，按全部列流转处理。补充该表的定义。",
    ),
    "unread.maxwell_filter": (
        "The filters leave out tables, or fit fewer than can be told from them. What is told of them may be more than moves; list the tables in `filter` after `exclude: *.*`.",
        "过滤条件排除了部分表，或其实际匹配的表少于可推知的范围。所示内容可能多于实际流转；请在 `filter` 中于 `exclude: *.*` 之后逐一列出表。",
    ),
    "unread.maxwell_javascript": (
        "A script changes or drops rows before they are sent, and may send them elsewhere; it is not run. All columns are taken to move as they are. Declare the movement under `flows`.",
        "脚本在发送前修改或丢弃数据行，也可能将其另行发送；脚本不会被执行。按全部列原样流转处理。在 `flows` 中声明该数据流。",
    ),
    "unread.maxwell_producer": (
        "Where the producer {producer} sends changes cannot be told from here. Fill in its address, or declare the movement under `flows`.",
        "无法得知输出端 {producer} 将变更发往何处。填写其地址，或在 `flows` 中声明该数据流。",
    ),
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
