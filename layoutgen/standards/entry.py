"""One table of a user's or our own TOML file, read key by key: a wrong value is an error that names file and key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from layoutgen.errors import InputError

LARGEST = 1e15  # no figure of a clause is larger


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A table with the file and the name it is known by."""

    file: str
    name: str  # "CRC-02.land", or "clause 3" where it has no id yet
    values: Mapping[str, object]

    def wrong(self, key: str, expected: str) -> InputError:
        """Error of one key."""
        return InputError(self.file, f"{self.name}.{key}", self.values.get(key, "nothing"), expected)

    def has(self, key: str) -> bool:
        """Whether the key is given."""
        return key in self.values

    def word(self, key: str, default: str | None = None) -> str:
        """Text of a key.

        Raises
        ------
        InputError
            If it is missing without a default, empty, or no text.
        """
        value = self.values.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.wrong(key, "a text")
        return value

    def one_of(self, key: str, known: Sequence[str], default: str | None = None) -> str:
        """Text of a key out of the known ones.

        Raises
        ------
        InputError
            If it is none of them.
        """
        value = self.word(key, default)
        if value not in known:
            raise self.wrong(key, "one of " + ", ".join(sorted(known)))
        return value

    def number(self, key: str) -> float:
        """Finite number of a key.

        Raises
        ------
        InputError
            If it is missing or no finite number.
        """
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= LARGEST:
            raise self.wrong(key, "a number")
        return float(value)

    def words(self, key: str) -> tuple[str, ...]:
        """Texts of a list.

        Raises
        ------
        InputError
            If it is missing, empty, or holds something else than texts.
        """
        value = self.values.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(word, str) for word in value):
            raise self.wrong(key, "a list of texts")
        return tuple(str(word) for word in value)

    def flag(self, key: str, *, default: bool) -> bool:
        """Truth of a key.

        Raises
        ------
        InputError
            If it is neither true nor false.
        """
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return value

    def tables(self, key: str) -> "tuple[Entry, ...]":
        """Tables of a list.

        Raises
        ------
        InputError
            If it is missing, empty, or holds something else than tables.
        """
        value = self.values.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(row, dict) for row in value):
            raise self.wrong(key, "a list of tables")
        return tuple(
            Entry(file=self.file, name=f"{self.name}.{key}[{i}]", values=row)
            for i, row in enumerate(value)
            if isinstance(row, dict)
        )

    def known_keys(self, known: Sequence[str]) -> None:
        """Refuse every key that is not known.

        Raises
        ------
        InputError
            If there is one; the error lists the known ones.
        """
        for key in self.values:
            if key not in known:
                raise self.wrong(key, "one of the keys " + ", ".join(sorted(known)))
