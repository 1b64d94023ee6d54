"""What the command line itself says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "command.busy": ("Reading and judging", "正在读取和判断"),
    "command.cannot_print": (
        "The result cannot be printed: {problem}. Write it to a file with `--output`.",
        "无法输出结果：{problem}。可用 `--output` 写入文件。",
    ),
    "command.cannot_write": (
        "{file} cannot be written: {problem}. What stood there is unchanged. Name another file after `--output`.",
        "无法写入 {file}：{problem}。原有内容未变。在 `--output` 后写另一个文件。",
    ),
    "command.folder_for_command": (
        "{folder} is a folder, and a command comes first. To check it: `kuajing check {folder}`.",
        "{folder} 是文件夹，应先写命令。检查该文件夹：`kuajing check {folder}`。",
    ),
    "command.internal_error": (
        "kuajing failed ({problem}); this is a fault of its own and no result. The details are in {file}.",
        "kuajing 内部出错（{problem}），没有结果。详情见 {file}。",
    ),
    "command.internal_error_unsaved": (
        "kuajing failed ({problem}); this is a fault of its own and no result. The details could not be saved:",
        "kuajing 内部出错（{problem}），没有结果。详情无法保存，内容如下：",
    ),
    "command.json_not_read": (
        "This line is not JSON: {problem}.",
        "该行不是 JSON：{problem}。",
    ),
    "command.json_not_utf8": (
        "This line is not UTF-8: byte {place} does not fit.",
        "该行不是 UTF-8：第 {place} 个字节不相符。",
    ),
    "command.json_not_object": (
        "A line holds one JSON object; this one holds something else.",
        "每行应为一个 JSON 对象，该行不是。",
    ),
    "command.more_outputs": (
        "There are more `--output` than `--format`. Each output takes the format at the same place.",
        "`--output` 多于 `--format`。每个输出对应同一位置的格式。",
    ),
    "command.no_article": (
        "{found} is no article in force on {day}. The nearest: {near}.",
        "{found} 不是 {day} 有效的条款。最接近的：{near}。",
    ),
    "command.not_yet": (
        "{found} stands only from {day}. To see it: `kuajing law {found} --on {day}`.",
        "{found} 自 {day} 起施行。查看：`kuajing law {found} --on {day}`。",
    ),
    "command.days_turned": (
        "{second} is not later than {first}. Name the earlier day first.",
        "{second} 不晚于 {first}。先写较早的日期。",
    ),
    "command.no_article_like": (
        "{found} is no article in force on {day}. `kuajing law` lists those that are.",
        "{found} 不是 {day} 有效的条款。`kuajing law` 列出有效的条款。",
    ),
    "command.no_cases": (
        "Name files of cases, or `-` for standard input; with `--jsonl` standard input is read line by line.",
        "写明案例文件，或用 `-` 表示标准输入；使用 `--jsonl` 时逐行读取标准输入。",
    ),
    "command.rules_of_lines": (
        "`--rules` goes with `--jsonl`; for an estate, name the folder under `settings: rules` of its declaration.",
        "`--rules` 须与 `--jsonl` 同用；对于申报范围，请在申报文件的 `settings: rules` 中写明该文件夹。",
    ),
    "command.no_case": (
        "No case has the id {found}. The first of those that are there: {near}.",
        "没有编号为 {found} 的案例。已有的前几个：{near}。",
    ),
    "command.no_command": (
        "{found} is no command. The nearest: {near}.",
        "{found} 不是命令。最接近的：{near}。",
    ),
    "command.day_not_covered": (
        "{day} is outside what the law held here covers: it begins on {first} and ends with this century. Give a day in between with `--on`.",
        "{day} 不在所收录法律的范围内：自 {first} 起，至本世纪末。以 `--on` 指定其间的日期。",
    ),
    "command.no_date": (
        "{found} is no date. Write it as 2026-11-30.",
        "{found} 不是日期。写作 2026-11-30。",
    ),
    "command.no_dot": (
        "The program `dot` was not found or gave up, so the picture has our own layout. Install Graphviz, or leave out `--layout dot`.",
        "未找到程序 `dot` 或其未能完成，图按内置布局绘制。安装 Graphviz，或省去 `--layout dot`。",
    ),
    "command.no_dialect": (
        "{found} is no SQL dialect that is known. The nearest: {near}.",
        "{found} 不是已知的 SQL 方言。最接近的：{near}。",
    ),
    "command.no_file": (
        "There is no file or folder {path}. Correct the path.",
        "没有文件或文件夹 {path}。更正路径。",
    ),
    "command.no_folder": (
        "There is no folder {path}. Correct the path.",
        "没有文件夹 {path}。更正路径。",
    ),
    "command.no_such_transfer": (
        "{found} is no transfer here. The nearest: {near}.",
        "此处没有出境活动 {found}。最接近的：{near}。",
    ),
    "command.no_transfers": (
        "{found} is no transfer here: no transfer out of the mainland was found.",
        "此处没有出境活动 {found}：未发现任何出境活动。",
    ),
    "command.not_a_folder": (
        "{path} is a file. Name the folder that holds it: {folder}.",
        "{path} 是文件。应写其所在的文件夹：{folder}。",
    ),
    "command.nothing_called": (
        "Nothing here is called {what}.",
        "此处没有名为 {what} 的对象。",
    ),
    "command.nothing_called_near": (
        "Nothing here is called {what}. The nearest: {near}.",
        "此处没有名为 {what} 的对象。最接近的：{near}。",
    ),
    "command.nothing_explained": (
        "{found} is no transfer, check or article here. The nearest: {near}.",
        "{found} 不是此处的出境活动、检查或条款。最接近的：{near}。",
    ),
    "command.nothing_read": (
        "Nothing was read, so nothing is shown: {path} holds no declaration and no file that a reader knows. `kuajing init` writes a start.",
        "未读取任何内容，因此没有可显示的结果：{path} 中没有申报文件，也没有可识别的文件。`kuajing init` 可生成初始文件。",
    ),
    "command.one_standard_output": (
        "Only one format can go to standard output. Give the others an `--output`.",
        "只有一种格式可以输出到标准输出。为其余格式写明 `--output`。",
    ),
    "command.nothing_to_read": (
        "Name files or folders of SQL, or `-` for standard input.",
        "写明 SQL 文件或文件夹，或用 `-` 表示标准输入。",
    ),
    "command.one_file_of_lines": (
        "With `--jsonl` one file is read, or standard input. Name one, or none.",
        "使用 `--jsonl` 时只读取一个文件或标准输入。最多写一个。",
    ),
    "command.schema_empty": (
        "{file}, named after `--schema`, defines no table with its columns. Name a file that does.",
        "`--schema` 指定的 {file} 未定义任何带字段的表。指定一个含表定义的文件。",
    ),
    "command.jsonl_alone": (
        "With `--jsonl` each line says its own dialect, schema and defaults, and answers go to standard output; leave out {options}.",
        "使用 `--jsonl` 时，方言、表结构和默认库由各行自行给出，结果写到标准输出；请去掉 {options}。",
    ),
    "command.schema_shape": (
        "{file} must give each table a list of column names, as in `dwd.user: [id, name]`.",
        "{file} 应为每个表给出字段名列表，如 `dwd.user: [id, name]`。",
    ),
    "command.schema_unread": (
        "{file}, named after `--schema`, cannot be read. {problem}",
        "无法读取 `--schema` 指定的 {file}。{problem}",
    ),
    "command.several_explained": (
        "{found} fits several transfers. Name one of: {near}.",
        "{found} 对应多项出境活动。写明其中一项：{near}。",
    ),
    "command.no_such_picture": (
        "{file} cannot be written: pictures are svg, dot or mermaid. Name it with the ending .svg.",
        "无法写入 {file}：图的格式为 svg、dot 或 mermaid。使用 .svg 作为扩展名。",
    ),
    "command.several_estates": (
        "Several estates stand here, each with its own declaration. Name one of: {folders}.",
        "此处有多个各自申报的项目。指定其中一个：{folders}。",
    ),
    "command.start_written": (
        "Written: {files}. Next: `kuajing check {folder}`.",
        "已写入：{files}。下一步：`kuajing check {folder}`。",
    ),
    "command.proposed": (
        "Suspected exits: {exits}. Questions, the one that settles most first: {questions}. Both stand at the top of the file.",
        "疑似出境：{exits} 处。待答问题：{questions} 个，影响最大的在前。均列于文件开头。",
    ),
    "command.written_apart": (
        "Written: {files}. Move `flows` into {folder}, beside the files it speaks of, then run `kuajing check` there.",
        "已写入：{files}。请将 `flows` 移至 {folder}（所述文件所在处），再在该处运行 `kuajing check`。",
    ),
    "command.taken": (
        "Nothing was written, because these files are already there: {files}.",
        "未写入任何文件，因为这些文件已存在：{files}。",
    ),
    "report.mechanism.access": ("opened from there", "由该处访问"),
}
