// What lights up: copies of things, over everything, with a dot of one size on the screen where they are small.
const things = new Map();
for (const element of svg.querySelectorAll("[data-id]")) {
  const id = element.dataset.id;
  if (!things.has(id)) things.set(id, []);
  things.get(id).push(element);
}
const lights = svg.appendChild(drawn("g", { id: "lg-lights" }));
const STATES = ["pass", "fail", "blocked", "plain"];
const MOST_PINS = 600;

function darken() {
  lights.replaceChildren();
}

// Light ids, each by the state it is given; returns the box of them all, or null where none is drawn.
function light(stateById, isNow) {
  let pins = 0;
  for (const [id, state] of stateById) {
    for (const element of things.get(id) || []) {
      const copy = element.cloneNode(true);
      copy.removeAttribute("data-id");
      copy.setAttribute("class", `lit ${STATES[state]}${isNow ? " now" : ""}`);
      lights.append(copy);
      const box = copy.getBBox();
      if (Math.max(box.width, box.height) > 12 || (pins += 1) > MOST_PINS) continue;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      lights.append(drawn("path", { class: `pin ${STATES[state]}`, d: `M${x} ${y}h0` }));
    }
  }
  return boxOf([...stateById.keys()]);
}

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
