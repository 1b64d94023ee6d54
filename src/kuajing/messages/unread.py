"""Why something was not read."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unread.binary": (
        "This file is not text. Name it under `exclude` if nothing in it moves data.",
        "该文件不是文本。如其中不含数据流转内容，可列入 `exclude`。",
    ),
    "unread.encoding": (
        "The encoding is neither UTF-8 nor GB18030. State it under `encoding:` of the source, or save the file as UTF-8.",
        "文件编码既不是 UTF-8 也不是 GB18030。在该来源的 `encoding:` 中写明编码，或另存为 UTF-8。",
    ),
    "unread.encoding_declared": (
        "The bytes fit neither UTF-8, nor the declared {encoding}, nor GB18030. Correct `encoding:` of the source.",
        "文件内容与 UTF-8、所声明的 {encoding}、GB18030 均不相符。更正该来源的 `encoding:`。",
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
        "The name is not UTF-8, so it cannot be shown or referred to. Rename it.",
        "文件名不是 UTF-8 编码，无法显示或引用。重命名该文件。",
    ),
    "unread.outside_root": (
        "The path leads out of the root, where nothing is read. Use a path within it.",
        "路径指向根目录之外，该处内容不予读取。使用根目录内的路径。",
    ),
    "unread.special": (
        "Not a regular file but a folder, pipe, socket or device. Name it under `exclude`.",
        "不是普通文件，而是文件夹、管道、套接字或设备。可列入 `exclude`。",
    ),
    "unread.too_large": (
        "{size}, above the limit of {limit}. Split off the part that holds no rows, or name the file under `exclude`.",
        "文件大小为 {size}，超过上限 {limit}。将不含数据行的部分拆出，或列入 `exclude`。",
    ),
}
