"""Office files are zip archives of XML parts: made so that the same report gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from html import escape

FIXED = (1980, 1, 1, 0, 0, 0)
"""The time of every part in an archive: when a file was made stands in its properties."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def archive(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one archive, in the order given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            made.writestr(info, content)
    return out.getvalue()


def parts_of(raw: bytes) -> dict[str, bytes]:
    """The parts of an archive by name, in its order."""
    with zipfile.ZipFile(io.BytesIO(raw)) as read:
        return {name: read.read(name) for name in read.namelist()}


def unpacked_size(raw: bytes) -> int:
    """How many bytes an archive says that it unpacks to; no more of them are ever read."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        return sum(part.file_size for part in packed.infolist())


def settled(raw: bytes) -> bytes:
    """The same archive with nothing in it of the moment it was made."""
    return archive(parts_of(raw))


def xml(text: str) -> bytes:
    """A part from its XML."""
    return (DECLARATION + text).encode()


def escaped(text: str) -> str:
    """A text as the content of an element. (The standard library's own for XML brings half of ``urllib``.)"""
    return escape(text, quote=False)


def quoted(text: str) -> str:
    """A text as the value of an attribute, with its quotes."""
    return f'"{escape(text)}"'


def content_types(defaults: Mapping[str, str], parts: Mapping[str, str]) -> bytes:
    """What kind of part each ending and each named part is."""
    found = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults.items()]
    found += [f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items()]
    return xml(f'<Types xmlns="{PACKAGE}/content-types">{"".join(found)}</Types>')


def relations(targets: Iterable[tuple[str, str, str]]) -> bytes:
    """Which parts belong to a part: id, kind (the last word of its name), target."""
    found = "".join(
        f"<Relationship Id={quoted(id)} Type={quoted(kind if '/' in kind else f'{OFFICE}/{kind}')} "
        f"Target={quoted(target)}/>"
        for id, kind, target in targets
    )
    return xml(f'<Relationships xmlns="{PACKAGE}/relationships">{found}</Relationships>')
