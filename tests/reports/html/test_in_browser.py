"""`report.html` in a browser: a clause lights up, a layer goes, the plan is moved and zoomed, languages change."""

import pytest


def seen(page):
    return [float(part) for part in page.get_attribute("#lg-view > svg", "viewBox").split()]


def settled(page):
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return seen(page)


def lit(page):
    return page.locator("#lg-lights .lit").count()


@pytest.fixture
def page(opened, page_text):
    return opened(page_text)


def test_a_clause_clicked_lights_up_its_things_and_tells_its_measurement(page):
    assert lit(page) == 0
    page.click('[data-pick="CRC-02.land"]')
    assert lit(page) == 1  # the one kindergarten
    card = page.inner_text("#lg-card")
    # 'L-kindergarten-1' of the hand-made plan, CRC-02.land: at least 3 500 m2
    assert "CRC-02.land" in card
    assert "F-kindergarten-1" in card
    assert ">= 3500 m2" in card
    assert "建科规〔2020〕7号" in card


def test_a_finding_chosen_is_framed(page):
    page.click('[data-pick="CRC-02.land"]')
    before = settled(page)
    page.click("[data-tool=whole]")
    settled(page)
    page.click("#lg-card .thing")
    after = settled(page)
    assert after[2] <= before[2] * 1.01
    assert page.locator("#lg-lights .now").count() == 1


def test_a_clause_about_many_things_lights_all_of_them(page, plan):
    page.click('[data-pick="drawing.centre_lines"]')
    assert lit(page) == 2 * len(plan.ways)  # outline and centre line of each


def test_escape_puts_the_lights_out(page):
    page.click('[data-pick="CRC-02.land"]')
    page.keyboard.press("Escape")
    assert lit(page) == 0


def test_a_layer_is_switched_off_and_on(page):
    group = page.locator('#lg-view g[id^="SP-BLDG-HOUSE-"]')
    assert group.is_visible()
    page.click("#lg-layers summary")
    box = page.locator('[data-layer^="SP-BLDG-HOUSE-"]')
    box.uncheck()
    assert not group.is_visible()
    box.check()
    assert group.is_visible()
    page.click("[data-layers=none]")
    assert page.locator("#lg-view > svg > g:not(.off)").evaluate_all("all => all.map((one) => one.id)") == [
        "lg-picture",
        "lg-marks",
        "lg-lights",
    ]


def test_the_wheel_zooms_about_the_pointer(page):
    box = page.locator("#lg-view").bounding_box()
    x, y = round(box["x"] + box["width"] / 4), round(box["y"] + box["height"] / 4)
    at = """([x, y]) => { const svg = document.querySelector("#lg-view > svg");
      const p = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse()); return [p.x, p.y]; }"""
    width, under = settled(page)[2], page.evaluate(at, [x, y])
    page.mouse.move(x, y)
    page.mouse.wheel(0, -240)
    page.wait_for_function("(width) => document.querySelector('#lg-view > svg').viewBox.baseVal.width < width * 0.9", arg=width)
    assert page.evaluate(at, [x, y]) == pytest.approx(under, abs=0.05)


def test_a_drag_moves_the_plan_and_is_no_click(page):
    box = page.locator("#lg-view").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    before = settled(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 30, steps=4)
    page.mouse.up()
    after = settled(page)
    metres = page.evaluate("1 / document.querySelector('#lg-view > svg').getScreenCTM().a")
    assert after[0] - before[0] == pytest.approx(60 * metres, abs=0.01)
    assert after[1] - before[1] == pytest.approx(30 * metres, abs=0.01)
    assert lit(page) == 0


def test_keys_move_and_zoom(page):
    before = settled(page)
    page.focus("#lg-view")
    page.keyboard.press("ArrowRight")
    assert settled(page)[0] == pytest.approx(before[0] + 0.15 * before[2], abs=0.01)
    page.keyboard.press("+")
    assert settled(page)[2] == pytest.approx(before[2] / 1.4, abs=0.01)
    page.keyboard.press("0")
    assert settled(page) == pytest.approx(before, abs=0.01)


def test_two_fingers_zoom(page):
    box = page.locator("#lg-view").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    before = settled(page)
    client = page.context.new_cdp_session(page)

    def touch(kind, *points):
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": a, "y": b} for a, b in points]})

    touch("touchStart", (x - 40, y), (x + 40, y))
    touch("touchMove", (x - 80, y), (x + 80, y))
    touch("touchEnd")
    # fingers twice as far apart: half the width is seen
    assert settled(page)[2] == pytest.approx(before[2] / 2, rel=0.01)


def test_a_thing_clicked_tells_its_label_and_its_clauses(page):
    page.locator('#lg-view [data-id="K1-00"]').first.click(force=True)
    card = page.inner_text("#lg-card")
    assert "K1-00" in card
    assert "24户" in card  # 6 storeys of 4 dwellings
    assert lit(page) == 1
    page.locator("#lg-card .pick").first.click()
    assert page.locator("#lg-card table").count() == 1


def test_a_verdict_filters_the_clauses(page, report):
    passed = dict(report.counts())["pass"]
    rows = page.locator("#lg-clauses tbody tr:visible")
    assert rows.count() == len(report.outcomes)
    page.click("[data-filter=pass]")
    assert rows.count() == len(report.outcomes) - passed


def test_a_word_finds_a_clause(page):
    page.fill("#lg-search", "crc-02.land")
    assert page.locator("#lg-clauses tbody tr:visible").evaluate_all("all => all.map((one) => one.dataset.clause)") == [
        "CRC-02.land"
    ]


def test_the_language_changes_everywhere(page):
    page.click('[data-pick="CRC-02.land"]')
    assert page.locator("h1").inner_text() == "Review of a community site plan"
    page.click("#lg-lang")
    assert page.get_attribute("html", "lang") == "zh-CN"
    assert page.locator("h1").inner_text() == "居住社区总平面自查报告"
    assert "限值" in page.inner_text("#lg-card")
    assert page.get_attribute("[data-tool=in]", "aria-label") == "放大（+）"


def test_a_chinese_browser_reads_chinese(opened, page_text):
    assert opened(page_text, "zh-CN").locator("h1").inner_text() == "居住社区总平面自查报告"


def test_on_paper_every_column_stands_and_no_control(page):
    page.emulate_media(media="print")
    assert page.locator("#lg-clauses tbody tr").first.locator(".source").is_visible()
    assert not page.locator(".tools").is_visible()
    assert not page.locator("#lg-search").is_visible()


def test_hostile_words_do_nothing(opened, hostile_text):
    page = opened(hostile_text)
    page.click('[data-pick="drawing.defects"]')
    page.locator('#lg-view [data-id^="K1-"]').first.click(force=True)
    page.click("#lg-lang")
    assert "taken" not in page.title().split("</script>")[0]
    assert page.locator("img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_every_control_has_a_name(page):
    page.click('[data-pick="CRC-02.land"]')
    nameless = """() => [...document.querySelectorAll("button, input, select, summary, a, [tabindex]")]
      .filter((one) => !(one.textContent || one.getAttribute("aria-label") || one.closest("label")?.textContent || "").trim())
      .map((one) => one.outerHTML.slice(0, 80))"""
    page.click("#lg-layers summary")
    assert page.evaluate(nameless) == []


def test_derivations_are_open_on_paper_and_closed_again(page):
    why = page.locator(".why").first
    assert why.get_attribute("open") is None
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert why.get_attribute("open") is not None
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert why.get_attribute("open") is None


def test_texts_that_nobody_could_read_are_left_out(page):
    text = page.locator("#lg-view .caption text").first
    page.click("[data-tool=out]", click_count=9)
    settled(page)
    text.wait_for(state="hidden")
    page.click("[data-tool=whole]")
    text.wait_for(state="visible")


def test_a_narrow_window_shows_plan_and_card_below_each_other(opened, page_text):
    page = opened(page_text, width=390)
    page.click('[data-pick="CRC-02.land"]')
    plan, card = page.locator("#lg-plan").bounding_box(), page.locator("#lg-card").bounding_box()
    close = page.locator("#lg-card .close").bounding_box()
    assert card["y"] >= plan["y"] + plan["height"] - 1
    assert card["x"] <= close["x"] <= close["x"] + close["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_near_misses_alone_are_listed(page):
    page.check("#lg-near")
    shown = page.locator("#lg-clauses tbody tr:visible")
    marked = page.locator("#lg-clauses tbody tr[data-near]")
    assert shown.count() == marked.count()


def test_an_address_opens_on_a_clause_and_a_broken_one_on_none(opened, page_text):
    page = opened(page_text)
    page.evaluate("location.hash = 'CRC-02.land'")
    page.wait_for_function("document.querySelectorAll('#lg-lights .lit').length === 1")
    assert page.inner_text("#lg-said").startswith("CRC-02.land ")
    page.evaluate("location.hash = '%E0%A4%A'")
    assert lit(page) == 1
