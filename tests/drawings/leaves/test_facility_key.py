"""The key of the numbers on the plan."""

from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.leaves.facility_key import facility_key
from tests.validator.plan_from_case import plan_from_case


def test_facilities_of_one_name_stand_together_and_upper_floors_are_told():
    shops = [{"id": f"F{n}", "kind": "restaurant", "building": "B1", "box": [n, 0, n + 1, 5], "floors": [1]} for n in range(3)]
    office = {"id": "F9", "kind": "property_office", "building": "B1", "box": [9, 0, 10, 5], "floors": [2]}
    plan = plan_from_case(
        {"building": [{"id": "B1", "use": "shops", "box": [0, 0, 20, 5], "storeys": 2}], "facility": [*shops, office]}
    )
    (row,) = facility_key(plan, load_profile(), 190.0).rows
    assert row.cells == ("1–3", "餐饮店", "4", "物业管理用房（2F）", "", "")
