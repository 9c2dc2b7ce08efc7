"""What only a label says: words and claims of lots and grounds."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from layoutgen.model.limit import Measured
from layoutgen.model.plan import Tags, tag, tag_words
from layoutgen.model.report import Finding, Force, Inapplicable
from layoutgen.standards.clause import Clause


class Labelled(NamedTuple):
    """A thing and what its label says."""

    id: str
    tags: Tags


def judge_words(clause: Clause, things: Sequence[Labelled]) -> Iterator[Finding | Inapplicable]:
    """Finding for the thing whose ``key`` lists most of the words asked; blocked where no label has the key."""
    key = clause.text("key")
    if not things:
        yield Finding(subjects=("site",), measured=(), limit=clause.bound, note=f"no {clause.of} drawn")
        return
    asked = set(clause.bound.words)
    best = max(things, key=lambda thing: len(asked & set(tag_words(thing.tags, key))))
    said = tag_words(best.tags, key)
    yield _finding(clause, best.id, said, is_silent=not said)


def judge_claim(clause: Clause, things: Sequence[Labelled], *, is_any_word: bool = False) -> Iterator[Finding | Inapplicable]:
    """Finding for the things whose label says ``key=yes``, or any word but no; blocked where a must is met by silence only."""
    key = clause.text("key")
    if not things:
        yield Finding(subjects=("site",), measured=False, limit=clause.bound, note=f"no {clause.of} drawn")
        return
    said = [(thing.id, tag(thing.tags, key)) for thing in things]
    claimed = [name for name, word in said if word == "yes" or (is_any_word and word not in (None, "no"))]
    is_silent = all(word is None for _, word in said)
    yield _finding(clause, claimed[0] if claimed else things[0].id, bool(claimed), is_silent=is_silent)


def _finding(clause: Clause, subject: str, measured: Measured, *, is_silent: bool) -> Finding:
    # what is only invited is simply not there where no label tells of it
    is_blocked = is_silent and clause.force is Force.MUST
    return Finding(
        subjects=(subject,),
        measured=measured,
        limit=clause.bound,
        is_declared=True,
        blocked=f"the label does not say {clause.text('key')}" if is_blocked else "",
    )
