"""How much work one statement may cost: text that multiplies itself must not hold up the rest."""

MOST_STEPS = 400_000
"""Parts of expressions visited for one statement; real ones need thousands."""


class TooMuchWorkError(Exception):
    """A statement whose reading was given up because it would take too long."""


class Budget:
    """Counts the work done for one statement."""

    __slots__ = ("_left",)

    def __init__(self, steps: int = MOST_STEPS) -> None:
        self._left = steps

    def spend(self, steps: int) -> None:
        """Takes steps off what is left; raises TooMuchWorkError when nothing is."""
        self._left -= steps
        if self._left < 0:
            raise TooMuchWorkError
