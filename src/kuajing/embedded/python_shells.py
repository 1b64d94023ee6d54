"""Calls of Python that hand one string to a shell."""

import ast

from kuajing.embedded.python_calls import dotted

SHELL_KEYWORDS = frozenset({"bash_command", "shell_command", "ssh_command"})
"""Keyword arguments that hold a command line, whoever is called."""
_RUNS = frozenset(
    {
        "os.system", "os.popen", "system", "popen", "getoutput", "getstatusoutput", "commands.getoutput",
        "commands.getstatusoutput", "subprocess.getoutput", "subprocess.getstatusoutput", "exec_command",
    }
)  # fmt: skip
_MAY_RUN = frozenset({"run", "call", "check_call", "check_output", "Popen", "create_subprocess_shell"})
_SHELLS = frozenset({"bash", "sh", "zsh", "ksh", "/bin/bash", "/bin/sh"})


def runs_shell(call: ast.Call) -> bool:
    """Whether the first argument of a call, where it is one string, is a command line."""
    name = dotted(call.func)
    last = name.rpartition(".")[2]
    if last in _MAY_RUN:
        return name.startswith(("subprocess", "asyncio", "sp.")) or last != "run" or _says_shell(call)
    return name in _RUNS or last == "exec_command"


def _says_shell(call: ast.Call) -> bool:
    return any(keyword.arg == "shell" for keyword in call.keywords)


def shell_word(node: ast.List | ast.Tuple) -> ast.expr | None:
    """The command line of `["bash", "-c", "..."]`; None for any other list."""
    words = [item.value for item in node.elts[:2] if isinstance(item, ast.Constant)]
    is_shell = len(words) == len(node.elts[:2]) > 1 and words[0] in _SHELLS and str(words[1]).endswith("c")
    return node.elts[2] if is_shell and len(node.elts) > len(words) else None
