"""Faults of a kindergarten's plot: its area, green, fence, gate and the place to wait."""

from random import Random

from benchmarks.faults.builders import put_upon, shrink_to
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.facility_changes import cut_in_two, facility, first, on_lot, retyped, scaled_to, silent, without_word
from benchmarks.faults.fault import Breach, Fault, Plant, above, below, unlike
from benchmarks.faults.thing import Thing

PLOT, SCHOOL, GREEN, WAIT = "lot.kindergarten", facility("kindergarten"), "ground.green", "ground.paved"
PLOT_M2, GREEN_SHARE = 3500.0, 0.30  # CRC-02.land; JGJ 39 3.2.4
GB_PLOT_M2 = (5240.0, 7580.0)  # table B.0.2
ROAD_M, BUSY_M, WAIT_M = 1.0, 20.0, 12.0  # gate off an arterial; off a busy road; waiting place from the gate: our numbers
LAND = ("CRC-02.land",)


def _plot_of(area_m2: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        plot = first(edit, PLOT)
        return below(f"land of {plot.id} [m2]", shrink_to(plot, area_m2), PLOT_M2)

    return plant


def _split_plot(edit: Edit, _: Random) -> Breach:
    halves = cut_in_two(edit, first(edit, PLOT), 1.0)
    return below("larger half of the plot [m2]", max(half.polygon.area for half in halves), PLOT_M2)


def _beside_plot(edit: Edit, _: Random) -> Breach:
    """The plot is drawn beside its kindergarten, which has no land then."""
    plot, school = first(edit, PLOT), first(edit, SCHOOL)
    plot.move(0.0, 3.0 * (plot.polygon.bounds[3] - plot.polygon.bounds[1]))
    held = plot.polygon.intersection(school.polygon).area
    return below(f"land under {school.id} [m2]", held, PLOT_M2)


def _wide_plot(edit: Edit, _: Random) -> Breach:
    return above("land of the plot [m2]", scaled_to(first(edit, PLOT), GB_PLOT_M2[1] + 100), GB_PLOT_M2[1])


def _narrow_plot(edit: Edit, _: Random) -> Breach:
    return below("land of the plot [m2]", scaled_to(first(edit, PLOT), GB_PLOT_M2[0] - 100), GB_PLOT_M2[0])


# green
def _green_share(edit: Edit) -> float:
    """More than can be green: every green that touches the plot, over its land."""
    plot = first(edit, PLOT).polygon
    found = sum(one.polygon.intersection(plot).area for one in edit.things(GREEN, "ground.central_green"))
    return float(found / plot.area)


def _no_green(edit: Edit, _: Random) -> Breach:
    edit.delete(*on_lot(edit, first(edit, PLOT), GREEN))
    return below("green share of the plot", _green_share(edit), GREEN_SHARE)


def _paved_green(edit: Edit, _: Random) -> Breach:
    for one in on_lot(edit, first(edit, PLOT), GREEN):
        edit.retype(one, WAIT)
    return below("green share of the plot", _green_share(edit), GREEN_SHARE)


def _small_greens(edit: Edit, _: Random) -> Breach:
    for one in on_lot(edit, first(edit, PLOT), GREEN):
        scaled_to(one, one.polygon.area * 0.4)
    return below("green share of the plot", _green_share(edit), GREEN_SHARE)


# gate
def _gates(edit: Edit) -> list[Thing]:
    names = {first(edit, PLOT).id, first(edit, SCHOOL).id}
    gates = edit.things("spot.vehicle_gate", "spot.pedestrian_gate")
    own = [one for one in gates if one.value("of") in names]
    return own or [one for one in edit.things("spot.door") if one.value("of") == first(edit, SCHOOL).id]


def _gate_on(road: str, limit_m: float) -> Plant:
    """The road that the gate is nearest to becomes a busy one, and the gate stands in it."""

    def plant(edit: Edit, _: Random) -> Breach:
        gate = _gates(edit)[0]
        edge = min(edit.some("edge"), key=lambda one: one.line.distance(gate.place))
        edge.set("road", road)
        spot = edge.line.interpolate(edge.line.project(gate.place))
        gate.move(spot.x - gate.at[0], spot.y - gate.at[1])
        return below(f"{gate.id} from {edge.id} [m]", gate.place.distance(edge.line), limit_m, gate.id)

    return plant


def _second_gate(road: str, limit_m: float) -> Plant:
    """A second gate of the plot opens on a busy road."""

    def plant(edit: Edit, _: Random) -> Breach:
        edge = edit.some("edge")[0]
        edge.set("road", road)
        spot = edge.line.interpolate(0.5, normalized=True)
        gate = edit.add("spot.pedestrian_gate", "E-foot-kg-9", [(spot.x, spot.y)], [f"of={first(edit, PLOT).id}"])
        return below(f"{gate.id} from {edge.id} [m]", gate.place.distance(edge.line), limit_m, gate.id)

    return plant


def _unnamed_gate(road: str, limit_m: float) -> Plant:
    """A gate that names nothing opens in the plot's fence on a busy road."""

    def plant(edit: Edit, _: Random) -> Breach:
        x, y = min(first(edit, PLOT).points, key=lambda at: at[1])
        edge = edit.add("edge", "E98", [(x - 60, y - limit_m / 2), (x + 60, y - limit_m / 2)], ["gate=yes", f"road={road}"])
        gate = edit.add("spot.pedestrian_gate", "E-foot-kg-8", [(x, y)])
        return below(f"{gate.id} from {edge.id} [m]", gate.place.distance(edge.line), limit_m, gate.id)

    return plant


def _road_to_gate(road: str, limit_m: float) -> Plant:
    """A busy road is drawn up to the gate."""

    def plant(edit: Edit, _: Random) -> Breach:
        gate = _gates(edit)[0]
        x, y = gate.at
        edge = edit.add("edge", "E99", [(x - 60, y - limit_m / 2), (x + 60, y - limit_m / 2)], ["gate=yes", f"road={road}"])
        return below(f"{gate.id} from {edge.id} [m]", gate.place.distance(edge.line), limit_m, gate.id)

    return plant


# waiting
def _nearest_wait(edit: Edit, kind: str) -> float:
    """Straight way from the nearest gate or door of a facility to a place where people wait [m]; far where there is none."""
    one = first(edit, facility(kind))
    lots = [lot.id for lot in edit.things("lot.") if lot.polygon.covers(one.polygon.centroid)]
    spots = [s for s in edit.things("spot.vehicle_gate", "spot.pedestrian_gate") if s.value("of") in (*lots, one.id)]
    spots = spots or [s for s in edit.things("spot.door") if s.value("of") in (one.id, one.value("building"))]
    places = [one for one in edit.things(WAIT) if one.value("use") == "waiting"]
    return min((s.place.distance(p.polygon) for s in spots for p in places), default=1e4)


def no_wait(kind: str, how: str) -> Plant:
    """Take the waiting places away, call them something else, or move them off."""

    def plant(edit: Edit, _: Random) -> Breach:
        places = [one for one in edit.some(WAIT) if one.value("use") == "waiting"]
        for one in places:
            if how == "away":
                edit.delete(one)
            elif how == "square":
                one.set("use", "square")
            else:
                one.move(250.0, 250.0)
        return above(f"{kind}: to the nearest waiting place [m]", _nearest_wait(edit, kind), WAIT_M)

    return plant


def _foreign_building(edit: Edit, _: Random) -> Breach:
    """The school is put on the service lot: its own plot holds none."""
    school, lot = first(edit, SCHOOL), first(edit, "lot.service")
    put_upon(school, lot)
    held = first(edit, PLOT).polygon.intersection(school.polygon).area
    return unlike("the plot holds the kindergarten", "yes" if held > 0 else "no", "yes")


def _covered_green(edit: Edit, _: Random) -> Breach:
    """A paved yard over the plot's green."""
    plot = first(edit, PLOT)
    greens = on_lot(edit, plot, GREEN)
    if not greens:
        raise NoPlaceError("no green on the plot")
    for number, one in enumerate(greens):
        edit.add(WAIT, f"G-yard-{number}", one.points, [f"lot={plot.id}", "use=yard"])
    return below("green share of the plot that is not paved", 0.0, GREEN_SHARE)


def _second_plot(edit: Edit, _: Random) -> Breach:
    """A second kindergarten's plot, with a hedge round it."""
    plot = first(edit, PLOT)
    other = edit.copy(plot, f"{plot.id}-9", 0.0, 500.0)
    other.set("enclosure", "hedge")
    return unlike(f"enclosure of {other.id}", other.value("enclosure"), "fence,guard_room", other.id)


FAULTS = (
    Fault(name="a kindergarten plot below 3 500 m2", measure="facility.land_area", expects=LAND, plant=_plot_of(3400.0)),
    Fault(name="a kindergarten plot of half the land", measure="facility.land_area", expects=LAND, plant=_plot_of(1750.0)),
    Fault(name="the kindergarten's plot in two pieces", measure="facility.land_area", expects=LAND, plant=_split_plot),
    Fault(name="the plot beside its kindergarten", measure="facility.land_area", expects=LAND, plant=_beside_plot),
    Fault(name="a kindergarten on the lot of services", measure="facility.land_area", expects=LAND, plant=_foreign_building),
    Fault(name="the plot is land of services", measure="facility.land_area", expects=LAND, plant=retyped(PLOT, "lot.service")),
    *(
        Fault(name=name, measure="facility.land_area", expects=("GB180-B02.kindergarten.land",), plant=plant)
        for name, plant in (("a plot above 7 580 m2", _wide_plot), ("a plot below 5 240 m2", _narrow_plot))
    ),
    *(
        Fault(name=name, measure="lot.green_ratio", expects=("JGJ39-3.2.4",), plant=plant)
        for name, plant in (
            ("no green on the plot", _no_green),
            ("the plot's green is paved", _paved_green),
            ("the plot's greens are small", _small_greens),
            ("a yard over the plot's green", _covered_green),
        )
    ),
    *(
        Fault(name=f"a plot without {missing}", measure="lot.words", expects=("JGJ39-3.2.6",), plant=plant)
        for missing, plant in (
            ("fence", without_word(PLOT, "enclosure", "fence")),
            ("guard room", without_word(PLOT, "enclosure", "guard_room")),
        )
    ),
    Fault(
        name="a second plot with a hedge only",
        measure="lot.words",
        expects=("JGJ39-3.2.6",),
        plant=_second_plot,
    ),
    Fault(
        name="a plot whose label tells of no enclosure",
        measure="lot.words",
        expects=("JGJ39-3.2.6",),
        plant=silent(PLOT, "enclosure"),
        turns=("blocked",),
    ),
    *(
        Fault(name=f"{name} {road} road", measure="facility.gate_road", expects=(clause,), plant=make(road, limit), packs=packs)
        for road, clause, limit, packs in (
            ("arterial", "JGJ39-3.2.7.road", ROAD_M, ()),
            ("collector", "XM-6.2.b", BUSY_M, ("xiamen",)),
        )
        for name, make in (
            ("the gate on an", _gate_on),
            ("a second gate on an", _second_gate),
            ("a gate that names nothing in the fence on an", _unnamed_gate),
            ("before the gate an", _road_to_gate),
        )
    ),
    *(
        Fault(
            name=f"{kind}: waiting place {how}", measure="facility.waiting_place", expects=(clause,), plant=no_wait(kind, how)
        )
        for kind, clause in (("kindergarten", "JGJ39-3.2.7.wait"), ("nursery", "JGJ39-3.2.2.nursery.wait"))
        for how in ("away", "square", "far")
    ),
)
