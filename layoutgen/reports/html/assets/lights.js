// What lights up: copies of things, over everything, with a dot of one size on the screen where they are small.
const things = new Map();
for (const element of svg.querySelectorAll("[data-id]")) {
  const id = element.dataset.id;
  if (!things.has(id)) things.set(id, []);
  things.get(id).push(element);
}
const lights = svg.appendChild(drawn("g", { id: "lg-lights" }));
const STATES = ["pass", "fail", "blocked", "plain"];
const MOST_PINS = 80; // more of them hide what they point at

function darken() {
  lights.replaceChildren();
}

// Light ids, each by the state it is given.
function light(stateById, isNow) {
  const small = [];
  for (const [id, state] of stateById) {
    for (const element of things.get(id) || []) {
      const copy = element.cloneNode(true);
      copy.removeAttribute("data-id");
      copy.setAttribute("class", `lit ${STATES[state]}${isNow ? " now" : ""}`);
      lights.append(copy);
      const box = copy.getBBox();
      if (Math.max(box.width, box.height) < 12) small.push([box.x + box.width / 2, box.y + box.height / 2, STATES[state]]);
    }
  }
  if (small.length > MOST_PINS) return;
  for (const [x, y, state] of small) lights.append(drawn("path", { class: `pin ${state}`, d: `M${x} ${y}h0` }));
}

// Texts of measurements keep their size on the screen.
function sizeTexts() {
  for (const text of lights.querySelectorAll("text")) text.setAttribute("font-size", (13 * metresPerPixel()).toFixed(3));
}
onView.push(sizeTexts);

function boxOf(ids) {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of ids) {
    for (const element of things.get(id) || []) {
      for (let at = 0; at < element.points.numberOfItems; at += 1) {
        const point = element.points.getItem(at);
        west = Math.min(west, point.x);
        east = Math.max(east, point.x);
        north = Math.min(north, point.y);
        south = Math.max(south, point.y);
      }
    }
  }
  return west > east ? null : { x: west, y: north, width: east - west, height: south - north };
}

// One box about several; null where there is none.
function unite(...boxes) {
  const real = boxes.filter(Boolean);
  if (!real.length) return null;
  const x = Math.min(...real.map((box) => box.x));
  const y = Math.min(...real.map((box) => box.y));
  const width = Math.max(...real.map((box) => box.x + box.width)) - x;
  const height = Math.max(...real.map((box) => box.y + box.height)) - y;
  return { x, y, width, height };
}
