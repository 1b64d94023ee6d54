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
        "The full-width sign “{sign}” ({number}) is plain text, not punctuation. Type `{narrow}` instead.",
        "全角符号“{sign}”（{number}）只是普通文本，不起标点作用。改为半角 `{narrow}`。",
    ),
    "input_errors.full_width_colon": (
        "The full-width colon “{sign}” ({number}) is plain text and does not end a key. Type `:` and a space.",
        "全角冒号“{sign}”（{number}）只是普通文本，不能结束键名。改为半角 `:` 加一个空格。",
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
    "input_errors.number_too_long": (
        "This number is too long to be a count. Shorten it, or put it in quotes if it is a name.",
        "数字过长，不可能是数量。缩短该数字；如果是名称，加引号。",
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
        "A second `:` cannot stand here. Put the value in quotes, or mend the indentation.",
        "此处不能再出现 `:`。为该值加引号，或调整缩进。",
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
}
