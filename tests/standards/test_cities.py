"""Cities and the sunlight standard that each one has: the tables of figures D.7 and D.9 by hand."""

import os
import re
from pathlib import Path

import pytest

from layoutgen.errors import InputError
from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.standards.cities import cities, find_city, find_place, nearest_place
from layoutgen.standards.load import load_standard
from layoutgen.standards.solar_time import beijing_time, sun_sentence
from layoutgen.standards.sun_standard import dwelling_sun

COLD_2, COLD_3, SOLSTICE_1 = ("great_cold", 2.0, 8.0, 16.0), ("great_cold", 3.0, 8.0, 16.0), ("winter_solstice", 1.0, 9.0, 15.0)
# Latitude and zone of D.9; the standard that D.7 gives to the zone and the size of the city. Jiyuan is the one small city.
TABLE = {
    "Qiqihar": (47.33, "I", COLD_2), "Harbin": (45.75, "I", COLD_2), "Changchun": (43.90, "I", COLD_2),
    "Urumqi": (43.78, "VII", COLD_2), "Shenyang": (41.77, "II", COLD_2), "Hohhot": (40.82, "I", COLD_2),
    "Datong": (40.00, "II", COLD_2), "Beijing": (39.95, "II", COLD_2), "Tianjin": (39.10, "II", COLD_2),
    "Yinchuan": (38.48, "II", COLD_2), "Shijiazhuang": (38.07, "II", COLD_2), "Taiyuan": (37.92, "II", COLD_2),
    "Jinan": (36.68, "II", COLD_2), "Xining": (36.58, "VI", SOLSTICE_1), "Qingdao": (36.07, "II", COLD_2),
    "Lanzhou": (36.05, "II", COLD_2), "Jiyuan": (35.07, "II", COLD_3), "Zhengzhou": (34.67, "II", COLD_2),
    "Xi'an": (34.30, "II", COLD_2), "Nanjing": (32.07, "III", COLD_2), "Hefei": (31.85, "III", COLD_2),
    "Shanghai": (31.20, "III", COLD_2), "Chengdu": (30.67, "III", COLD_2), "Wuhan": (30.63, "III", COLD_2),
    "Hangzhou": (30.32, "III", COLD_2), "Lhasa": (29.70, "VI", SOLSTICE_1), "Chongqing": (29.57, "III", COLD_2),
    "Nanchang": (28.67, "III", COLD_2), "Changsha": (28.20, "III", COLD_2), "Guiyang": (26.58, "V", SOLSTICE_1),
    "Fuzhou": (26.08, "IV", COLD_3), "Kunming": (25.03, "V", SOLSTICE_1), "Xiamen": (24.45, "IV", COLD_3),
    "Guangzhou": (23.13, "IV", COLD_3), "Nanning": (22.82, "IV", COLD_3), "Haikou": (20.03, "IV", COLD_3),
}  # fmt: skip
CAPITALS_ZH = (
    "北京 天津 石家庄 太原 呼和浩特 沈阳 长春 哈尔滨 上海 南京 杭州 合肥 福州 南昌 济南 郑州 武汉 长沙 广州 南宁 海口 "
    "重庆 成都 贵阳 昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐"
)


@pytest.mark.parametrize("name", TABLE)
def test_every_city_has_the_sun_of_its_zone_and_size(name):
    latitude, zone, expected = TABLE[name]
    place = find_place(name)
    assert (place.latitude_deg, place.climate_zone) == (latitude, zone)
    sun = dwelling_sun(load_standard(["sunlight"]), place)
    assert (sun.day, sun.hours, sun.start_h, sun.end_h) == expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("I", COLD_3),
        ("II", COLD_3),
        ("III", COLD_3),
        ("VII", COLD_3),
        ("IV", SOLSTICE_1),
        ("V", SOLSTICE_1),
        ("VI", SOLSTICE_1),
    ],
)
def test_a_small_city_has_the_row_of_small_cities(zone, expected):
    brief = settle_brief(Asked(population=6000, city="济源", climate_zone=zone))
    sun = dwelling_sun(load_standard(["sunlight"]), brief.place)
    assert (sun.day, sun.hours, sun.start_h, sun.end_h) == expected


def test_all_31_seats_of_provinces_are_listed_and_nothing_is_listed_twice():
    assert len(CAPITALS_ZH.split()) == 31
    assert {city.name_zh for city in cities()} >= set(CAPITALS_ZH.split())
    assert [city.name for city in cities()] == list(TABLE)
    called = [name for city in cities() for name in (city.name, city.name_zh, *city.aliases)]
    assert all(sum(city.is_called(name) for city in cities()) == 1 for name in called)


@pytest.mark.skipif("LAYOUTGEN_SHARED" not in os.environ, reason="LAYOUTGEN_SHARED is not set: no register here")
def test_the_cities_are_those_of_the_register():
    text = (Path(os.environ["LAYOUTGEN_SHARED"]) / "standards" / "figures.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z][A-Za-z']+)[^|]*\| (\d\d\.\d\d) \|", text.split("### D.9")[1].split("### D.10")[0], re.M)
    assert {name: float(latitude) for name, latitude in rows} == {name: row[0] for name, row in TABLE.items()}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        *(
            ("西安", "Xi'an"),
            ("西安市", "Xi'an"),
            ("陕西省西安市", "Xi'an"),
            ("陕西西安", "Xi'an"),
            ("xian", "Xi'an"),
            ("XI’AN", "Xi'an"),
        ),
        *(("呼市", "Hohhot"), ("内蒙古自治区呼和浩特市", "Hohhot"), ("Huhehaote", "Hohhot"), ("Canton", "Guangzhou")),
        *((" 重庆市 ", "Chongqing"), ("Harbin City", "Harbin"), ("Ürümqi", "Urumqi")),
    ],
)
def test_a_city_is_found_by_any_of_its_names(said, name):
    assert find_city(said).name == name


def test_an_unknown_city_is_refused_with_what_may_be_said_instead():
    with pytest.raises(InputError, match="a latitude and a climate zone"):
        find_city("Atlantis")


def test_a_latitude_between_two_cities_is_the_nearer_ones():
    # Xi'an 34.30, Zhengzhou 34.67: the middle is 34.485.
    assert [nearest_place(latitude).city for latitude in (34.48, 34.49)] == ["Xi'an", "Zhengzhou"]


@pytest.mark.parametrize(
    ("name", "solar_h", "equation_min", "clock"),
    [
        # Urumqi 87.62 E: 4 x (120 - 87.62) = 129.52 min later; the sun on 20 January is 10.9 min late: 140.42 min.
        ("Urumqi", 8.0, -10.9, "10:20"),
        ("Urumqi", 16.0, -10.9, "18:20"),
        # Harbin 126.63 E: 4 x (120 - 126.63) = -26.52 min, + 10.9 = -15.62 min.
        ("Harbin", 8.0, -10.9, "7:44"),
        # Kunming 102.83 E on 21 December: 4 x 17.17 = 68.68 min, - 1.7 = 66.98 min.
        ("Kunming", 9.0, 1.7, "10:07"),
        ("Kunming", 15.0, 1.7, "16:07"),
    ],
)
def test_solar_time_is_told_by_the_clock(name, solar_h, equation_min, clock):
    assert beijing_time(solar_h, find_city(name).longitude_deg, equation_min) == clock


def test_the_standard_of_a_place_is_said_with_its_hours_by_the_clock():
    said = sun_sentence(load_standard(["sunlight"]), find_place("乌鲁木齐"))
    assert "2 h on the great-cold day (20 January) between 8:00 and 16:00 true solar time" in said.en
    assert "in Urumqi 10:20 to 18:20 by Beijing time (SUN-4.0.9)" in said.en
    assert "2 小时，大寒日真太阳时 8:00–16:00，在乌鲁木齐为北京时间 10:20–18:20" in said.zh


def test_without_a_city_no_clock_time_is_made_up():
    place = settle_brief(Asked(population=6000, latitude=25.0, climate_zone="V", large_city=False)).place
    said = sun_sentence(load_standard(["sunlight"]), place)
    assert "1 h on the winter solstice" in said.en
    assert "Beijing time" not in said.en


@pytest.mark.parametrize(("city", "zone"), [("沈阳", "II"), ("福州", "IV"), ("贵阳", "V")])
def test_a_city_near_a_border_says_so_unless_the_zone_is_given(city, zone):
    said = settle_brief(Asked(population=6000, city=city))
    assert said.place.climate_zone == zone
    assert any("border" in note.en for note in said.assumptions)
    other = find_city(city).border_zone
    given = settle_brief(Asked(population=6000, city=city, climate_zone=other))
    assert given.place.climate_zone == other
    assert not any("border" in note.en for note in given.assumptions)
