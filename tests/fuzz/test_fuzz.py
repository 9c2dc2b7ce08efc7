"""A few broken files for every reader, made by seed; `python -m benchmarks.fuzz` judges ten thousand."""

import importlib.util
from pathlib import Path

import pytest

from benchmarks.fuzz.cases import case
from benchmarks.fuzz.corpus import Corpus, make_corpus
from benchmarks.fuzz.readers import READERS
from benchmarks.fuzz.run import FINDINGS, judge_cases

HAND_MADE = Path(__file__).parents[1] / "drawings" / "hand_made.py"
FIRST, EACH = 500, 5  # numbers below are bombs


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    spec = importlib.util.spec_from_file_location("fuzz_hand_made", HAND_MADE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return make_corpus(module.make_plan(6))


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="memory is measured by Linux's /proc")
def test_broken_files_are_read_or_refused_within_time_and_memory(corpus):
    numbers = [(reader, number) for reader in READERS for number in range(FIRST, FIRST + EACH)]
    outcomes = list(judge_cases(corpus, numbers))
    assert [one for one in outcomes if one.outcome in FINDINGS] == []
    assert {one.outcome for one in outcomes} == {"read", "refused"}  # some still mean something, others do not


def test_the_same_number_is_the_same_input(corpus):
    for reader in READERS:
        assert case(corpus, reader, FIRST) == case(corpus, reader, FIRST)


def test_every_seed_is_sound(corpus, tmp_path):
    from benchmarks.fuzz.cases import lay_out

    for reader, seeds in corpus.items():
        if reader == "site kml":
            pytest.importorskip("pyogrio")
        for seed in seeds:
            assert READERS[reader].read(lay_out(tmp_path / reader.replace(" ", "-"), corpus, reader, seed)) is not False
