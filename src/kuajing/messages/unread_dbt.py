"""Why something of a dbt project was not read."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unread.dbt_exposure": (
        "Nothing says which tables the exposure {name} shows. Compile the project and add its `manifest.json`, or declare the movement under `flows`.",
        "未说明 exposure {name} 使用哪些表。编译项目并加入其 `manifest.json`，或在 `flows` 中声明该数据流。",
    ),
    "unread.dbt_hook": (
        "A hook of {model} may move data, and it is a template that was not rendered. Declare what it moves under `flows`.",
        "{model} 的钩子可能转移数据，且为未渲染的模板。在 `flows` 中声明其流转内容。",
    ),
    "unread.dbt_profile": (
        "The output {output} names no address that can be read. Add it, or declare the system in `kuajing.yaml`.",
        "输出 {output} 未给出可识别的地址。补充，或在 `kuajing.yaml` 中声明该系统。",
    ),
    "unread.dbt_python": (
        "The model {model} is a program in Python: any column of what it reads may come. Declare its columns under `flows`.",
        "模型 {model} 为 Python 程序，按其读取的任何列均可能流入处理。在 `flows` 中声明其列。",
    ),
    "unread.dbt_shape": (
        "This file does not have the shape of a file of dbt. Write it anew with `dbt compile` or `dbt docs generate`.",
        "该文件不符合 dbt 文件的结构。以 `dbt compile` 或 `dbt docs generate` 重新生成。",
    ),
    "unread.dbt_syntax": (
        "This file of dbt cannot be parsed from here on. Correct it, or write it anew with `dbt compile`.",
        "该 dbt 文件自此处起无法解析。更正，或以 `dbt compile` 重新生成。",
    ),
    "unread.dbt_uncompiled": (
        "The model {model} is not compiled: any column of what it depends on may come. Run `dbt compile` and add the manifest.",
        "模型 {model} 未编译，按其依赖的任何列均可能流入处理。运行 `dbt compile` 并加入所得 manifest。",
    ),
}
