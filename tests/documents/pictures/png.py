"""Packs a browser's PNG again: a page has few colours, and with a palette it takes a third of the room."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DEEP, _RGB, _PALETTE = 8, 2, 3
_CHANNELS = 3
_COLOURS = 256


def repacked(png: bytes, note: bytes) -> bytes:
    """Return a PNG of three channels as one of at most 256 colours, with a note: a keyword, a zero and a text."""
    chunks = dict[bytes, bytes]()
    for kind, content in _chunks(png):
        chunks[kind] = chunks.get(kind, b"") + content
    width, height, *coding = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert coding == [_DEEP, _RGB, 0, 0, 0], coding
    rows = [_pixels(row) for row in _rows(zlib.decompress(chunks[b"IDAT"]), width)]
    counted = Counter(pixel for row in rows for pixel in row)
    palette = [pixel for pixel, _count in counted.most_common(_COLOURS)]
    places = {pixel: _nearest(pixel, palette) for pixel in counted}
    packed = b"".join(b"\0" + bytes(map(places.__getitem__, row)) for row in rows)
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, _DEEP, _PALETTE, 0, 0, 0)),
        (b"tEXt", note),
        (b"PLTE", b"".join(palette)),
        (b"IDAT", zlib.compress(packed, 9)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(png):
        length, kind = struct.unpack_from(">I4s", png, place)
        yield kind, png[place + 8 : place + 8 + length]
        place += 12 + length


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _rows(data: bytes, width: int) -> Iterator[bytes]:
    """Return rows of bytes, which are stored as what differs from their neighbours, each row in its own way."""
    length = width * _CHANNELS
    above = bytes(length)
    for start in range(0, len(data), length + 1):
        way, row = data[start], bytearray(data[start + 1 : start + 1 + length])
        for at in range(length):
            left, corner = (row[at - _CHANNELS], above[at - _CHANNELS]) if at >= _CHANNELS else (0, 0)
            row[at] = (row[at] + _expected(way, left, above[at], corner)) & 255
        above = bytes(row)
        yield above


def _expected(way: int, left: int, up: int, corner: int) -> int:
    """Return what a byte differs from: nothing, one neighbour, two, or the one nearest to left + up - corner."""
    slope = left + up - corner
    nearest = min((left, up, corner), key=lambda value: abs(slope - value)) if way == 4 else 0
    return (0, left, up, (left + up) // 2, nearest)[way]


def _pixels(row: bytes) -> list[bytes]:
    return [row[at : at + _CHANNELS] for at in range(0, len(row), _CHANNELS)]


def _nearest(pixel: bytes, palette: list[bytes]) -> int:
    return min(
        range(len(palette)), key=lambda place: sum(abs(a - b) for a, b in zip(pixel, palette[place], strict=True))
    )
