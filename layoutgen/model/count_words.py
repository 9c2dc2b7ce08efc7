"""The counts of a report in the order in which they are told, with their words."""

from layoutgen.sentence import Sentence

COUNT_WORDS = {
    "pass": Sentence(en="pass", zh="通过"),
    "fail": Sentence(en="fail", zh="不通过"),
    "waived": Sentence(en="waived", zh="豁免"),
    "advice": Sentence(en="advice", zh="提示"),
    "not_applicable": Sentence(en="not applicable", zh="不适用"),
    "manual": Sentence(en="manual", zh="人工核查"),
    "blocked": Sentence(en="blocked", zh="无法判定"),
}
COUNTS_ZH = {name: said.zh for name, said in COUNT_WORDS.items()}
