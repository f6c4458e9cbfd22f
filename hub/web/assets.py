"""The GOV.UK styles and script: which npm files they are, and what we change before serving."""

import re
from collections.abc import Mapping
from pathlib import Path

PACKAGE = "govuk-frontend@6.3.0"
CSS = "dist/govuk/govuk-frontend.min.css"
SCRIPT = "dist/govuk/govuk-frontend.min.js"
FILES: Mapping[str, str] = {
    CSS: "0f00f2aa01972532b0e3c748691dafd58f0042c60060d79848d3d31c02913d46",
    SCRIPT: "8982af0b181bb9074ed66df856d5c9fbe224ccc0a5832d47155167350f0c3fe2",
}
# The typeface may be used on gov.uk only, and its notice would speak of a font that isn't there.
FONT = "GDS Transport"
FACE = re.compile(r"(?:/\*![^*]*Margaret Calvert[^*]*\*/)?@font-face\{[^}]*\}")
MAP = re.compile(r"\s*(?:/\*|//)# sourceMappingURL=\S+(?: \*/)?")


def write(files: Mapping[str, bytes], static: Path) -> None:
    """Write `govuk.css` and `govuk.js` into `static`; ValueError if the typeface stays in."""
    static.mkdir(parents=True, exist_ok=True)
    (static / "govuk.css").write_text(styles(files[CSS].decode()), encoding="utf-8")
    (static / "govuk.js").write_text(without_map(files[SCRIPT].decode()), encoding="utf-8")


def styles(css: str) -> str:
    """The style sheet without GDS Transport and without a source map."""
    plain = FACE.sub("", without_map(css)).replace(f"{FONT},", "")
    if FONT in plain:
        raise ValueError(f"{PACKAGE} still names {FONT} after the change; look at its CSS.")
    return plain


def without_map(text: str) -> str:
    """The text without the comment that names a source map, which we don't serve."""
    return MAP.sub("", text)
