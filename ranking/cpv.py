"""Nearness in the CPV tree: codes of eight digits whose trailing zeros tell how deep they lie."""


def near(left: str, right: str) -> float:
    """1 / (1 + steps up and down the tree) between two codes; 0 across divisions.

    A check digit says nothing. Codes of another form are near themselves only.
    """
    left, right = _bare(left), _bare(right)
    if left == right:
        return 1.0
    if not (len(left) == len(right) == 8 and (left + right).isdigit()):
        return 0.0  # a tree that we don't know
    shared = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        shared += 1
    if shared < 2:
        return 0.0
    depth = [max(len(code.rstrip("0")), 2) for code in (left, right)]
    return 1.0 / (1.0 + sum(max(d - shared, 0) for d in depth))


def _bare(code: str) -> str:
    return code[:8] if len(code) == 10 and code[8] == "-" else code
