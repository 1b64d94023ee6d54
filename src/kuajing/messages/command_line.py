"""What the command line itself says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "command.internal_error": (
        "kuajing failed ({problem}); this is a fault of its own and no result. The details are in {file}.",
        "kuajing 内部出错（{problem}），没有结果。详情见 {file}。",
    ),
}
