"""Pictures that are taken in: upright, small, and nothing in them but what they show."""

import io
import random
import struct
import zlib
from datetime import date

import pytest
from pictures import BLUE, SECRET, UPRIGHT, camera_data, corners, from_a_phone, opened, picture, scene
from PIL import Image, ImageCms

from minqing.domain.errors import MinqingError
from minqing.workspace import pictures as taking
from minqing.workspace.pictures import MOST_HANDED_OUT, made_small, take_in


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_stands_upright_however_the_camera_was_held(orientation, form):
    taken = take_in(from_a_phone(orientation, form))
    shown = opened(taken.jpeg)
    assert (shown.size, (taken.wide, taken.high)) == ((64, 48), (64, 48))
    assert corners(shown) == UPRIGHT


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("make", [take_in, made_small])
def test_nothing_of_the_camera_or_the_position_is_kept(form, make):
    raw = from_a_phone(6, form)
    assert SECRET in raw
    jpeg = make(raw).jpeg
    shown = opened(jpeg)
    assert SECRET not in jpeg
    assert dict(shown.getexif()) == {}
    assert set(shown.info) == {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert {jpeg[at + 1] for at in _segments(jpeg)} <= {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}


def _segments(jpeg):
    at = 2
    while jpeg[at + 1] != 0xDA:
        yield at
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    yield at


def test_the_day_is_read_before_it_is_taken_out():
    assert take_in(from_a_phone()).day == date(2026, 11, 17)
    assert take_in(picture()).day is None
    for nonsense in ("0000:00:00 00:00:00", "2026:13:40 00:00:00", "gestern", ""):
        assert take_in(picture(exif=camera_data(day=nonsense))).day is None


def test_the_longer_side_is_kept_within_bounds_and_nothing_is_blown_up():
    wide = take_in(picture(scene(4000, 1000)))
    assert (wide.wide, wide.high) == (1600, 400)
    assert (take_in(picture(scene(1000, 4000))).high, take_in(picture(scene(5, 3))).wide) == (1600, 5)
    assert take_in(picture(scene(1, 1))).wide == 1


@pytest.mark.parametrize("form", ["PNG", "TIFF", "JPEG"])
def test_a_very_large_picture_is_upright_too(form):
    taken = take_in(from_a_phone(6, form, 6600, 40))
    assert (taken.wide, taken.high) == (1600, 10)
    assert corners(opened(taken.jpeg)) == UPRIGHT


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_colours_is_shown_as_it_was(mode):
    image = scene(mode="L" if mode == "I;16" else mode)
    wanted = image.convert("RGB").convert("L")
    if mode == "I;16":
        image = image.convert("I").point(lambda value: value * 257).convert("I;16")
    shown = opened(take_in(picture(image, "PNG")).jpeg).convert("L")
    for x, y in ((10, 10), (50, 40)):
        assert shown.getpixel((x, y)) == pytest.approx(wanted.getpixel((x, y)), abs=12)


def test_print_colours_become_those_of_a_screen():
    assert corners(opened(take_in(picture(scene(mode="CMYK"))).jpeg)) == UPRIGHT


def test_what_is_see_through_becomes_white():
    clear = Image.new("RGBA", (20, 20), (*BLUE, 0))
    assert opened(take_in(picture(clear, "PNG")).jpeg).getpixel((5, 5)) == pytest.approx((255, 255, 255), abs=2)


def test_colours_by_a_profile_of_their_own_are_turned_into_those_of_a_screen(monkeypatch):
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    asked = []
    turn = ImageCms.profileToProfile
    monkeypatch.setattr(ImageCms, "profileToProfile", lambda *a, **k: asked.append(1) or turn(*a, **k))
    assert corners(opened(take_in(picture(icc_profile=lab)).jpeg)) == UPRIGHT
    assert asked == [1]
    assert corners(opened(take_in(picture(icc_profile=b"broken")).jpeg)) == UPRIGHT


def test_of_a_moving_picture_the_first_is_kept_and_that_is_told():
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    for form in ("GIF", "WEBP", "TIFF", "PNG"):
        raw = picture(frames[0], form, save_all=True, append_images=frames[1:])
        taken = take_in(raw)
        assert (taken.moving, corners(opened(taken.jpeg))[0]) == (True, "red")
    assert not take_in(picture(form="GIF")).moving


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"hello", "no-picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\n", "no-picture"),
        (b"%PDF-1.7\n", "no-picture"),
        (b"\0" * 4000, "no-picture"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 100, "heic"),
        (b"\0\0\0\x18ftypmif1" + b"\0" * 100, "heic"),
        (b"\0\0\0\x18ftypisom" + b"\0" * 100, "film"),
        (b"\xff\xd8\xff\xe0", "broken"),
        (b"\x89PNG\r\n\x1a\n", "broken"),
        (picture(scene(600, 400))[:2000], "broken"),
        (picture(scene(600, 400), "PNG")[:300], "broken"),
    ],
)
def test_what_is_no_picture_is_told_as_what_it_is(raw, code):
    with pytest.raises(MinqingError) as told:
        take_in(raw)
    assert told.value.code == f"photo.{code}"


def said_to_be(wide, high):
    """A PNG of few bytes that says to hold so many points."""
    chunks = (b"IHDR" + struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0), b"IDAT" + zlib.compress(b"\0" * 9))
    parts = (struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("size", [(10_000, 10_000), (60_000, 60_000)])
def test_a_picture_of_a_hundred_million_points_is_not_opened(monkeypatch, size):
    monkeypatch.setattr(taking, "_drawn", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(MinqingError) as told:
        take_in(said_to_be(*size))
    assert told.value.code == "photo.too-many-points"


def said_of(raw):
    try:
        return "taken" if take_in(raw).jpeg.startswith(b"\xff\xd8") else "nothing"
    except MinqingError as told:
        return told.code


def test_bytes_that_were_tampered_with_never_end_in_a_crash():
    chance = random.Random(7)
    for form in ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP"):
        whole = picture(form=form) if form in ("GIF", "BMP") else from_a_phone(6, form)
        for _ in range(25):
            raw = bytearray(whole)
            for _ in range(chance.randint(1, 12)):
                raw[chance.randrange(len(raw))] = chance.randrange(256)
            assert said_of(bytes(raw[: chance.randint(20, len(raw))])).startswith(("taken", "photo."))


def test_a_picture_for_a_report_is_within_its_bounds_whatever_it_shows():
    noise = Image.effect_noise((1600, 1200), 120).convert("RGB")
    small = made_small(picture(noise, quality=85))
    assert len(small.jpeg) <= MOST_HANDED_OUT
    plain = made_small(picture(scene(1600, 1200)))
    assert (plain.wide, plain.high) == (800, 600)


def test_without_the_library_the_one_command_is_told(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "PIL.Image", None)
    monkeypatch.setitem(__import__("sys").modules, "PIL", None)
    with pytest.raises(MinqingError) as told:
        take_in(io.BytesIO().getvalue())
    assert told.value.code == "extras.missing"
