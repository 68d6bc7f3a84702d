"""Pictures as telephones make them, for tests: one corner red, one blue, with all that a camera writes into them."""

from __future__ import annotations

import io
from typing import Any

from PIL import ExifTags, Image, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

SECRET = b"GEHEIM-Camera-9000"
"""Stands in every block of data that may stand in a picture."""

XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
RED, BLUE = (200, 20, 20), (20, 20, 200)

TURNED = {
    1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}  # fmt: skip
"""How the sensor saw an upright scene where the camera noted this orientation."""


def scene(wide: int = 64, high: int = 48, mode: str = "RGB", ground: str = "gray") -> Image.Image:
    """Upright: the upper left quarter is red, the lower right one blue."""
    image = Image.new("RGB", (wide, high), ground)
    image.paste(RED, (0, 0, wide // 2, high // 2))
    image.paste(BLUE, (wide // 2, high // 2, wide, high))
    return image.convert(mode)


def camera_data(orientation: int = 1, day: str = "2026:11:17 10:11:12") -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = SECRET.decode()
    exif[ExifTags.Base.DateTime] = day
    exif.get_ifd(ExifTags.IFD.Exif).update({ExifTags.Base.DateTimeOriginal: day, ExifTags.Base.UserComment: SECRET})
    degrees = (IFDRational(39), IFDRational(54), IFDRational(27))
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: degrees, 3: "E", 4: degrees})
    return exif


def picture(image: Image.Image | None = None, form: str = "JPEG", **more: Any) -> bytes:
    out = io.BytesIO()
    (image or scene()).save(out, form, **more)
    return out.getvalue()


def from_a_phone(orientation: int = 1, form: str = "JPEG", wide: int = 64, high: int = 48) -> bytes:
    """A picture held in some way, with position, camera, comment and XMP in it."""
    seen = scene(wide, high)
    turn = TURNED[orientation]
    held = seen if turn is None else seen.transpose(turn)
    more: dict[str, Any] = {"exif": camera_data(orientation)}
    if form == "JPEG":
        more |= {"comment": SECRET, "quality": 95}
    elif form == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", SECRET.decode())
        info.add_itxt("XML:com.adobe.xmp", XMP.decode())
        more["pnginfo"] = info
    elif form == "WEBP":
        more |= {"xmp": XMP, "lossless": True}
    raw = picture(held, form, **more)
    return _with_segments(raw) if form == "JPEG" else raw


def _with_segments(jpeg: bytes) -> bytes:
    """XMP and IPTC put into a JPEG as cameras and picture agencies do."""
    iptc = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + len(SECRET).to_bytes(4, "big") + SECRET
    blocks = ((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP), (0xED, iptc))
    added = b"".join(bytes((0xFF, kind)) + (len(body) + 2).to_bytes(2, "big") + body for kind, body in blocks)
    return jpeg[:2] + added + jpeg[2:]


def opened(raw: bytes) -> Image.Image:
    return Image.open(io.BytesIO(raw))


def corners(image: Image.Image) -> tuple[str, str, str, str]:
    """The colours of the four quarters, upper left first, as words."""
    w, h = image.size
    points = ((w // 4, h // 4), (3 * w // 4, h // 4), (w // 4, 3 * h // 4), (3 * w // 4, 3 * h // 4))
    return tuple(_colour(image.convert("RGB").getpixel(point)) for point in points)  # type: ignore[return-value]


def _colour(point: Any) -> str:
    red, _, blue = point
    return "red" if red > blue + 80 else "blue" if blue > red + 80 else "other"


UPRIGHT = ("red", "other", "other", "blue")
