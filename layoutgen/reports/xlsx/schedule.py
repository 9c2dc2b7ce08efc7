"""The tables of the workbook, in the order in which they are read."""

from dataclasses import replace

from layoutgen.drawings.layers import load_profile
from layoutgen.indicators.green import greens_of
from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.reports.report_json import BANNER_EN, BANNER_ZH
from layoutgen.reports.xlsx.blocks import blocks_table
from layoutgen.reports.xlsx.buildings import buildings_table
from layoutgen.reports.xlsx.clauses import clauses_table
from layoutgen.reports.xlsx.communities import communities_table
from layoutgen.reports.xlsx.facilities import facilities_table, items_table
from layoutgen.reports.xlsx.indicators import Sources, indicators_table
from layoutgen.reports.xlsx.names import namer
from layoutgen.reports.xlsx.stalls import parking_table, stalls_table
from layoutgen.reports.xlsx.table import Table
from layoutgen.reports.xlsx.terms import terms_table

NOTES = (
    "蓝字可改：图上量得或任务书给定的数字，改后各表随之重算；“图上实测”一列与结论不变，以图为准。",
    "Figures in blue may be changed and every table follows; the column “as judged” and the verdicts stay as drawn.",
    BANNER_ZH,
    BANNER_EN,
)


def schedule_tables(plan: Plan, report: Report) -> tuple[Table, ...]:
    """Indicators, communities where there are several, blocks, buildings, facilities, parking, clauses and terms."""
    name, greens = namer(load_profile()), greens_of(plan)
    terms = terms_table(plan, report)
    buildings = buildings_table(plan, terms, name)
    stalls = stalls_table(plan, name)
    parking = parking_table(plan, stalls)
    items = items_table(plan, report.facilities, name)
    facilities = facilities_table(plan, report.facilities, items, terms, name)
    blocks = blocks_table(plan, greens, buildings, parking)
    clauses = clauses_table(report)
    sources = Sources(
        terms=terms,
        buildings=buildings,
        blocks=blocks,
        items=items,
        facilities=facilities,
        parking=parking,
        clauses=clauses,
    )
    indicators = replace(indicators_table(plan, report, greens, sources, name), notes=NOTES)
    several = (communities_table(report),) if report.communities else ()
    return (indicators, *several, blocks, buildings, facilities, items, parking, stalls, clauses, terms)
