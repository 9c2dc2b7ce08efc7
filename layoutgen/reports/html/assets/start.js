// Everything is joined to what the reader does.
svg.removeAttribute("width");
svg.removeAttribute("height");
layerSwitches();
overlaySwitches();
seeWhole();

svg.addEventListener("click", (event) => {
  const id = dragged < 4 ? thingAt(event) : "";
  if (id) chooseThing(id, false);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.pick) chooseClause(button.dataset.pick);
  else if (button.dataset.thing) chooseThing(button.dataset.thing, true);
  else if (button.dataset.filter) {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    filterRows();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") clear();
});

const tools = { in: () => zoom(1 / 1.4), out: () => zoom(1.4), whole: seeWhole, clear };
for (const button of document.querySelectorAll("[data-tool]")) button.addEventListener("click", tools[button.dataset.tool]);

document.getElementById("lg-search").addEventListener("input", filterRows);
document.getElementById("lg-near").addEventListener("change", filterRows);
document.getElementById("lg-lang").addEventListener("click", () => speak(isChinese() ? "en" : "zh"));
document.getElementById("lg-print").addEventListener("click", () => window.print());

// On paper every derivation is open.
const closed = [];
window.addEventListener("beforeprint", () => {
  closed.push(...document.querySelectorAll(".why:not([open])"));
  for (const part of closed) part.open = true;
});
window.addEventListener("afterprint", () => {
  for (const part of closed.splice(0)) part.open = false;
});

redrawn.push(filterRows, overlayChoices, () => lay(select.value), () => chosen && chosen());
speak(/^zh/i.test(navigator.language) ? "zh" : "en");

// The clause that the page's address names; an address that is none names nothing.
function named() {
  try {
    return decodeURIComponent(location.hash.slice(1)).replace(/^c-/, "");
  } catch {
    return "";
  }
}
window.addEventListener("hashchange", () => chooseClause(named()));
chooseClause(named());
