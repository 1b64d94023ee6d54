"""Why something was not read."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unread.binary": (
        "This file is not text. Name it under `exclude` if nothing in it moves data.",
        "该文件不是文本。如其中不含数据流转内容，可列入 `exclude`。",
    ),
    "unread.compose_env_file": (
        "The variables of this service stand in {file} as well, which is not read for them. Write the addresses under `environment`, or declare the movement under `flows`.",
        "该服务的变量另在 {file} 中，其中内容未为此读取。将地址写入 `environment`，或在 `flows` 中声明该数据流。",
    ),
    "unread.compose_extends": (
        "This service takes over settings of a service in {file}, which are not put together here. Write the addresses in this file, or declare the movement under `flows`.",
        "该服务沿用 {file} 中某服务的配置，此处不予合并。将地址写入本文件，或在 `flows` 中声明该数据流。",
    ),
    "unread.compose_include": (
        "Other files are included here and are read only as far as they lie under the root, each by itself. Check that they do.",
        "此处引入其他文件，仅在其位于根目录内时分别读取。核对其位置。",
    ),
    "unread.compose_no_services": (
        "No service stands in this file, though its name is that of a Docker Compose file. Complete it, or name it under `exclude`.",
        "该文件以 Docker Compose 文件命名，但其中没有服务。补全文件，或列入 `exclude`。",
    ),
    "unread.compose_template": (
        "A template stands here, which is not rendered, so the file cannot be read. Add the rendered file to the sources.",
        "此处为模板，不予渲染，文件因此无法读取。将渲染后的文件纳入来源。",
    ),
    "unread.compose_yaml": (
        "The file cannot be read from this place on: it is not valid YAML. Correct it here.",
        "文件自此处起无法读取：不是有效的 YAML。更正此处。",
    ),
    "unread.cloudformation_document": (
        "This template cannot be read from this place on: it is no valid YAML or JSON. Correct it here.",
        "该模板自此处起无法读取：不是有效的 YAML 或 JSON。更正此处。",
    ),
    "unread.datax_column_count": (
        "The reader gives {read} columns, the writer takes {written}. Which goes where is unknown: each is taken to reach the whole table. Make both lists equally long.",
        "读取端给出 {read} 列，写入端接收 {written} 列，无法确定列的对应关系，按每列均可能写入整张表处理。使两端列数一致。",
    ),
    "unread.datax_column_shape": (
        "This column entry has neither a name, an index nor a value. Correct it, or declare the movement under `flows`.",
        "该列既无名称，也无序号或取值。更正该项，或在 `flows` 中声明该数据流。",
    ),
    "unread.datax_duplicate_key": (
        "A key stands twice in this job, and tools differ in which one they take. Remove one of them.",
        "该作业中同一键出现两次，各工具取值不一。删除其中之一。",
    ),
    "unread.datax_groovy": (
        "The Groovy code here may change or swap any column and is not read. All columns are taken to move on, changed.",
        "此处的 Groovy 代码可能更改或调换任意列，未予读取。按所有列经变换后继续流转处理。",
    ),
    "unread.datax_job_shape": (
        "The job lacks a reader or a writer with a name. Complete it, or name the file under `exclude`.",
        "作业缺少带名称的 reader 或 writer。补全作业，或将文件列入 `exclude`。",
    ),
    "unread.datax_json": (
        "The job cannot be read from this place on: it is not valid JSON. Correct it here.",
        "作业自此处起无法读取：不是有效的 JSON。更正此处。",
    ),
    "unread.datax_no_sink": (
        "{plugin} does not say where it writes. Fill in its address and table, or declare the movement under `flows`.",
        "{plugin} 未写明写入位置。填写地址与表名，或在 `flows` 中声明该数据流。",
    ),
    "unread.datax_no_source": (
        "{plugin} does not say where it reads. Fill in its address and table, or declare the movement under `flows`.",
        "{plugin} 未写明读取位置。填写地址与表名，或在 `flows` 中声明该数据流。",
    ),
    "unread.datax_one_end": (
        "This is one end of a job, with no other end that data moves to or from. If it is a template, name it under `exclude`.",
        "此处仅为作业的一端，没有数据流入或流出的另一端。若为模板，可列入 `exclude`。",
    ),
    "unread.datax_plugin": (
        "{plugin} is no plugin we know. It was read like one that speaks JDBC; check the movement, or declare it under `flows`.",
        "{plugin} 不是已知插件，已按 JDBC 类插件读取。核对该数据流，或在 `flows` 中声明。",
    ),
    "unread.datax_query": (
        "This query cannot be read as one SELECT. Split it, or declare the movement under `flows`.",
        "该查询无法作为单条 SELECT 读取。将其拆分，或在 `flows` 中声明该数据流。",
    ),
    "unread.datax_transformer_place": (
        "{name} works on a column whose place in the record is unknown, so its effect is not counted. List the columns by name.",
        "{name} 所处理的列在记录中的位置不明，其效果不予计入。按名称列出各列。",
    ),
    "unread.datax_transformer_shape": (
        "This transformer has no name, or its columnIndex is no number from 0 on. Its effect is not counted. Correct it.",
        "该 transformer 没有名称，或 columnIndex 不是从 0 起的数字，其效果不予计入。更正该项。",
    ),
    "unread.datax_transformer_unknown": (
        "What {name} does to a value is unknown. The value is taken to move on, changed.",
        "无法得知 {name} 对取值的处理，按取值经变换后继续流转处理。",
    ),
    "unread.datax_unknown_columns": (
        "The columns of {table} are unknown here. Add its CREATE TABLE to the sources, or list the columns by name.",
        "此处无法得知 {table} 的各列。将其 CREATE TABLE 纳入来源，或按名称列出各列。",
    ),
    "unread.dms_excluded": (
        "The mapping leaves out tables or rows of what it selects. What is left out is counted as moving too. Select the tables by name.",
        "该映射从所选内容中排除了部分表或行；被排除的部分仍按流转计。按名称选取各表。",
    ),
    "unread.dms_removed_columns": (
        "The mapping takes {columns} out of {table}, whose columns are unknown, so all of them are counted as moving. Add a file that defines the table.",
        "该映射从 {table} 中去除 {columns}，但该表的列不明，因此按全部列流转计。补充定义该表的文件。",
    ),
    "unread.dms_without_task": (
        "This mapping selects {tables}, and no task under the root names it: from where to where is unknown. Declare the movement under `flows`.",
        "该映射选取了 {tables}，但根目录下没有引用它的任务，来源与去向不明。在 `flows` 中声明该数据流。",
    ),
    "unread.embedded_alternatives": (
        "The branches here exclude each other in too many ways; {count} readings were taken, not every combination of branches. Split the statement.",
        "此处互斥分支的组合过多，仅取 {count} 种读法，未覆盖全部分支组合。将该语句拆分。",
    ),
    "unread.embedded_clause": (
        "{what} is filled in at run time where a whole clause or query may stand, so tables or conditions in it are not seen. Write it out, or declare the movement under `flows`.",
        "{what} 在运行时填入，其位置可容纳完整的子句或查询，其中的表或条件无法得知。写明其内容，或在 `flows` 中声明该数据流。",
    ),
    "unread.embedded_entities": (
        "The XML declares or uses entities of its own, which are not expanded, so nothing in it was read. Write their text out.",
        "该 XML 声明或使用自定义实体，实体不予展开，其内容均未读取。将实体替换为实际文本。",
    ),
    "unread.embedded_include": (
        "{name} is included from elsewhere and is not in this file; a placeholder stands for it. Move it here, or declare the movement under `flows`.",
        "{name} 引自他处，不在本文件中，以占位符代替。将其移至本文件，或在 `flows` 中声明该数据流。",
    ),
    "unread.embedded_literals": (
        "The code around here cannot be parsed, so only its string literals were looked at, each by itself. SQL that is put together from several may be missing.",
        "此处代码无法解析，仅逐个查看其中的字符串字面量；由多个字符串拼接的 SQL 可能缺失。",
    ),
    "unread.embedded_macro": (
        "What the macro {name} puts here is not known, as nothing is rendered; the tables it is given by `ref` and `source` stand for it. Check the movement, or declare it under `flows`.",
        "不渲染模板，因此无法得知宏 {name} 在此处填入的内容，以其参数中由 `ref` 与 `source` 指明的表代替。核对该数据流，或在 `flows` 中声明。",
    ),
    "unread.embedded_macro_body": (
        "The macro {name} changes data wherever it is called, and is not run here. Declare the movement under `flows` if there is one.",
        "宏 {name} 在被调用处更改数据，此处不运行宏。如有数据流，在 `flows` 中声明。",
    ),
    "unread.embedded_notebook": (
        "The notebook is not valid JSON from this place on, so none of its cells was read. Save it again.",
        "该笔记本自此处起不是有效的 JSON，其单元格均未读取。重新保存该笔记本。",
    ),
    "unread.embedded_too_deep": (
        "Blocks stand in each other too deeply here to be followed. Split the file.",
        "此处嵌套过深，无法继续读取。将文件拆分。",
    ),
    "unread.embedded_too_long": (
        "The fragments that this statement includes grow beyond every limit, so it was not read. Split it.",
        "该语句所引用的片段展开后过长，未予读取。将其拆分。",
    ),
    "unread.embedded_xml": (
        "The mapper is not well-formed XML from this place on, so none of its statements was read. Correct it here.",
        "该映射文件自此处起不是格式良好的 XML，其语句均未读取。更正此处。",
    ),
    "unread.encoding": (
        "The encoding is neither UTF-8 nor GB18030. State it under `encoding:` of the source, or save the file as UTF-8.",
        "文件编码既不是 UTF-8 也不是 GB18030。在该来源的 `encoding:` 中写明编码，或另存为 UTF-8。",
    ),
    "unread.encoding_declared": (
        "The bytes fit neither UTF-8, nor the declared {encoding}, nor GB18030. Correct `encoding:` of the source.",
        "文件内容与 UTF-8、所声明的 {encoding}、GB18030 均不相符。更正该来源的 `encoding:`。",
    ),
    "unread.encoding_doubtful": (
        "Read as {encoding}, but another encoding fits as well. State `encoding:` of the source.",
        "已按 {encoding} 读取，但其他编码也相符。在该来源的 `encoding:` 中写明编码。",
    ),
    "unread.encoding_of_mark": (
        "The byte order mark says {encoding}, but the bytes after it do not fit. Save the file again as UTF-8.",
        "字节顺序标记表明编码为 {encoding}，但其后的内容不相符。将文件重新保存为 UTF-8。",
    ),
    "unread.encoding_unknown": (
        "The declared encoding {encoding} is not one that can be read. Use utf-8, gb18030, gbk or big5.",
        "所声明的编码 {encoding} 无法识别。可用 utf-8、gb18030、gbk、big5。",
    ),
    "unread.excluded": (
        "Passed over: a pattern under `exclude` names it.",
        "未读取：已由 `exclude` 中的模式排除。",
    ),
    "unread.file": (
        "The file cannot be opened: {problem}. Grant read access, or name it under `exclude`.",
        "无法打开文件：{problem}。授予读取权限，或列入 `exclude`。",
    ),
    "unread.folder": (
        "The folder cannot be listed, so nothing beneath it was read: {problem}. Grant read access.",
        "无法列出该文件夹，其下内容均未读取：{problem}。授予读取权限。",
    ),
    "unread.folder_by_rule": (
        "Passed over: a folder named {name} holds copies or products, not sources.",
        "未读取：名为 {name} 的文件夹存放副本或生成物，不是来源。",
    ),
    "unread.kubernetes_env_from": (
        "The container takes variables from {name}, whose values are not in this file. Put the map beside the workload, or declare the movement under `flows`.",
        "容器的变量取自 {name}，其取值不在本文件中。将该配置与工作负载放在一起，或在 `flows` 中声明该数据流。",
    ),
    "unread.kubernetes_helm": (
        "A template stands here, which is not rendered. Add the output of `helm template` to the sources.",
        "此处为模板，不予渲染。将 `helm template` 的输出纳入来源。",
    ),
    "unread.kubernetes_secret": (
        "A secret is never opened, so addresses in it are not seen. Declare the stores that they lead to.",
        "密钥内容从不打开，其中的地址无法得知。声明其所指向的存储。",
    ),
    "unread.kubernetes_yaml": (
        "The manifest cannot be read from this place on: it is not valid YAML. Correct it here.",
        "清单自此处起无法读取：不是有效的 YAML。更正此处。",
    ),
    "unread.infrastructure_ends": (
        "{resource} copies data, and from where or to where cannot be told. Declare the movement under `flows`.",
        "{resource} 会复制数据，但无法确定来源或去向。在 `flows` 中声明该数据流。",
    ),
    "unread.infrastructure_kind": (
        "{resource} seems to copy data, and its kind is not known: from where to where is not read. Declare the movement under `flows`.",
        "{resource} 似乎会复制数据，但该资源类型尚不支持，其来源与去向未予读取。在 `flows` 中声明该数据流。",
    ),
    "unread.infrastructure_mapping": (
        "The selection of tables cannot be read here, so everything at the source is counted as moving. Write it as JSON in the file, or beside it under the root.",
        "此处的选表设置无法读取，因此按来源的全部内容流转计。将其以 JSON 写入该文件，或放在根目录下。",
    ),
    "unread.infrastructure_no_region": (
        "Nothing here says the region of {provider}, so where its stores stand is unknown. Write the region, or declare the systems under `systems`.",
        "此处未写明 {provider} 的地域，其中存储的所在地不明。写明地域，或在 `systems` 中声明这些系统。",
    ),
    "unread.infrastructure_peering": (
        "{resource} opens a network path (to: {region}). Data may take it, and nothing here says that any does. Declare what does under `flows`.",
        "{resource} 开通了网络通路（通往：{region}）。数据可能经此流转，但此处并未写明。如有，在 `flows` 中声明。",
    ),
    "unread.infrastructure_region": (
        "The region of {provider} is {name}, which no file tells. Give the file that tells it under `values` of the rule, or declare the systems under `systems`.",
        "{provider} 的地域取自 {name}，没有文件给出其值。在规则的 `values` 中列出给出该值的文件，或在 `systems` 中声明这些系统。",
    ),
    "unread.link_broken": (
        "A link that points at nothing. Mend or remove it.",
        "链接指向的内容不存在。修复或删除该链接。",
    ),
    "unread.link_inside": (
        "A link, not followed: {target} is read under its own path.",
        "链接不予跟随：{target} 按其自身路径读取。",
    ),
    "unread.link_on_the_way": (
        "The path leads over a link, and links are not followed. Name the file by its own path.",
        "路径经过链接，链接不予跟随。使用文件自身的路径。",
    ),
    "unread.link_outside": (
        "A link that leads out of the root, not followed. Copy the file into the root, or run from a folder that holds both.",
        "链接指向根目录之外，不予跟随。将文件复制到根目录内，或在包含两者的文件夹中运行。",
    ),
    "unread.missing": (
        "There is no such file under the root. Correct the path.",
        "根目录下没有该文件。更正路径。",
    ),
    "unread.name": (
        "The name is not UTF-8 or holds control characters, so nothing can refer to it. Rename it.",
        "文件名不是 UTF-8 编码或含有控制字符，无法引用。重命名该文件。",
    ),
    "unread.outside_root": (
        "The path leads out of the root, where nothing is read. Use a path within it.",
        "路径指向根目录之外，该处内容不予读取。使用根目录内的路径。",
    ),
    "unread.settings_address": (
        "What stands here should be the address of a store and cannot be read as one. Correct it, or declare the movement under `flows`.",
        "此处应为存储的地址，但无法按地址读取。更正此处，或在 `flows` 中声明该数据流。",
    ),
    "unread.special": (
        "Not a regular file but a folder, pipe, socket or device. Name it under `exclude`.",
        "不是普通文件，而是文件夹、管道、套接字或设备。可列入 `exclude`。",
    ),
    "unread.spring_centre": (
        "Further settings of this application stand elsewhere ({centre}) and are not seen here. Export them into the repository, or declare the movement under `flows`.",
        "该应用的其他配置在别处（{centre}），此处无法得知。将其导出到代码库，或在 `flows` 中声明该数据流。",
    ),
    "unread.spring_template": (
        "A template stands here, which is not rendered, so these settings cannot be read. Add the rendered file to the sources.",
        "此处为模板，不予渲染，该配置因此无法读取。将渲染后的文件纳入来源。",
    ),
    "unread.spring_yaml": (
        "These settings cannot be read from this place on: they are not valid YAML. Correct them here.",
        "配置自此处起无法读取：不是有效的 YAML。更正此处。",
    ),
    "unread.sql_ambiguous_column": (
        "{column} may belong to several tables here; all of them are taken as its source. Qualify it, or give their columns.",
        "此处 {column} 可能属于多个表，均视为其来源。为该字段加表名限定，或提供各表的字段。",
    ),
    "unread.sql_call": (
        "A routine that is defined elsewhere runs here. Read the file that defines it too, or declare the movement.",
        "此处调用的例程在别处定义。一并读取定义它的文件，或申报该流转。",
    ),
    "unread.sql_column_pattern": (
        "The pattern {pattern} is not followed, so every column in sight is taken to be picked. Write the columns out.",
        "未按模式 {pattern} 匹配字段，可见的每个字段均视为被选取。写明各字段。",
    ),
    "unread.sql_dynamic": (
        "The SQL is put together at run time, so only the tables named in it are known. Declare the movement as a flow.",
        "该 SQL 在运行时拼接，只能确定其中写明的表。将该流转申报为 flow。",
    ),
    "unread.sql_fewer_values_than_columns": (
        "The query gives fewer columns than are listed for {table}, so that a value may be missing or stand in another's place. Correct the list or the query.",
        "查询给出的字段少于为 {table} 列出的字段，可能缺少取值或错位。请更正字段列表或查询。",
    ),
    "unread.sql_foreign_routine": (
        "The routine is written in {language}, which is not read; only SQL that stands whole in its literals is. Declare what else it moves as a flow.",
        "该例程以 {language} 编写，不予读取，仅读取其字面量中完整的 SQL。其余流转申报为 flow。",
    ),
    "unread.sql_full_width": (
        "The full-width sign {sign} stands here, which databases do not take for punctuation, so that what is around it may be misread. Type the narrow sign.",
        "此处为全角符号 {sign}，数据库不将其视为标点，其前后的内容可能被误读。改用半角符号。",
    ),
    "unread.sql_granted_outside": (
        "Accounts at {host} may read {scope}, and what they take is not seen here. Declare it as a flow, or revoke the grant.",
        "{host} 上的账号可读取 {scope}，所取内容在此不可见。将其申报为 flow，或撤销授权。",
    ),
    "unread.sql_more_values_than_columns": (
        "The query gives more columns than {table} is known to have. Bring the table's definition up to date.",
        "查询给出的字段多于 {table} 已知的字段。更新该表的定义。",
    ),
    "unread.sql_name_in_variable": (
        "The variable {variable} holds the name of a column here; what the variable is called stands for it. Write the name out.",
        "此处字段名由变量 {variable} 给出，以变量名代替。写明该字段名。",
    ),
    "unread.sql_not_understood": (
        "The statement cannot be parsed from here on; every table it names is taken to reach every table it writes. State its dialect, or declare the movement.",
        "语句自此处起无法解析；其中提到的每个表均视为流入其写入的每个表。写明方言，或申报该流转。",
    ),
    "unread.sql_opaque": (
        "This kind of statement is not read; the tables it names are kept without columns. Declare the movement if there is one.",
        "不读取此类语句；其中提到的表予以保留，但不含字段。如有流转，申报该流转。",
    ),
    "unread.sql_reader_died": (
        "The reader of this statement died, twice; only its tables are kept. Split the statement, or declare the movement.",
        "读取该语句的进程两次终止；仅保留其中的表。拆分该语句，或申报该流转。",
    ),
    "unread.sql_table_function": (
        "Rows come from the function {function}, and what it reads is not known; it stands for a table. Declare the movement if it reads one.",
        "数据行来自函数 {function}，其读取的内容未知，以函数名代替表。如其读取某个表，申报该流转。",
    ),
    "unread.sql_target_columns_unknown": (
        "The columns of {table} are not known, so the names in the query stand for them. Add the table's definition.",
        "{table} 的字段未知，以查询中的名称代替。补充该表的定义。",
    ),
    "unread.sql_template_column": (
        "{column} is filled in at run time, so every column in sight is taken as its source. Write the column out.",
        "{column} 在运行时填入，可见的每个字段均视为其来源。写明该字段。",
    ),
    "unread.sql_template_table": (
        "{table} is a name filled in at run time, so which table it is stays unknown. Write the name out, or declare the flow.",
        "{table} 的名称在运行时填入，无法确定是哪个表。写明表名，或在 `flows` 中声明该数据流。",
    ),
    "unread.sql_too_deep": (
        "The statement is nested too deeply to be parsed; only its tables are kept. Split it into several.",
        "语句嵌套过深，无法解析；仅保留其中的表。将其拆分为多条语句。",
    ),
    "unread.sql_too_long": (
        "The statement is too long to be parsed; only its tables are kept. Split it into several.",
        "语句过长，无法解析；仅保留其中的表。将其拆分为多条语句。",
    ),
    "unread.sql_too_slow": (
        "Reading the statement took longer than the limit; only its tables are kept. Split it, or raise `--limit`.",
        "读取该语句超出时限；仅保留其中的表。拆分该语句，或提高 `--limit`。",
    ),
    "unread.sql_unclosed_quote": (
        "A quote or comment opens here or before and never closes; from there on only the names of tables are read. Close it, or state the dialect.",
        "此处或之前有未闭合的引号或注释；自此之后只读取表名。补上结尾，或写明方言。",
    ),
    "unread.sql_unfinished": (
        "The statement breaks off before it is complete, so that nothing is known of what it moves. Complete it, or see how the text was cut.",
        "语句在完整之前中断，无法得知其移动了什么。补全语句，或检查文本是如何截断的。",
    ),
    "unread.sql_unknown_column": (
        "No table in sight is known to have {column}. Bring the definitions up to date, or qualify the name.",
        "可见的表中均未发现字段 {column}。更新表定义，或为该字段加表名限定。",
    ),
    "unread.sql_unknown_columns": (
        "The columns of {table} are not known, so a star stands for all of them. Add the table's definition.",
        "{table} 的字段未知，以星号代表全部字段。补充该表的定义。",
    ),
    "unread.terraform_calls": (
        "The module {name} is called from here on more often than {limit} times in one root, which is not followed. Give the plan (`terraform show -json`).",
        "同一根模块内的模块调用超过 {limit} 次，自模块 {name} 的此处起不再展开。提供计划文件（`terraform show -json`）。",
    ),
    "unread.terraform_document": (
        "This plan or state cannot be read from this place on. Write it anew with `terraform show -json`.",
        "该计划或状态文件自此处起无法读取。用 `terraform show -json` 重新生成。",
    ),
    "unread.terraform_module": (
        "The module {name} lies outside this root, so what it makes is not read. Give the plan (`terraform show -json`), or declare what it makes.",
        "模块 {name} 不在此根目录内，其所创建的内容未予读取。提供计划文件（`terraform show -json`），或声明其所创建的内容。",
    ),
    "unread.terraform_module_copies": (
        "The module {name} copies data ({sign}), and it lies outside this root: from where to where is not read. Give the plan (`terraform show -json`), or declare the movement under `flows`.",
        "模块 {name} 会复制数据（{sign}），但不在此根目录内，其来源与去向未予读取。提供计划文件（`terraform show -json`），或在 `flows` 中声明该数据流。",
    ),
    "unread.terraform_syntax": (
        "This file cannot be read from this place on: it is no valid Terraform. Correct it here.",
        "该文件自此处起无法读取：不是有效的 Terraform。更正此处。",
    ),
    "unread.terraform_too_deep": (
        "This file nests more than {limit} brackets. Flatten it, or declare what it makes.",
        "该文件的括号嵌套超过 {limit} 层。减少嵌套，或声明其所创建的内容。",
    ),
    "unread.terraform_too_long": (
        "This file holds more than {limit} signs. Split it, or declare what it makes.",
        "该文件超过 {limit} 个字符。拆分文件，或声明其所创建的内容。",
    ),
    "unread.too_large": (
        "{size}, above the limit of {limit}. Split off the part that holds no rows, or name the file under `exclude`.",
        "文件大小为 {size}，超过上限 {limit}。将不含数据行的部分拆出，或列入 `exclude`。",
    ),
    "unread.values_differ": (
        "{files} give {name} different values, so it stays open. Keep one of them, or give each environment a rule of its own.",
        "{files} 对 {name} 给出不同的值，因此该占位符不予替换。仅保留其一，或为每个环境单独设置规则。",
    ),
    "unread.values_file": (
        "{file}, named under `values`, gives none, so its placeholders stay open. {why}",
        "`values` 所列的 {file} 未给出任何值，相应占位符不予替换。{why}",
    ),
    "unread.values_form": (
        "{file}, named under `values`, has a form that is not read. Give the values in a .env, .properties, YAML or JSON file.",
        "`values` 所列的 {file} 格式不受支持。改用 .env、.properties、YAML 或 JSON 文件给出这些值。",
    ),
    "unread.values_lines": (
        "Lines of this file that give no value: {count}, the first one here. Write them as `KEY=value`.",
        "该文件中有 {count} 行未给出值，此处为第一行。写成 `KEY=value` 的形式。",
    ),
    "unread.values_shape": (
        "{file}, named under `values`, holds no keys at its top. Write names with their values there.",
        "`values` 所列的 {file} 顶层没有键。在顶层写明名称及其取值。",
    ),
    "unread.values_syntax": (
        "{file}, named under `values`, cannot be read from line {line} on, so its placeholders stay open. Correct it there.",
        "`values` 所列的 {file} 自第 {line} 行起无法读取，相应占位符不予替换。更正该处。",
    ),
}
