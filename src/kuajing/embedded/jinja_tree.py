"""Jinja tags nested into the blocks that they open and close."""

from dataclasses import dataclass, field

from kuajing.embedded.jinja_tags import Tag, tags

DEEPEST = 64
_BRANCHES = frozenset({"else", "elif", "elseif"})


class TooDeep(Exception):  # noqa: N818  a refusal with its reason, not a fault of the programme
    """Blocks stand in each other too deeply at an offset."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


@dataclass(slots=True)
class Branch:
    """One branch of a block: the tag that begins it and what stands in it."""

    tag: Tag
    contents: "list[Tag | Nest]" = field(default_factory=list)


@dataclass(slots=True)
class Nest:
    """A block between a tag and its end; only `if` and `for` have more than one branch."""

    tag: Tag
    branches: list[Branch]


def read_tree(text: str) -> list[Tag | Nest]:
    """What stands in a text, in order; raises TooDeep."""
    found = list(tags(text))
    ended = {tag.word.removeprefix("end") for tag in found if tag.word.startswith("end")}
    root = Branch(Tag("statement", 0, 0))
    stack: list[Nest] = [Nest(root.tag, [root])]
    for tag in found:
        contents = stack[-1].branches[-1].contents
        if tag.kind != "statement":
            contents.append(tag)
        elif tag.word in _BRANCHES and stack[-1].tag.word in {"if", "for"}:
            stack[-1].branches.append(Branch(tag))
        elif tag.word.startswith("end"):
            _close(stack, tag.word.removeprefix("end"))
        elif tag.word in ended and not (tag.word == "set" and "=" in tag.rest):
            if len(stack) > DEEPEST:
                raise TooDeep(tag.begin)
            nest = Nest(tag, [Branch(tag)])
            contents.append(nest)
            stack.append(nest)
        else:
            contents.append(tag)
    return root.contents


def _close(stack: list[Nest], word: str) -> None:
    """Close the innermost block of a word and those that were left open within it."""
    for index in range(len(stack) - 1, 0, -1):
        if stack[index].tag.word == word:
            del stack[index:]
            return
