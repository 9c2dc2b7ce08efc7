// The clauses: the list with its filters, and the card of the chosen one with every finding.
const rows = [...document.querySelectorAll("#lg-clauses tbody tr")];
const FEW = 40; // findings shown at first
const SAID = 6; // of several lines on the plan, the worst that say how long they are
const [WHO, MEASURED, LIMIT, UNIT, MARGIN, STATE, DECLARED, NOTE, LIGHTS, LINE] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
let chosen = null; // a function that draws the card again
let isWalked = false; // whether the clause on the card is measured on the walking network

const names = (numbers) => numbers.map((number) => data.names[number]);

function told(value, unit) {
  if (value === null) return word("none");
  if (typeof value === "boolean") return word(value ? "yes" : "no");
  if (Array.isArray(value)) return value.join(", ") || word("none");
  if (data.sentences[unit][0] === "share") return `${(value * 100).toFixed(2)}%`;
  return `${value.toFixed(2)} ${sentence(unit)}`.trim();
}

function filterRows() {
  const wanted = document.getElementById("lg-search").value.trim().toLowerCase();
  const shown = new Set();
  for (const button of document.querySelectorAll("[data-filter]")) {
    if (button.getAttribute("aria-pressed") === "true") shown.add(button.dataset.filter);
  }
  const isNearOnly = document.getElementById("lg-near").checked;
  let count = 0;
  for (const row of rows) {
    const isFit = shown.has(row.dataset.state) && (!isNearOnly || "near" in row.dataset);
    row.hidden = !isFit || !row.textContent.toLowerCase().includes(wanted);
    count += row.hidden ? 0 : 1;
  }
  document.getElementById("lg-shown").textContent = counted("shown", count);
}

function findingRow(finding, focus) {
  const note = [finding[DECLARED] ? word("declared") : "", sentence(finding[NOTE])].filter(Boolean).join("; ");
  const margin = finding[MARGIN] === null ? "" : told(finding[MARGIN], finding[UNIT]);
  const measured = finding[STATE] === 2 ? "" : told(finding[MEASURED], finding[UNIT]);
  const who = make("button", { type: "button", class: "thing" }, names(finding[WHO]).map(kindName).join(" · "));
  const line = make("tr", { class: STATES[finding[STATE]] });
  line.append(
    make("th", { scope: "row" }, who),
    make("td", { class: Array.isArray(finding[MEASURED]) ? "" : "figure" }, measured),
    make("td", {}, sentence(finding[LIMIT])),
    make("td", { class: "figure" }, margin),
    make("td", {}, note),
  );
  who.addEventListener("click", () => focus(finding, line));
  return line;
}

function findingTable(findings, focus) {
  const head = ["who", "measured", "limit", "margin", "note"].map((key) => make("th", { scope: "col" }, word(key)));
  const body = make("tbody", {}, ...findings.slice(0, FEW).map((finding) => findingRow(finding, focus)));
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...head)), body);
  if (findings.length <= FEW) return [table];
  const more = make("button", { type: "button" }, counted("more", findings.length));
  more.addEventListener("click", () => {
    body.append(...findings.slice(FEW).map((finding) => findingRow(finding, focus)));
    more.remove();
  });
  return [table, more];
}

const howMany = (count) => (count === 0 ? word("zero") : count === 1 ? word("one") : counted("examined", count));

function cardHead(title, ...chips) {
  const close = make("button", { type: "button", class: "close" }, word("close"));
  close.addEventListener("click", clear);
  return [close, make("h3", {}, title, " ", ...chips)];
}

function stateChip(state) {
  return make("span", { class: `chip ${state}` }, `${data.signs[state]} ${word(`state.${state}`)}`);
}

function clauseCard(id) {
  const clause = data.clauses[id];
  const lines = clause.lines.flatMap(([head, text]) => [make("dt", {}, sentence(head)), make("dd", {}, sentence(text))]);
  const isDrawn = clause.findings.some((finding) => finding[LIGHTS].length);
  const note = [sentence(clause.note), clause.findings.length && !isDrawn ? word("undrawn") : ""].filter(Boolean).join("; ");
  card.replaceChildren(
    ...cardHead(id, stateChip(clause.state)),
    make("p", {}, sentence(clause.says)),
    make("p", { class: "says" }, [howMany(clause.findings.length), note].filter(Boolean).join("; ")),
    ...(clause.findings.length ? findingTable(clause.findings, focusFinding) : []),
    make("dl", {}, ...lines),
  );
  card.scrollTop = 0;
  say(`${id} ${word(`state.${clause.state}`)}, ${howMany(clause.findings.length)}`);
}

function focusFinding(finding, line) {
  for (const other of card.querySelectorAll("tr")) other.removeAttribute("aria-current");
  line.setAttribute("aria-current", "true");
  darken();
  const ids = names(finding[LIGHTS]);
  light(new Map(ids.map((id) => [id, finding[STATE]])), true);
  showMeasurement(finding, true);
  const ways = [...lights.querySelectorAll(".way")].map((way) => way.getBBox());
  frame(ways.length ? unite(...ways) : boxOf(ids));
}

// The measurement itself: the line that was measured, or the walk.
function showMeasurement(finding, isSaid) {
  const state = STATES[finding[STATE]];
  if (finding[LINE]) {
    const [x1, y1, x2, y2] = finding[LINE];
    const said = isSaid ? told(finding[MEASURED], finding[UNIT]) : "";
    lights.append(drawn("path", { class: `way ${state}`, d: `M${x1} ${y1}L${x2} ${y2}` }));
    lights.append(drawn("text", { class: "said", x: (x1 + x2) / 2, y: (y1 + y2) / 2 }, said));
  }
  const who = names(finding[WHO]);
  const kind = who.find((name) => Object.hasOwn(data.walks.far, name));
  const door = who.find((name) => Object.hasOwn(data.walks.doors, name));
  const walk = kind && door ? walkFrom(door, kind) : null;
  if (walk && isWalked) lights.append(drawn("path", { class: `way ${state}`, d: walk.d }));
  sizeTexts();
}

// The worse state of a thing wins where several findings speak of it.
function statesOf(clause) {
  const found = new Map();
  for (const finding of clause.findings) {
    for (const id of names(finding[LIGHTS])) {
      const before = found.get(id);
      if (before === undefined || before === 0) found.set(id, finding[STATE]);
    }
  }
  return found;
}

function chooseClause(id) {
  if (!Object.hasOwn(data.clauses, id)) return;
  clear();
  chosen = () => clauseCard(id);
  clauseCard(id);
  const clause = data.clauses[id];
  isWalked = clause.walked;
  const states = statesOf(clause);
  light(states, false);
  clause.findings.slice(0, FEW).forEach((finding, n) => showMeasurement(finding, n < SAID));
  frame(unite(boxOf(states.keys())));
  for (const row of rows) {
    if (row.dataset.clause !== id) continue;
    row.setAttribute("aria-current", "true");
    row.hidden = false;
  }
}

function clear() {
  chosen = null;
  darken();
  for (const row of rows) row.removeAttribute("aria-current");
  card.replaceChildren(nothingChosen);
}
