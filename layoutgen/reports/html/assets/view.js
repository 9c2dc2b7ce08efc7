// Pan and zoom of the plan: wheel, drag, two fingers, keys and buttons. What is seen is the picture's viewBox.
const whole = ["x", "y", "width", "height"].map((side) => svg.viewBox.baseVal[side]);
let seen = [...whole];
let isDue = false;
const onView = []; // called when what is seen changes

function see(x, y, width, height) {
  const [left, top, most, mostHigh] = whole;
  const size = Math.max(width / most, height / mostHigh);
  const share = Math.min(Math.max(size, 0.004), 1.6) / size;
  const middle = [x + width / 2, y + height / 2];
  const w = width * share;
  const h = height * share;
  const within = (value, low, size) => Math.min(Math.max(value, low - 0.3 * size), low + 1.3 * size);
  seen = [within(middle[0], left, most) - w / 2, within(middle[1], top, mostHigh) - h / 2, w, h];
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    svg.setAttribute("viewBox", seen.map((value) => value.toFixed(3)).join(" "));
    for (const follow of onView) follow();
    hurry();
  });
}

// A plan too large to be drawn at once goes without trees, shadows, stalls and texts while it moves.
const SLOW = 90; // milliseconds a picture
const REST = 300; // milliseconds without a move
const OFTEN = 3; // slow pictures until the plan counts as too large
let slow = 0;
let rest = 0;
function hurry() {
  const begun = performance.now();
  requestAnimationFrame(() => setTimeout(() => (slow += performance.now() - begun > SLOW ? 1 : 0), 0));
  if (slow < OFTEN) return;
  svg.classList.add("busy");
  clearTimeout(rest);
  rest = setTimeout(() => svg.classList.remove("busy"), REST);
}

// The site with a little around it; the picture's own legend and tables lie beside it.
function seeWhole() {
  const site = boxOf(["S1"]);
  if (site) frame(site, 1.06);
  else see(...whole);
}

function zoom(factor, at) {
  const [x, y, w, h] = seen;
  const [atX, atY] = at || [x + w / 2, y + h / 2];
  see(atX - (atX - x) * factor, atY - (atY - y) * factor, w * factor, h * factor);
}

function move(shareX, shareY) {
  see(seen[0] + shareX * seen[2], seen[1] + shareY * seen[3], seen[2], seen[3]);
}

// Frame a box of the plan with room around it; small things keep some of their surroundings.
function frame(box, room = 1.5) {
  if (!box) return;
  const width = Math.max(box.width, 60) * room;
  const height = Math.max(box.height, 60) * room;
  see(box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2, width, height);
}

function onPlan(event) {
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return [point.x, point.y];
}

const metresPerPixel = () => 1 / svg.getScreenCTM().a;
const LEGIBLE = 0.9; // metres a pixel: farther off the plan's texts are specks, and slow to draw
onView.push(() => svg.classList.toggle("far", metresPerPixel() > LEGIBLE));

const fingers = new Map();
let dragged = 0; // pixels since the pointer went down: a drag is no click
let spread = 0;

function spreadOf() {
  const [a, b] = [...fingers.values()];
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
}

svg.addEventListener("pointerdown", (event) => {
  fingers.set(event.pointerId, event);
  if (fingers.size === 1) dragged = 0;
  if (fingers.size === 2) spread = spreadOf();
});

svg.addEventListener("pointermove", (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  fingers.set(event.pointerId, event);
  if (fingers.size === 2) {
    const now = spreadOf();
    const [a, b] = [...fingers.values()];
    zoom(spread / now, onPlan({ clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 }));
    spread = now;
    dragged = 99;
    return;
  }
  const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
  dragged += Math.hypot(dx, dy);
  if (dragged < 4) return;
  if (!svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
  svg.classList.add("moving");
  const metres = metresPerPixel();
  see(seen[0] - dx * metres, seen[1] - dy * metres, seen[2], seen[3]);
});

for (const end of ["pointerup", "pointercancel"]) {
  svg.addEventListener(end, (event) => {
    fingers.delete(event.pointerId);
    svg.classList.remove("moving");
  });
}

svg.addEventListener(
  "wheel",
  (event) => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 30 : 1;
    zoom(Math.exp(Math.min(Math.max(event.deltaY * lines, -240), 240) / 500), onPlan(event));
  },
  { passive: false },
);

const keys = {
  ArrowLeft: () => move(-0.15, 0),
  ArrowRight: () => move(0.15, 0),
  ArrowUp: () => move(0, -0.15),
  ArrowDown: () => move(0, 0.15),
  "+": () => zoom(1 / 1.4),
  "=": () => zoom(1 / 1.4),
  "-": () => zoom(1.4),
  0: seeWhole,
  Home: seeWhole,
};
document.getElementById("lg-view").addEventListener("keydown", (event) => {
  const act = keys[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
});
