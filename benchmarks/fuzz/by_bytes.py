"""Mutations that know nothing of the format: bytes turned, cut, repeated, strewn in."""

from collections.abc import Callable
from random import Random

MOST = 8  # mutations of one input
LONGEST = 2_000_000  # bytes of an input that are kept
STREWN = (b"\x00", b"\xff\xfe", b"\x80", b"\xed\xa0\x80", b"NaN", b"1e999", b"\r", b'"', b"[", b"{", b"\n0\nEOF\n", b"9" * 5000)


def mutated(data: bytes, rng: Random) -> bytes:
    """The bytes after a few mutations."""
    for _ in range(rng.randint(1, MOST)):
        data = rng.choice(WAYS)(data, rng)[:LONGEST]
    return data


def _span(data: bytes, rng: Random) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + int(2.0 ** rng.uniform(0.0, 12.0)))


def _turned(data: bytes, rng: Random) -> bytes:
    if not data:
        return data
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << rng.randrange(8))]) + data[at + 1 :]


def _cut(data: bytes, rng: Random) -> bytes:
    start, end = _span(data, rng)
    return data[:start] + data[end:]


def _repeated(data: bytes, rng: Random) -> bytes:
    start, end = _span(data, rng)
    return data[:end] + data[start:end] * rng.choice((1, 2, 50)) + data[end:]


def _ended(data: bytes, rng: Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _strewn(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(STREWN) + data[at:]


def _moved(data: bytes, rng: Random) -> bytes:
    start, end = _span(data, rng)
    at = rng.randrange(len(data) + 1)
    return data[:at] + data[start:end] + data[at:]


WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (_turned, _turned, _cut, _repeated, _ended, _strewn, _moved)
