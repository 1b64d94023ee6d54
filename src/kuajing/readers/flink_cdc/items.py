"""The items of a projection, each by itself."""


def split(text: str) -> tuple[str, ...]:
    """The parts of a list of expressions, parted by commas outside of brackets and quotes."""
    parts, depth, quote = [""], 0, ""
    for sign in text:
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'`\"":
            quote = sign
        else:
            depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth <= 0 and not quote:
            parts.append("")
        else:
            parts[-1] += sign
    return tuple(part.strip() for part in parts if part.strip())
