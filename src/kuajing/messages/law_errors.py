"""What is wrong with a case put to the legal engine, or with the YAML of the law."""

MESSAGES: dict[str, tuple[str, str]] = {
    "law_terms.case_whole": (
        "A case is a mapping with id, as_of and facts; this is `{value}`.",
        "一个案例须为含 id、as_of 与 facts 的映射；此处为 `{value}`。",
    ),
    "law_terms.case_key": (
        "`{path}` is no key of a case; the nearest: `{near}`. Correct it.",
        "`{path}` 不是案例的键；最接近的是 `{near}`。请更正。",
    ),
    "law_terms.case_id_twice": (
        "The id `{value}` stands twice, first at {first}. Give each case its own.",
        "编号 `{value}` 重复，首次出现于 {first}。请为每个案例使用不同编号。",
    ),
    "law_terms.case_no_date": (
        "`as_of` is missing: the day whose law is asked for, as YYYY-MM-DD.",
        "缺少 `as_of`：请写明适用哪一天的法律（YYYY-MM-DD）。",
    ),
    "law_terms.case_date": (
        "`{path}` is `{value}`, which is no date as YYYY-MM-DD.",
        "`{path}` 的值 `{value}` 不是 YYYY-MM-DD 形式的日期。",
    ),
    "law_terms.case_too_early": (
        "`as_of` is earlier than {first}, the first day whose law is covered.",
        "`as_of` 早于 {first}，即本工具所涵盖法律的首日。",
    ),
    "law_terms.case_mapping": ("`{path}` is no mapping of facts.", "`{path}` 不是事实的映射。"),
    "law_terms.case_word": (
        "`{path}` is `{value}`, which is not one of its words; near it: {known}.",
        "`{path}` 的值 `{value}` 不在可用词之列；相近的有：{known}。",
    ),
    "law_terms.case_truth": (
        "`{path}` is `{value}`; it takes true, false or unknown.",
        "`{path}` 的值为 `{value}`；应为 true、false 或者 unknown。",
    ),
    "law_terms.case_count": (
        "`{path}` is `{value}`; it takes a whole number of people, or two bounds such as [0, 500] or [100, null].",
        "`{path}` 的值为 `{value}`；应为整数人数，或者区间，如 [0, 500]、[100, null]。",
    ),
    "law_terms.case_number": (
        "`{path}` is `{value}`; it takes a number.",
        "`{path}` 的值为 `{value}`；应为数值。",
    ),
    "law_terms.case_list": (
        "`{path}` is `{value}`; it takes a list of words.",
        "`{path}` 的值为 `{value}`；应为词的列表。",
    ),
    "law_terms.case_text": ("`{path}` is `{value}`; it takes text.", "`{path}` 的值为 `{value}`；应为文本。"),
    "law_terms.case_ciio_not_notified": (
        "`handler.ciio` is true while `handler.ciio_notified` is false: one is such an operator only by notification.",
        "`handler.ciio` 为 true 而 `handler.ciio_notified` 为 false：关键信息基础设施运营者须经通知认定。",
    ),
    "law_terms.case_anonymised_personal": (
        "`data.anonymised` is true, so `data.personal` has to be false: anonymised data is not personal.",
        "`data.anonymised` 为 true 时 `data.personal` 须为 false：匿名化信息不是个人信息。",
    ),
    "law_terms.book_type": ("This takes {expected}.", "此处应为 {expected}。"),
    "law_terms.book_key": (
        "`{key}` is no key here; nearest: {near}; known: {known}.",
        "此处没有 `{key}` 键；最相近的：{near}；可用：{known}。",
    ),
    "law_terms.book_missing": ("`{key}` is missing.", "缺少 `{key}`。"),
    "law_terms.book_bounds": (
        "The least comes first, and is not above the most.",
        "应先写下限，且下限不高于上限。",
    ),
    "law_terms.book_draft_in_force": (
        "A draft is not in force; it says `published`.",
        "征求意见稿尚未施行；应写 `published`。",
    ),
    "law_terms.book_word": (
        "`{word}` is no word here; nearest: {near}; known: {known}.",
        "此处不能用 `{word}`；最相近的：{near}；可用：{known}。",
    ),
    "law_terms.book_path": (
        "`{path}` is no fact that fits here; nearest: {near}.",
        "`{path}` 不是适用于此的事实；最相近的：{near}。",
    ),
    "law_terms.book_function": (
        "No question is called `{name}`; nearest: {near}.",
        "没有名为 `{name}` 的条件；最相近的：{near}。",
    ),
    "law_terms.book_name": (
        "No condition is named `{name}`; nearest: {near}.",
        "没有名为 `{name}` 的共用条件；最相近的：{near}。",
    ),
    "law_terms.book_citation": (
        "No provision has the key `{key}`; nearest: {near}.",
        "没有引用键 `{key}` 对应的条款；最相近的：{near}。",
    ),
    "law_terms.book_circle": ("`{name}` asks itself in the end.", "`{name}` 最终引用了自身。"),
    "law_terms.book_twice": (
        "`{key}` stands twice, first at {place}.",
        "`{key}` 重复出现，首次见于 {place}。",
    ),
    "law_terms.book_overlap": (
        "This version of `{key}` begins before the one at {place} ends, or that one has no end.",
        "`{key}` 的此版本早于 {place} 处版本的终止日开始，或者该版本没有终止日。",
    ),
    "law_terms.book_dates": (
        "The end {end} does not come after the start {start}.",
        "终止日 {end} 不晚于起始日 {start}。",
    ),
    "law_terms.book_early": (
        "{day} is before {start}, the day on which `{name}` begins.",
        "{day} 早于 `{name}` 的起始日 {start}。",
    ),
    "law_terms.book_adopted_late": (
        "It was adopted on {day}, after {start}, the day on which it begins.",
        "通过日 {day} 晚于起始日 {start}。",
    ),
    "law_terms.book_table": (
        "The law has no table `{name}`; nearest: {near}; known: {known}.",
        "法律数据没有 `{name}` 表；最相近的：{near}；可用：{known}。",
    ),
    "law_terms.book_no_table": (
        "The table `{name}` of the law is missing.",
        "缺少法律数据表 `{name}`。",
    ),
    "law_terms.book_policy_kind": (
        (
            "`{kind}` is a kind of the law alone: a rule of the organisation may add to the law and never change what it "
            "answers. Use `forbids` or `imposes`."
        ),
        "`{kind}` 只用于法律：内部规则只能在法律之外增加要求，不能改变法律的结论。请用 `forbids` 或者 `imposes`。",
    ),
    "law_terms.book_policy_clash": (
        (
            "`{name}` is a name of the law, at {place}: a rule of the organisation stands beside the law and replaces "
            "nothing of it. Choose another name."
        ),
        "`{name}` 是法律数据中已有的名称，见 {place}：内部规则与法律并立，不能取代其中任何内容。请另取名称。",
    ),
    "law_terms.book_policy_key": (
        "`{key}` does not begin with `{start}`, the id of its instrument.",
        "`{key}` 未以所属文件的标识 `{start}` 开头。",
    ),
    "law_terms.book_policy_place": (
        (
            "The law tells only some values of `{path}` apart, so another would be answered no. Ask `received_in` or "
            "`received_outside` with codes of jurisdictions."
        ),
        "法律只区分 `{path}` 的部分取值，其余会被答为否。请用 `received_in` 或者 `received_outside` 并写法域代码。",
    ),
    "law_terms.book_precedence_circle": (
        "`{name}` yields to steps that yield to it in the end. Take one of these precedences out.",
        "`{name}` 所让位的步骤最终又让位于它。去掉其中一项优先关系。",
    ),
    "law_terms.book_unordered": (
        "`{first}` at {place} and `{second}` may both hold, and no article says which stands first. Say it under `yields_to`.",
        "{place} 的 `{first}` 与 `{second}` 可能同时成立，且没有条款说明何者优先。在 `yields_to` 中写明。",
    ),
}
