// A thing of the plan: what its label says, and every clause that speaks of it.
const clausesOf = new Map();
for (const [clause, outcome] of Object.entries(data.clauses)) {
  for (const finding of outcome.findings) {
    for (const number of [...finding[WHO], ...finding[LIGHTS]]) {
      const name = data.names[number];
      if (!clausesOf.has(name)) clausesOf.set(name, new Map());
      const states = clausesOf.get(name);
      states.set(clause, Math.max(states.get(clause) || 0, finding[STATE]));
    }
  }
}

function thingCard(id) {
  const spoken = [...(clausesOf.get(id) || new Map())];
  const list = spoken.map(([clause, state]) => {
    const outcome = data.clauses[clause];
    const shown = state === 0 ? "pass" : state === 2 ? "blocked" : ["advice", "waived"].includes(outcome.state) ? outcome.state : "fail";
    const button = make("button", { type: "button", class: "pick", "data-pick": clause }, clause);
    return [shown, make("li", {}, stateChip(shown), " ", button, " ", sentence(outcome.says))];
  });
  const order = ["fail", "blocked", "waived", "advice", "pass"];
  list.sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]));
  const label = (things.get(id) || []).map((element) => element.querySelector("title").textContent)[0] || id;
  card.replaceChildren(
    ...cardHead(id),
    make("p", {}, label),
    ...sunOf(id),
    ...walksOf(id).map(({ door, metres }) => make("p", {}, `${door}: ${metres.toFixed(1)} m`)),
    make("p", { class: "says" }, counted("clauses", spoken.length)),
    make("ul", {}, ...list.map(([, item]) => item)),
  );
  card.scrollTop = 0;
  say(label);
}

// A window's lit periods, by true solar time.
function sunOf(id) {
  const known = data.sun && data.sun.windows[id];
  if (!known) return [];
  const clock = (hours) => `${Math.floor(hours)}:${String(Math.floor((hours % 1) * 60 + 1e-6)).padStart(2, "0")}`;
  const periods = known[1].map(([from, to]) => `${clock(from)}–${clock(to)}`).join(", ");
  return [make("p", {}, counted("sun.window", known[0].toFixed(2)), " ", periods)];
}

// With walks laid over the plan, the walks from a door, or from all doors of a home.
function walksOf(id) {
  if (!laid || laid[0] !== "walk") return [];
  const own = Object.entries(data.walks.doors).filter(([door, [, building]]) => door === id || building === id);
  return own.map(([door]) => ({ door, ...walkFrom(door, laid[1]) })).filter((walk) => walk.d);
}

function chooseThing(id, isFramed) {
  clear();
  chosen = () => thingCard(id);
  thingCard(id);
  light(new Map([[id, 3]]), false);
  for (const { d } of walksOf(id)) lights.append(drawn("path", { class: "way plain", d }));
  if (isFramed) frame(boxOf([id]));
}

// Of all that lies under the pointer the smallest: a garage lies over the houses on it.
function thingAt(event) {
  const size = (element) => {
    const box = element.getBBox();
    return box.width * box.height;
  };
  const under = document.elementsFromPoint(event.clientX, event.clientY).filter((one) => one.dataset.id);
  under.sort((a, b) => size(a) - size(b));
  return under.length ? under[0].dataset.id : "";
}
