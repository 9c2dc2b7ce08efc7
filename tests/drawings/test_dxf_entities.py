from layoutgen.drawings.dxf_entities import entities_text


def test_every_entity_has_the_next_handle_and_the_owner() -> None:
    parts = [("POINT", "  8\nA\n", "100\nAcDbPoint\n"), ("CIRCLE", "  8\nB\n", "100\nAcDbCircle\n")]
    text, following = entities_text(parts, "17", 0x9F)
    assert following == 0xA1
    first = "  0\nPOINT\n  5\n9F\n330\n17\n100\nAcDbEntity\n  8\nA\n100\nAcDbPoint\n"
    assert text == first + "  0\nCIRCLE\n  5\nA0\n330\n17\n100\nAcDbEntity\n  8\nB\n100\nAcDbCircle\n"
