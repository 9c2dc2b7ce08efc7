// One switch for each layer of the plan.
function layerSwitches() {
  const list = document.querySelector("#lg-layers ul");
  const named = [...svg.querySelectorAll(":scope > g")].filter((group) => group.getAttribute("inkscape:label"));
  const boxes = named.map((group) => {
    const box = make("input", { type: "checkbox", "data-layer": group.id });
    box.checked = !group.classList.contains("frame"); // the page has legend and tables of its own
    group.classList.toggle("off", !box.checked);
    box.addEventListener("change", () => group.classList.toggle("off", !box.checked));
    list.append(make("li", {}, make("label", {}, box, ` ${group.getAttribute("inkscape:label").replace(/^SP-/, "")}`)));
    return box;
  });
  for (const button of document.querySelectorAll("[data-layers]")) {
    button.addEventListener("click", () => {
      for (const box of boxes) {
        box.checked = button.dataset.layers === "all";
        box.dispatchEvent(new Event("change"));
      }
    });
  }
}
