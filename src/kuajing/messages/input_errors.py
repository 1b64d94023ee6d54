"""What is wrong with an input and what to do about it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "input_errors.control_character": (
        "The invisible character {number} may not stand in this file. Delete it.",
        "此处有不可见字符 {number}，文件中不允许出现。删除该字符。",
    ),
    "input_errors.duplicate_key": (
        "The key `{key}` already stands at {first}, and only one of the two can hold. Delete or rename one of them.",
        "键 `{key}` 已在 {first} 处出现，两者只能保留其一。删除或改名其中一个。",
    ),
    "input_errors.full_width": (
        "The full-width sign `{sign}` ({number}) is plain text, not punctuation. Type `{narrow}` instead.",
        "全角符号 `{sign}`（{number}）只是普通文本，不起标点作用。改为半角 `{narrow}`。",
    ),
    "input_errors.full_width_colon": (
        "The full-width colon `{sign}` ({number}) is plain text and does not end a key. Type `:` and a space.",
        "全角冒号 `{sign}`（{number}）只是普通文本，不能结束键名。改为半角 `:` 加一个空格。",
    ),
    "input_errors.full_width_space": (
        "The space here is {number}, which counts as a letter. Type an ordinary space.",
        "此处的空格是 {number}，会被当作普通文字。改为普通空格。",
    ),
    "input_errors.json_after_end": (
        "The JSON value has ended, yet `{found}` follows. Delete what follows, or make one list of all values.",
        "JSON 值已结束，其后仍有 `{found}`。删除其后的内容，或将各值并入一个列表。",
    ),
    "input_errors.json_colon": (
        "`:` is expected after a key, but `{found}` stands here. Add the colon.",
        "键之后应为 `:`，此处却是 `{found}`。补上冒号。",
    ),
    "input_errors.json_comma": (
        "A comma or the closing bracket is expected, but `{found}` stands here. Add what is missing.",
        "此处应为逗号或结束括号，却是 `{found}`。补上缺少的符号。",
    ),
    "input_errors.json_comment": (
        "The comment that begins here is not closed. Add `*/`.",
        "此处开始的注释没有结束。补上 `*/`。",
    ),
    "input_errors.json_empty": (
        "The file holds no value. Write one, or delete the file.",
        "文件中没有任何值。写入内容，或删除该文件。",
    ),
    "input_errors.json_ends": (
        "The file ends in the middle of a value. Add the rest.",
        "文件在值的中间结束。补全内容。",
    ),
    "input_errors.json_escape": (
        "This escape is not one that JSON knows. Double the backslash.",
        "JSON 不支持该转义。将反斜杠写成两个。",
    ),
    "input_errors.json_key": (
        "A key in double quotes is expected, but `{found}` stands here. Put the key in double quotes.",
        "此处应为双引号中的键，却是 `{found}`。为键加双引号。",
    ),
    "input_errors.json_quote": (
        "The string that opens here is not closed. Add the closing quote.",
        "此处开始的字符串没有闭合。补上结束引号。",
    ),
    "input_errors.json_surrogate": (
        "The string holds half of a character (`\\uD800` to `\\uDFFF`). Write both halves, or the character itself.",
        "字符串中有不完整的字符（`\\uD800` 至 `\\uDFFF`）。写出完整的一对，或直接写该字符。",
    ),
    "input_errors.json_unclosed": (
        "The bracket that opens here is not closed. Add the closing one.",
        "此处的括号没有闭合。补上结束括号。",
    ),
    "input_errors.json_value": (
        "A value is expected, but `{found}` stands here. Put text in double quotes.",
        "此处应为一个值，却是 `{found}`。文本须加双引号。",
    ),
    "input_errors.more": (
        "{count} more faults follow in this file. Mend the ones above and read it again.",
        "该文件后续还有 {count} 处问题。先处理以上各处，再重新读取。",
    ),
    "input_errors.number_too_long": (
        "This number is too large to be a count. Write a smaller one, or put it in quotes if it is a name.",
        "数字过大，不可能是数量。改为较小的数；如果是名称，加引号。",
    ),
    "input_errors.template": (
        "This is a template, which is never rendered here. Give the rendered file, or put the expression in quotes.",
        "此处是模板，本工具不渲染模板。提供渲染后的文件，或为表达式加引号。",
    ),
    "input_errors.too_deep": (
        "More than {limit} levels stand one in another, which is not read. Flatten the file.",
        "嵌套超过 {limit} 层，不予读取。减少嵌套层数。",
    ),
    "input_errors.yaml": (
        "This is not YAML: {problem}. Correct the line.",
        "此处不符合 YAML 语法：{problem}。更正该行。",
    ),
    "input_errors.yaml_alias_unknown": (
        "No anchor `&{name}` stands before this alias in the same document. Correct the name, or write the value out.",
        "同一文档中此前没有锚点 `&{name}`。更正名称，或直接写出内容。",
    ),
    "input_errors.yaml_alias_within": (
        "The alias `*{name}` stands inside its own anchor, which never ends. Write the value out.",
        "别名 `*{name}` 位于其自身的锚点之内，无法终止。直接写出内容。",
    ),
    "input_errors.yaml_aliases": (
        "Aliases make this file stand for more than {limit} values, which is not read. Write the values out.",
        "别名展开后超过 {limit} 个值，不予读取。直接写出内容。",
    ),
    "input_errors.yaml_character": (
        "A value may not begin with `{sign}`. Put the value in quotes.",
        "值不能以 `{sign}` 开头。为该值加引号。",
    ),
    "input_errors.yaml_document_start": (
        "Text stands after the end of the document. Begin a new document with `---`, or delete the text.",
        "文档结束之后仍有内容。用 `---` 开始新文档，或删除该内容。",
    ),
    "input_errors.yaml_documents": (
        "This holds {count} documents; write one.",
        "此处有 {count} 个文档；应为一个。",
    ),
    "input_errors.yaml_escape": (
        "This escape is not one that double quotes know. Use single quotes, or double the backslash.",
        "双引号中不支持该转义。改用单引号，或将反斜杠写成两个。",
    ),
    "input_errors.yaml_key": (
        "A key must be a single word or text, not a list or mapping. Write a plain key.",
        "键必须是单个文本，不能是列表或映射。改为普通的键。",
    ),
    "input_errors.yaml_list_here": (
        "A list with `-` cannot begin on the line of its key. Begin it on the next line.",
        "以 `-` 开头的列表不能与键同行。将列表移到下一行。",
    ),
    "input_errors.yaml_merge_value": (
        "The merge key `<<` takes a mapping or a list of mappings. Give it one, or delete it.",
        "合并键 `<<` 的值须为映射或映射列表。更正其值，或删除该键。",
    ),
    "input_errors.yaml_merges": (
        "Merge keys bring in more than {limit} entries, which is not read. Write the entries out.",
        "合并键引入的条目超过 {limit} 个，不予读取。直接写出条目。",
    ),
    "input_errors.yaml_no_colon": (
        "This line is neither a key nor part of the value above. Add `:` and a space after the key, or mend the indentation.",
        "此行既不是键，也不属于上一行的值。在键后加 `:` 和空格，或调整缩进。",
    ),
    "input_errors.yaml_no_value": (
        "A value is expected here. Write one, or put this sign in quotes.",
        "此处应有一个值。写出该值，或为此符号加引号。",
    ),
    "input_errors.yaml_not_in_place": (
        "This does not fit the lines above. Align it with its neighbours, or put a value with special signs in quotes.",
        "此处与上文结构不符。与相邻行对齐；含特殊符号的值须加引号。",
    ),
    "input_errors.yaml_second_colon": (
        "A second `:` cannot stand in a value. Put the value in quotes.",
        "值中不能再出现 `:`。为该值加引号。",
    ),
    "input_errors.yaml_tab": (
        "A tab cannot indent or begin a value. Use spaces.",
        "制表符不能用于缩进或值的开头。改用空格。",
    ),
    "input_errors.yaml_tag": (
        "The tag `{tag}` is not read, because a tag can stand for anything. Write the plain value.",
        "标签 `{tag}` 不予读取，因为标签可代表任意内容。直接写出值。",
    ),
    "input_errors.yaml_tag_handle": (
        "This tag uses a handle that no `%TAG` line defines. Write the plain value without a tag.",
        "该标签的前缀未由 `%TAG` 定义。去掉标签，直接写出值。",
    ),
    "input_errors.yaml_tag_value": (
        "The value is not what its tag `{tag}` says. Correct one of the two.",
        "值与标签 `{tag}` 不符。更正其中之一。",
    ),
    "input_errors.too_many_values": (
        "The file holds more than {limit} values, which is not read. Split it.",
        "文件中的值超过 {limit} 个，不予读取。拆分该文件。",
    ),
    "input_errors.yaml_unclosed_list": (
        "The list that begins here is not closed, or a comma is missing in it. Add `]` or `,`.",
        "此处开始的列表没有结束，或其中缺少逗号。补上 `]` 或 `,`。",
    ),
    "input_errors.yaml_unclosed_mapping": (
        "The mapping that begins here is not closed, or a comma is missing in it. Add `}}` or `,`.",
        "此处开始的映射没有结束，或其中缺少逗号。补上 `}}` 或 `,`。",
    ),
    "input_errors.yaml_unclosed_quote": (
        "The quote that opens here is not closed. Add the closing quote.",
        "此处的引号没有闭合。补上结束引号。",
    ),
    "input_errors.yaml_version": (
        "This version of YAML is not read. Delete the `%YAML` line.",
        "不支持该 YAML 版本。删除 `%YAML` 行。",
    ),
    "declaration.other_version": (
        "`kuajing: {found}` is no version of these words. Write `kuajing: {version}`.",
        "`kuajing: {found}` 不是本工具认识的版本，应写 `kuajing: {version}`。",
    ),
    "declaration.unknown_key_on_top": (
        "`{key}` is no section of a declaration. The sections are: {known}.",
        "`{key}` 不是申报文件的部分。可用的部分：{known}。",
    ),
    "declaration.unknown_key_on_top_nearest": (
        "`{key}` is no section of a declaration. The nearest is `{nearest}`.",
        "`{key}` 不是申报文件的部分，最接近的是 `{nearest}`。",
    ),
    "declaration.unknown_key": (
        "`{key}` is no key of `{where}`. Its keys are: {known}.",
        "`{where}` 没有 `{key}` 这个键。可用的键：{known}。",
    ),
    "declaration.unknown_key_nearest": (
        "`{key}` is no key of `{where}`. The nearest is `{nearest}`.",
        "`{where}` 没有 `{key}` 这个键，最接近的是 `{nearest}`。",
    ),
    "declaration.missing_key": (
        "`{where}` needs the key `{key}` here.",
        "此处 `{where}` 缺少必填的键 `{key}`。",
    ),
    "declaration.unknown_word": (
        "`{found}` is not read here. It is one of: {words}.",
        "此处不能写 `{found}`，可选：{words}。",
    ),
    "declaration.unknown_word_nearest": (
        "`{found}` is not read here. The nearest is `{nearest}`; all words: {words}.",
        "此处不能写 `{found}`，最接近的是 `{nearest}`；可选：{words}。",
    ),
    "declaration.blank": (
        "Nothing stands here. Write a value, or `unknown`, or leave the key out.",
        "此处没有值。填写，或写 `unknown`，或删去这个键。",
    ),
    "declaration.blank_date": (
        "No date stands here. Write it as `2026-01-31`, `null` if it is known not to have come, or `unknown`.",
        "此处没有日期。写成 `2026-01-31`；确知未发生写 `null`；不知道写 `unknown`。",
    ),
    "declaration.null_here": (
        "`null` says nothing here. Write a value, or `unknown`, or leave the key out.",
        "此处 `null` 没有意义。填写，或写 `unknown`，或删去这个键。",
    ),
    "declaration.needs_mapping": (
        "Keys with values are wanted here, not `{found}`.",
        "此处应为“键: 值”的形式，而不是 `{found}`。",
    ),
    "declaration.needs_list": (
        "A list is wanted here, not `{found}`. Write `[a, b]` or one item per line after `- `.",
        "此处应为列表，而不是 `{found}`。写成 `[a, b]`，或每行一项并以 `- ` 开头。",
    ),
    "declaration.empty_list": (
        "At least one item is wanted here.",
        "此处至少要有一项。",
    ),
    "declaration.full_width_text": (
        "`{found}` holds full-width signs. Write `{narrow}`.",
        "`{found}` 含有全角字符，应写 `{narrow}`。",
    ),
    "declaration.not_an_answer": (
        "`{found}` is no answer. Write `yes`, `no` or `unknown`.",
        "`{found}` 不是答案，可写 `yes`、`no` 或 `unknown`。",
    ),
    "declaration.not_a_text": (
        "A text is wanted here, not `{found}`. If it is one, put it in quotes.",
        "此处应为文字，而不是 `{found}`。若它就是文字，加引号。",
    ),
    "declaration.empty_text": (
        "This text is empty. Write it, or `unknown`, or leave the key out.",
        "文字为空。填写，或写 `unknown`，或删去这个键。",
    ),
    "declaration.not_a_name": (
        "A name is wanted here: one text, or `{{zh: …, en: …}}`.",
        "此处应为名称：一段文字，或 `{{zh: …, en: …}}`。",
    ),
    "declaration.not_a_date": (
        "`{found}` is no date. Write it as `2026-01-31`; `null` if it is known not to have come; or `unknown`.",
        "`{found}` 不是日期。写成 `2026-01-31`；确知未发生写 `null`；不知道写 `unknown`。",
    ),
    "declaration.needs_known_date": (
        "`{found}` is no date, and this one must be known. Write it as `2026-01-31`.",
        "`{found}` 不是日期，而此处日期必须已知。写成 `2026-01-31`。",
    ),
    "declaration.date_in_another_form": (
        "`{found}` is not how a date is written here. Write `{date}` if that is the day.",
        "日期 `{found}` 的写法不对。若指的是这一天，应写 `{date}`。",
    ),
    "declaration.impossible_date": (
        "`{found}` is in no calendar.",
        "日历上没有 `{found}` 这一天。",
    ),
    "declaration.said_twice": (
        "`{first}` and `{second}` are the same thing. Keep one of them.",
        "`{first}` 与 `{second}` 是同一件事，保留其中一个。",
    ),
    "declaration.not_a_count": (
        "`{found}` is no count of people. Write `120_000`, `12万`, `[100_000, 150_000]`, `[100_000, null]` or `unknown`.",
        "`{found}` 不是人数。可写 `120_000`、`12万`、`[100_000, 150_000]`、`[100_000, null]` 或 `unknown`。",
    ),
    "declaration.count_with_fraction": (
        "`{found}` is no whole number of people. Write all digits, such as `12_000`, or `1.2万`.",
        "`{found}` 不是整数人数。写出全部数字，如 `12_000`，或写 `1.2万`。",
    ),
    "declaration.count_below_zero": (
        "`{found}` is below zero.",
        "`{found}` 小于零。",
    ),
    "declaration.count_too_large": (
        "`{found}` is more than {most}: more people than there can be.",
        "`{found}` 超过 {most}，不可能有这么多人。",
    ),
    "declaration.not_an_interval": (
        "An interval has two numbers, the least and the most: `[100_000, 150_000]`.",
        "区间由最少和最多两个数组成：`[100_000, 150_000]`。",
    ),
    "declaration.crossed_interval": (
        "The least, {low}, is above the most, {high}. Write the smaller number first.",
        "下限 {low} 大于上限 {high}，应先写较小的数。",
    ),
    "declaration.not_a_duration": (
        "`{found}` is no duration. Write `P3Y` for three years, `P6M` for six months, `P30D` for thirty days.",
        "`{found}` 不是时长。三年写 `P3Y`，六个月写 `P6M`，三十天写 `P30D`。",
    ),
    "declaration.jurisdiction_by_name": (
        "A jurisdiction is written as its code in capitals. Write `{code}` for `{found}`.",
        "法域须写大写代码。`{found}` 应写 `{code}`。",
    ),
    "declaration.not_a_jurisdiction": (
        "`{found}` is no jurisdiction. Write `mainland`, a two-letter code such as `HK`, `SG` or `US`, or `unknown`.",
        "`{found}` 不是法域。可写 `mainland`、两个字母的代码（如 `HK`、`SG`、`US`）或 `unknown`。",
    ),
    "declaration.not_a_region": (
        "`{found}` is no place. Write `provider/region` such as `alibaba/cn-shanghai`, `mainland`, a code or `unknown`.",
        "`{found}` 不是位置。可写“服务商/地域”（如 `alibaba/cn-shanghai`）、`mainland`、法域代码或 `unknown`。",
    ),
    "declaration.not_a_category": (
        "`{found}` is no category. Write one such as `pi.basic.phone`, or `none`, or `unknown`.",
        "`{found}` 不是数据类别。可写如 `pi.basic.phone`，或 `none`，或 `unknown`。",
    ),
    "declaration.not_an_encoding": (
        "`{found}` is no encoding of text. Write one such as `utf-8`, `gb18030` or `big5`.",
        "`{found}` 不是文字编码。可写如 `utf-8`、`gb18030`、`big5`。",
    ),
    "declaration.not_a_share": (
        "`{found}` is no share. Write a number from 0 to 1, such as `0.95`.",
        "`{found}` 不是比例。写 0 到 1 之间的数，如 `0.95`。",
    ),
    "declaration.not_a_percent": (
        "`{found}` is no number of percent. Write `15` for 15 %.",
        "`{found}` 不是百分数。15% 写作 `15`。",
    ),
    "declaration.not_evidence": (
        "`{found}` is no evidence. Write a date, `yes`, `no`, `unknown`, `not_applicable`, or `{{on: 2026-01-31, file: …}}`.",
        "`{found}` 不是证据。可写日期、`yes`、`no`、`unknown`、`not_applicable`，或 `{{on: 2026-01-31, file: …}}`。",
    ),
    "declaration.not_claims": (
        "Claims are a list of names, `[hr, contract]`, or each name with its ground; not `{found}`.",
        "豁免主张应为名称列表 `[hr, contract]`，或每个名称附上理由；而不是 `{found}`。",
    ),
    "declaration.claim_not_claimed": (
        "A claim that is `{found}` is no claim. Leave it out.",
        "写 `{found}` 就是不主张，应删去。",
    ),
    "declaration.path_leaves_root": (
        "`{found}` leads out of the repository. Write a path from its root, with forward slashes and without `..`.",
        "`{found}` 指向仓库之外。写从仓库根目录起的路径，用正斜杠，不含 `..`。",
    ),
    "declaration.id_shape": (
        "`{id}` cannot be an id: it must hold no spaces and not be `unknown`.",
        "`{id}` 不能作标识：不能含空格，也不能是 `unknown`。",
    ),
    "declaration.system_id_shape": (
        "`{id}` cannot be the id of a system: letters, digits, `-` and `_` only, and not `unknown`.",
        "`{id}` 不能作系统标识：只能用字母、数字、`-` 和 `_`，也不能是 `unknown`。",
    ),
    "declaration.undeclared": (
        "`{id}` is not declared under `{section}`. Declared there: {known}.",
        "`{section}` 下没有申报 `{id}`。已申报：{known}。",
    ),
    "declaration.undeclared_nearest": (
        "`{id}` is not declared under `{section}`. The nearest is `{nearest}`.",
        "`{section}` 下没有申报 `{id}`，最接近的是 `{nearest}`。",
    ),
    "declaration.undeclared_none": (
        "`{id}` is not declared: no file has an entry under `{section}` yet.",
        "`{id}` 尚未申报：没有文件在 `{section}` 下有条目。",
    ),
    "declaration.declared_twice": (
        "`{id}` is declared already at {place}. Keep one of them.",
        "`{id}` 已在 {place} 申报，保留其中一处。",
    ),
    "declaration.declared_alike": (
        "`{id}` and `{other}` at {place} differ only in the size or width of letters. Rename one of them.",
        "`{id}` 与 {place} 的 `{other}` 只有大小写或全半角之别，改其中一个。",
    ),
    "declaration.two_owners": (
        "The system `{system}` has both a handler and a recipient. Keep the one it belongs to.",
        "系统 `{system}` 同时写了 handler 和 recipient，只保留它所属的一方。",
    ),
    "declaration.ciio_without_day": (
        "`ciio: yes` wants `ciio_notified_on` for `{handler}`: the day it was notified, or `unknown`.",
        "`{handler}` 写了 `ciio: yes`，还须写 `ciio_notified_on`：被认定告知的日期，或 `unknown`。",
    ),
    "declaration.ciio_never_notified": (
        "`{handler}` cannot be `ciio: yes` and never notified: only a notification makes it so.",
        "`{handler}` 不能既写 `ciio: yes` 又从未被告知：只有被认定告知才是关键信息基础设施运营者。",
    ),
    "declaration.endpoint_twice": (
        "This endpoint belongs to another system already, at {place}. Keep one of them.",
        "这个端点已在 {place} 归于另一系统，保留其中一处。",
    ),
    "declaration.counted_twice": (
        "`{what}` is counted already at {place}. Keep one count per flow and day.",
        "`{what}` 已在 {place} 计数。每个数据流每天只保留一个计数。",
    ),
    "declaration.setting_twice": (
        "`{what}` is set already at {place}. Keep one of them.",
        "`{what}` 已在 {place} 设定，保留其中一处。",
    ),
    "binding.endpoint_tie": (
        "`{address}` belongs to `{first}` by `{first_pattern}` ({place}) and to `{second}` by `{second_pattern}`, which say equally much. Write one of them more narrowly, with port or database.",
        "`{address}` 按 `{first_pattern}`（{place}）属于 `{first}`，按 `{second_pattern}` 属于 `{second}`，两者同样具体。把其中一个写得更窄，例如加上端口或数据库。",
    ),
    "binding.reserved_system": (
        "`{system}` is the name of what no `sources` rule places. Give the system another id.",
        "`{system}` 专指没有 `sources` 规则归属的数据集。为该系统另取标识。",
    ),
    "binding.dataset_twice": (
        "`{second}` is the dataset that `{first}` declares at {place}. Keep one of them, or write both names in full.",
        "`{second}` 与 {place} 的 `{first}` 是同一个数据集。保留其中一处，或者把两个名称都写全。",
    ),
    "binding.dataset_is_system": (
        "`{system}` is a system. Name a dataset in it, such as `{system}.orders`.",
        "`{system}` 是系统。写出其中的数据集，例如 `{system}.orders`。",
    ),
}
