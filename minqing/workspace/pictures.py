"""Pictures as they are taken in and handed out: upright, of sensible size, with nothing in them but what they show.

A telephone writes into every picture where it was taken, when, and with what. Nothing of that is copied: the picture
is drawn anew from its points, so what is not known here (maker's notes, an XMP packet, a comment, a small second
picture that still shows what was cut off) does not survive either.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from types import ModuleType
from typing import Any

from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.values import calendar_day
from minqing.workspace.extras import needed

LONGEST = 1600
"""Points of the longer side of a picture that is kept: enough for half a page in print."""

QUALITY = 85
"""JPEG quality of a picture that is kept."""

MOST_POINTS = 100_000_000
"""A picture of so many points is refused: it would take the memory of an office computer to open it."""

MOST_BYTES = 200_000_000
"""A file of so many bytes is no photograph."""

FORMS = ("JPEG", "MPO", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
"""What is read. Other forms that Pillow knows (PostScript, which is a program) are left alone."""

HANDED_OUT = ((800, 75), (640, 65), (480, 55), (320, 45))
"""Longer side and quality of a picture in a report, the first that fits."""

MOST_HANDED_OUT = 90_000
"""Bytes of a picture in a report."""

AVERAGED = ("L", "RGB", "RGBA", "CMYK")
"""Modes of Pillow whose points can be averaged as they are."""

_ORIENTATION, _TAKEN, _CHANGED, _CAMERA = 0x0112, 0x9003, 0x0132, 0x8769
_DAY = pattern(r"(\d{4})[:\-/.](\d{2})[:\-/.](\d{2})")
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture that is taken in: its JPEG, its size in points, the day its camera noted.

    ``moving`` tells that only the first of several pictures in the file was kept.
    """

    jpeg: bytes
    wide: int
    high: int
    day: date | None = None
    moving: bool = False


def take_in(raw: bytes) -> Taken:
    """A picture made ready to be kept.

    Raises ``MinqingError``: ``photo.heic``, ``photo.film``, ``photo.no-picture``, ``photo.too-many-points``,
    ``photo.broken``; and what installs the library where that is missing.
    """
    with _unwarned(), _opened(raw, LONGEST) as image:
        day = _day_of(image)
        moving = _is_moving(image)
        drawn = _drawn(image, LONGEST)
    return Taken(_jpeg(drawn, QUALITY), drawn.width, drawn.height, day, moving)


def made_small(raw: bytes) -> Taken:
    """A picture as it goes into a report: small, and free of camera data whoever put it among the photos.

    Raises as ``take_in`` does.
    """
    first = HANDED_OUT[0][0]
    with _unwarned(), _opened(raw, first) as image:
        drawn = _drawn(image, first)
    for longest, quality in HANDED_OUT:
        drawn.thumbnail((longest, longest))
        jpeg = _jpeg(drawn, quality)
        if len(jpeg) <= MOST_HANDED_OUT:
            break
    return Taken(jpeg, drawn.width, drawn.height)


@contextmanager
def _unwarned() -> Iterator[None]:
    """Nothing of what the library has to say of a picture: what is wrong with one is told in words of our own."""
    from logging import NullHandler, getLogger

    library = getLogger("PIL")
    if not library.handlers:
        library.addHandler(NullHandler())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _is_moving(image: Any) -> bool:
    """Whether there are further pictures behind the first. They are not counted: there may be millions."""
    try:
        return image.format != "MPO" and bool(getattr(image, "is_animated", False))
    except Exception:  # a second one that cannot be read
        return False


def _opened(raw: bytes, longest: int) -> Any:
    """The picture with its points not read yet."""
    pillow = needed("PIL.Image")
    try:
        image = pillow.open(io.BytesIO(raw), formats=_forms(pillow))
    except pillow.DecompressionBombError:
        raise MinqingError("photo.too-many-points", MISUSE) from None
    except Exception:  # a decoder may fail in any way on bytes that only look like its own
        raise _no_picture(raw) from None
    if image.width * image.height >= MOST_POINTS:
        raise MinqingError("photo.too-many-points", MISUSE)
    image.draft("RGB", (longest, longest))  # a JPEG is then read at a fraction of its size
    return image


def _forms(pillow: ModuleType) -> list[str]:
    pillow.init()
    return [form for form in FORMS if form in pillow.OPEN]


def _no_picture(raw: bytes) -> MinqingError:
    """What the bytes are instead of a picture that can be read."""
    if raw[4:8] == b"ftyp":
        return MinqingError("photo.heic" if raw[8:12] in _HEIC else "photo.film", MISUSE)
    starts = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM")
    return MinqingError("photo.broken" if raw.startswith(starts) else "photo.no-picture", MISUSE)


def _drawn(image: Any, longest: int) -> Any:
    """The picture drawn anew: upright, small enough, in plain colours, without anything beside its points."""
    try:
        image.load()
        upright = _upright(_nearer(image, longest), _camera_data(image))
        plain = _in_plain_colours(upright)
        plain.thumbnail((longest, longest), needed("PIL.Image").Resampling.LANCZOS)
    except Exception:  # as above: a picture that was copied by half, or made to break decoders
        raise MinqingError("photo.broken", MISUSE) from None
    clean = needed("PIL.Image").new("RGB", plain.size)
    clean.paste(plain)
    return clean


def _nearer(image: Any, longest: int) -> Any:
    """A very large picture brought near its size at once: every further step makes a copy of what it is given."""
    times = max(image.size) // (2 * longest)
    if times < 2 or image.mode not in AVERAGED or "transparency" in image.info:
        return image
    return image.reduce(times)


def _upright(image: Any, camera_data: Any) -> Any:
    """Turned as the camera was held; camera data that cannot be read turn nothing."""
    ways = needed("PIL.Image").Transpose
    turns = {
        2: ways.FLIP_LEFT_RIGHT, 3: ways.ROTATE_180, 4: ways.FLIP_TOP_BOTTOM, 5: ways.TRANSPOSE, 6: ways.ROTATE_270,
        7: ways.TRANSVERSE, 8: ways.ROTATE_90,
    }  # fmt: skip
    turn = turns.get(camera_data.get(_ORIENTATION))
    return image if turn is None else image.transpose(turn)


def _camera_data(image: Any) -> Any:
    try:
        return image.getexif()
    except Exception:  # anything may stand there
        return {}


def _day_of(image: Any) -> date | None:
    """The day the camera noted, where it can be read."""
    data = _camera_data(image)
    try:
        noted = data.get_ifd(_CAMERA).get(_TAKEN) or data.get(_CHANGED)
    except Exception:
        return None
    found = _DAY.match(noted) if isinstance(noted, str) else None
    return calendar_day(*found.groups()) if found else None


def _in_plain_colours(image: Any) -> Any:
    """Red, green and blue as screens show them; what is see-through becomes white."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith(("I", "F")):
        return _of_deep_greys(image)
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        seen = image.convert("RGBA")
        white = needed("PIL.Image").new("RGB", seen.size, "white")
        white.paste(seen, mask=seen.getchannel("A"))
        image = white
    return _by_profile(image, profile) if profile else image.convert("RGB")


def _of_deep_greys(image: Any) -> Any:
    """Greys of 16 bits, which a plain conversion would cut at 255."""
    _, high = image.getextrema()
    reach = 1 / 256 if high > 255 else 1
    return image.convert("F").point(lambda value: value * reach).convert("L").convert("RGB")


def _by_profile(image: Any, profile: bytes) -> Any:
    """The colours that a camera's own profile means (a telephone's are wider than a screen's)."""
    try:
        colours = needed("PIL.ImageCms")
        meant = colours.ImageCmsProfile(io.BytesIO(profile))
        turned = colours.profileToProfile(image, meant, colours.createProfile("sRGB"), outputMode="RGB")
    except Exception:  # a profile that is broken, or of other colours than the picture's
        turned = None
    return turned or image.convert("RGB")


def _jpeg(image: Any, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
