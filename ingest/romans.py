"""Roman numbers, written and read."""

from __future__ import annotations

_DIGITS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_VALUES = {digits: value for value, digits in _DIGITS if len(digits) == 1}
_MOST = 32_767  # past this office programs show figures


def roman(n: int) -> str:
    """Lower case roman; figures where there is none.

    >>> [roman(n) for n in (1, 4, 9, 14, 1994, 0)]
    ['i', 'iv', 'ix', 'xiv', 'mcmxciv', '0']
    """
    if not 0 < n <= _MOST:
        return str(n)
    out = ""
    for value, digits in _DIGITS:
        times, n = divmod(n, value)
        out += digits * times
    return out


def roman_value(digits: str) -> int:
    """Value of a roman number, 0 if it is none.

    >>> [roman_value(r) for r in ("i", "iv", "XII", "iiv")]
    [1, 4, 12, 0]
    """
    values = [_VALUES[c] for c in digits.lower()]
    total = sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    return total if roman(total) == digits.lower() else 0
