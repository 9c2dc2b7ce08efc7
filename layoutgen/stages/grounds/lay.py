"""The order in which the ground between the buildings is laid: what the law binds most comes first."""

from numpy.random import Generator

from layoutgen.model.stages import Allocation, Commission, Grounds, Massing, Structure
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.central_greens import lay_central_greens
from layoutgen.stages.grounds.court_walks import lay_court_walks
from layoutgen.stages.grounds.doors import lay_home_paths
from layoutgen.stages.grounds.fire_grounds import lay_fire_grounds
from layoutgen.stages.grounds.footways import lay_footways
from layoutgen.stages.grounds.forecourts import lay_forecourts
from layoutgen.stages.grounds.garages import label_garages, lay_garages
from layoutgen.stages.grounds.garden import lay_gardens
from layoutgen.stages.grounds.gatehouses import lay_gatehouses
from layoutgen.stages.grounds.gates import lay_gates
from layoutgen.stages.grounds.kerbs import round_kerbs
from layoutgen.stages.grounds.kindergarten import lay_drop_offs, lay_kindergartens
from layoutgen.stages.grounds.lanes import lay_lanes
from layoutgen.stages.grounds.lockers import lay_lockers
from layoutgen.stages.grounds.lot_paths import lay_lot_paths
from layoutgen.stages.grounds.lot_stalls import lay_lot_stalls
from layoutgen.stages.grounds.network import join_network, weld
from layoutgen.stages.grounds.nursery import lay_nursery_grounds
from layoutgen.stages.grounds.pedestrian_gates import lay_pedestrian_gates
from layoutgen.stages.grounds.pocket_parks import lay_pocket_parks
from layoutgen.stages.grounds.promenades import lay_promenades
from layoutgen.stages.grounds.refuges import label_refuges
from layoutgen.stages.grounds.rest import lay_rest
from layoutgen.stages.grounds.rings import lay_rings
from layoutgen.stages.grounds.service_courts import lay_service_courts
from layoutgen.stages.grounds.sheds import lay_sheds
from layoutgen.stages.grounds.shop_sheds import lay_shop_sheds
from layoutgen.stages.grounds.spare_legs import lay_leg_paths, spare_legs
from layoutgen.stages.grounds.spines import lay_spines
from layoutgen.stages.grounds.stalls import lay_stalls
from layoutgen.stages.grounds.street_ends import lay_street_ends
from layoutgen.stages.grounds.turns import keep_turns_free
from layoutgen.stages.grounds.waste_points import lay_waste_points
from layoutgen.standards.clause import Standard


def lay_grounds(
    commission: Commission,
    structure: Structure,
    allocation: Allocation,
    massing: Massing,
    standard: Standard,
    rng: Generator,
) -> Grounds:
    """Lay ways, gates, gardens, play, parking and green between the buildings.

    What finds no room is said in the notes: the judge will say what it means.
    """
    board = Board(commission=commission, structure=structure, allocation=allocation, massing=massing, standard=standard)
    rings = lay_rings(board)
    lay_street_ends(board)
    lay_gates(board, rings)
    lay_lanes(board, rings)
    rings = spare_legs(board, rings)
    round_kerbs(board)
    lay_leg_paths(board, rings)
    keep_turns_free(board)
    lay_fire_grounds(board)
    lay_home_paths(board)
    lay_kindergartens(board)
    lay_promenades(board)
    lay_service_courts(board)
    lay_lot_paths(board)
    lay_gardens(board)
    lay_nursery_grounds(board)
    lay_drop_offs(board)
    lay_central_greens(board, rings)
    lay_court_walks(board)
    lay_spines(board)
    join_network(board)
    lay_pedestrian_gates(board)
    lay_garages(board)
    join_network(board)
    lay_lot_stalls(board)
    lay_stalls(board, rings)
    lay_sheds(board)
    lay_shop_sheds(board)
    label_garages(board)
    lay_pocket_parks(board)
    lay_waste_points(board)
    lay_lockers(board)
    lay_footways(board, rings)
    lay_gatehouses(board)
    lay_forecourts(board)
    lay_rest(board)
    label_refuges(board)
    return Grounds(
        ways=weld(board.ways, structure.streets),
        grounds=tuple(board.grounds),
        stalls=tuple(board.stalls),
        spots=tuple(board.spots),
        notes=tuple(board.notes),
    )
