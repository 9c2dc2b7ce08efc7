"""Sheet 参数与假定: the figures that a brief sets, the parameters behind the sizes, conditions, and everything assumed."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.reports.given import conditions_given
from layoutgen.reports.xlsx.formula import Value
from layoutgen.reports.xlsx.table import Cell, Column, Table, figure, new_line, said
from layoutgen.standards.parameters import load_parameters

COLUMNS = (
    Column(key="about", zh="类别", en="about", width=12.0),
    Column(key="name", zh="名称", en="name", width=26.0),
    Column(key="name_en", zh="英文名称", en="in English", width=34.0),
    Column(key="value", zh="取值", en="value", width=12.0, form="0.####"),
    Column(key="unit", zh="单位", en="unit", width=12.0),
    Column(key="source", zh="来源或说明", en="source, or what it says", width=80.0, form="wrap"),
)
PEOPLE, HOUSEHOLD = 0, 1  # lines of which other sheets speak


def terms_table(plan: Plan, report: Report) -> Table:
    """What the drawing was made on, one line each; the first two are what other sheets count by."""
    rows = (*_facts(plan), *_parameters(plan), *_conditions(plan), *_said(report))
    return Table(
        name="参数与假定",
        title="任务书、测算参数与采用的假定",
        title_en="The brief, parameters of the sizes, and everything assumed",
        columns=COLUMNS,
        rows=rows,
        count=len(rows),
    )


def _row(value: Value, *, is_input: bool = False, **words: Value) -> tuple[Cell, ...]:
    line = new_line(COLUMNS, 0, **words)
    line.cells["value"] = said(value) if isinstance(value, str) else figure(value, is_input=is_input)
    return line.done()


def _facts(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    facts = plan.facts
    yield _row(
        float(facts.people),
        is_input=True,
        about="任务书",
        name="规划居住人数",
        name_en="people stated",
        unit="人",
        source="人均类条文以此为准",
    )
    yield _row(
        facts.household_size,
        is_input=True,
        about="任务书",
        name="户均人口",
        name_en="household size",
        unit="人/户",
        source="户数、车位、信包箱随之变化",
    )
    for zh, en, value in (
        ("城市", "city", facts.place.city),
        ("纬度", "latitude", facts.place.latitude_deg),
        ("建筑气候区", "climate zone", facts.place.climate_zone),
        ("街道", "streets", facts.streets.value),
        ("标准包", "packs", ", ".join(facts.packs)),
        ("布局模板", "template", facts.template),
        ("种子", "seed", float(facts.seed)),
        ("用地文件", "site file", facts.site_file),
        ("坐标平移 X（北）", "shift taken off, north", facts.origin[1]),
        ("坐标平移 Y（东）", "shift taken off, east", facts.origin[0]),
    ):
        yield _row(value, about="任务书", name=zh, name_en=en)


def _parameters(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    known = {one.name: one for one in load_parameters()}
    for name, value in plan.facts.parameters:
        one = known.get(name)
        if one is None:
            yield _row(value, about="测算参数", name=name, source="任务书")
            continue
        source = (one.source_zh or one.source) if value == one.default else "任务书"
        unit = one.unit_zh or one.unit
        yield _row(value, about="测算参数", name=one.says_zh, name_en=one.says_en, unit=unit, source=source)


def _conditions(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    for name, value in conditions_given(plan.facts.conditions).items():
        yield _row(value, about="规划条件", name=name, source="任务书；优先于各标准表格")


def _said(report: Report) -> Iterator[tuple[Cell, ...]]:
    for number, override in enumerate(report.overrides, start=1):
        yield _row("", about="改写的限值", name=f"{number}", source=override.text())
    for number, assumption in enumerate(report.assumptions, start=1):
        yield _row("", about="假定", name=f"{number}", source=f"{assumption.zh}  {assumption.en}")
