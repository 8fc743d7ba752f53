import struct
import zlib

import pytest

from tests.documents.pictures.png import repacked

RED, GREY, BLUE, WHITE = b"\xf0\x10\x20", b"\x80\x80\x80", b"\x05\x06\xfa", b"\xff\xff\xff"
ROWS = [[RED, GREY, BLUE], [GREY, GREY, WHITE], [WHITE, RED, BLUE]]
SIGNATURE = b"\x89PNG\r\n\x1a\n"
PALETTE = GREY + RED + BLUE + WHITE
"""The most frequent first, then as they come."""
INDEXED = bytes([0, 1, 0, 2, 0, 0, 0, 3, 0, 3, 1, 2])
PLAIN, LEFT, UP, MEAN, PAETH = range(5)


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def filtered(way: int, rows: list[list[bytes]]) -> bytes:
    """Return pixels as PNG stores them, as its specification (ISO/IEC 15948, 9.2) says."""
    stored = bytearray()
    above = [b"\0\0\0"] * len(rows[0])
    for row in rows:
        stored.append(way)
        for column, pixel in enumerate(row):
            left, corner = (row[column - 1], above[column - 1]) if column else (b"\0\0\0",) * 2
            for x, a, b, c in zip(pixel, left, above[column], corner, strict=True):
                stored.append((x - expected(way, a, b, c)) % 256)
        above = row
    return bytes(stored)


def expected(way: int, a: int, b: int, c: int) -> int:
    if way == PAETH:
        pa, pb, pc = abs(b - c), abs(a - c), abs(a + b - 2 * c)
        return a if pa <= pb and pa <= pc else b if pb <= pc else c
    return {PLAIN: 0, LEFT: a, UP: b, MEAN: (a + b) // 2}[way]


def png(data: bytes, width: int, height: int) -> bytes:
    """Return a PNG whose data is in two chunks, as browsers part it into many."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    packed = zlib.compress(data)
    return SIGNATURE + head + chunk(b"IDAT", packed[:9]) + chunk(b"IDAT", packed[9:]) + chunk(b"IEND", b"")


@pytest.mark.parametrize("way", [PLAIN, LEFT, UP, MEAN, PAETH])
def test_the_colours_stay_where_they_are_however_the_rows_were_stored(way: int) -> None:
    assert repacked(png(filtered(way, ROWS), 3, 3), b"about\0a page") == (
        SIGNATURE
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 3, 3, 8, 3, 0, 0, 0))
        + chunk(b"tEXt", b"about\0a page")
        + chunk(b"PLTE", PALETTE)
        + chunk(b"IDAT", zlib.compress(INDEXED, 9))
        + chunk(b"IEND", b"")
    )


def test_a_rare_colour_becomes_the_nearest_of_the_frequent_ones() -> None:
    greys = [bytes([value] * 3) for value in range(256)]
    rows = [[*greys, b"\x80\x80\x81"], [*greys, GREY]]
    packed = repacked(png(filtered(UP, rows), 257, 2), b"about\0a page")
    palette, data = (packed.partition(kind)[2] for kind in (b"PLTE", b"IDAT"))
    stored = zlib.decompressobj().decompress(data)
    assert stored[-1] == stored[257]
    assert palette[3 * stored[257] : 3 * stored[257] + 3] == GREY
