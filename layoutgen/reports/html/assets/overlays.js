// What can be laid over the plan: hours of sun, walks on the network, service radii. All numbers come from the judge's functions.
const SUN = ["#3a2f6b", "#3f5fa8", "#3c8dbc", "#3fae9f", "#7cc46b", "#c3d94e", "#f4d03f", "#f5a03a", "#e8662e"];
const FAR = [[100, "#1a9850"], [200, "#7fbf3f"], [300, "#d9c51f"], [500, "#f08a24"], [Infinity, "#d7301f"]];
const UNREACHED = "#777";
const REACH = ["#1a9850", "#f08a24", "#d7301f"];
const picture = drawn("g", { id: "lg-picture" });
const marks = drawn("g", { id: "lg-marks" });
const legend = document.getElementById("lg-legend");
const select = document.getElementById("lg-overlay");
let laid = null; // the overlay that is shown

const sunColour = (hours) => SUN[Math.min(Math.floor(hours + 1e-9), SUN.length - 1)];
const farColour = (metres) => (metres < 0 ? UNREACHED : FAR.find(([most]) => metres <= most)[1]);
const kindName = (kind) => (Object.hasOwn(data.kinds, kind) ? inLanguage(data.kinds[kind]) : kind);
const swatch = (colour, text) => make("span", { class: "key" }, dot(colour), ` ${text}`);

function dot(colour) {
  const mark = make("i", { class: "dot", "aria-hidden": "true" });
  mark.style.background = colour;
  return mark;
}

function strokes(colour, d, width) {
  return drawn("path", { class: "mark", d, stroke: colour, "stroke-width": width });
}

const sunBytes = data.sun ? Uint8Array.from(atob(data.sun.hours), (letter) => letter.charCodeAt(0)) : null;

// Hours at a place of the plan; null off the raster.
function hoursAt([x, y]) {
  const { west, south, cell, columns, steps } = data.sun;
  const [column, row] = [Math.floor((x - west) / cell), Math.floor((-y - south) / cell)];
  const at = row * columns + column;
  if (column < 0 || column >= columns || row < 0 || at >= sunBytes.length) return null;
  return sunBytes[at] / steps;
}

function sunOnGround() {
  const { west, south, cell, columns, steps } = data.sun;
  const rowCount = sunBytes.length / columns;
  const canvas = make("canvas", { width: columns, height: rowCount });
  const context = canvas.getContext("2d");
  sunBytes.forEach((value, at) => {
    context.fillStyle = sunColour(value / steps);
    context.fillRect(at % columns, rowCount - 1 - Math.floor(at / columns), 1, 1);
  });
  const [width, height] = [columns * cell, rowCount * cell];
  const place = { x: west, y: -(south + height), width, height, preserveAspectRatio: "none" };
  const site = (things.get("S1") || [])[0];
  const clip = drawn("clipPath", { id: "lg-clip" }, drawn("polygon", { points: site.getAttribute("points") }));
  picture.append(clip, drawn("image", { ...place, href: canvas.toDataURL(), class: "cells", "clip-path": "url(#lg-clip)" }));
  sunLegend("sun.ground");
}

function sunOnWindows() {
  for (const [id, [hours]] of Object.entries(data.sun.windows)) {
    for (const element of things.get(id) || []) {
      const d = `M${element.getAttribute("points").trim().replaceAll(" ", "L")}`;
      marks.append(strokes(sunColour(hours), d, 5));
    }
  }
  sunLegend("sun.windows");
}

function sunLegend(key) {
  const { from, to, asked, clause, day } = data.sun;
  const keys = SUN.map((colour, at) => swatch(colour, at + 1 < SUN.length ? `${at}–${at + 1} h` : `≥ ${at} h`));
  const asks = counted("sun.asked", asked).replace("{from}", from).replace("{to}", to).replace("{day}", word(`day.${day}`));
  legend.append(make("b", {}, word(key)), make("p", {}, asks, " ", pickButton(clause)), ...keys);
}

const pickButton = (clause) => make("button", { type: "button", class: "pick", "data-pick": clause }, clause);

const place = (flat, n) => `${flat[2 * n] / 10} ${flat[2 * n + 1] / 10}`;
const at = (node) => place(data.walks.points, node);

// The corners of an edge after its first node, in the order of walking.
function bend(edge, isBack) {
  const flat = data.walks.bends[edge] || [];
  const corners = Array.from({ length: flat.length / 2 }, (_, n) => place(flat, n));
  if (isBack) corners.reverse();
  return corners.map((corner) => `L${corner}`).join("");
}

function walksTo(kind) {
  const far = data.walks.far[kind];
  const byColour = new Map();
  for (let edge = 0; edge < data.walks.lengths.length; edge += 1) {
    const [a, b] = [data.walks.edges[2 * edge], data.walks.edges[2 * edge + 1]];
    const metres = far[a] < 0 || far[b] < 0 ? -1 : (far[a] + far[b]) / 20;
    const colour = farColour(metres);
    byColour.set(colour, `${byColour.get(colour) || ""}M${at(a)}${bend(edge, false)}L${at(b)}`);
  }
  for (const [colour, d] of byColour) marks.append(strokes(colour, d, 3));
  for (const [node] of Object.values(data.walks.doors)) {
    marks.append(strokes(farColour(far[node] < 0 ? -1 : far[node] / 10), `M${at(node)}h0`, 9));
  }
  const bands = FAR.map(([most, colour], n) => swatch(colour, most < Infinity ? `≤ ${most} m` : `> ${FAR[n - 1][0]} m`));
  legend.append(make("b", {}, counted("walk.to", kindName(kind))), make("p", {}, word("walk.hint")), ...bands);
}

const beside = new Map(); // of every node of the network its neighbours, with the way there in decimetres
if (data.walks) {
  data.walks.lengths.forEach((length, edge) => {
    const [a, b] = [data.walks.edges[2 * edge], data.walks.edges[2 * edge + 1]];
    for (const [one, other, isBack] of [[a, b, false], [b, a, true]]) {
      if (!beside.has(one)) beside.set(one, []);
      beside.get(one).push([other, length, edge, isBack]);
    }
  });
}

// The walk from a door to the nearest thing of a kind: always on to where the least is left.
function walkFrom(door, kind) {
  const far = data.walks.far[kind];
  if (!far || !Object.hasOwn(data.walks.doors, door)) return null;
  let [node] = data.walks.doors[door];
  if (far[node] < 0) return null;
  const metres = far[node] / 10;
  const been = new Set([node]);
  let d = `M${at(node)}`;
  while (far[node] > 0) {
    const next = (beside.get(node) || []).filter(([other]) => !been.has(other) && far[other] >= 0);
    if (!next.length) break;
    next.sort((a, b) => far[a[0]] + a[1] - far[b[0]] - b[1] || far[a[0]] - far[b[0]]);
    const [other, , edge, isBack] = next[0];
    node = other;
    been.add(node);
    d += `${bend(edge, isBack)}L${at(node)}`;
  }
  return { d, metres };
}

function reachOf(number) {
  const { kind, metres, rings, doors, clauses } = data.reach[number];
  const d = rings.map((ring) => `M${ring.join(" ")}Z`).join("");
  marks.append(drawn("path", { class: "within", d }));
  const shares = [0, 0, 0];
  for (const [door, [straight, walk, dwellings]] of Object.entries(doors)) {
    const isNear = straight !== null && straight <= metres;
    const isWalked = walk !== null && walk <= metres;
    shares[0] += dwellings;
    shares[1] += isNear ? dwellings : 0;
    shares[2] += isWalked ? dwellings : 0;
    const [x, y] = centreOf(door);
    marks.append(strokes(REACH[isWalked ? 0 : isNear ? 1 : 2], `M${x} ${y}h0`, 9));
  }
  const share = (part) => `${((100 * part) / (shares[0] || 1)).toFixed(1)}%`;
  const said = counted("reach.shares", metres).replace("{straight}", share(shares[1])).replace("{walk}", share(shares[2]));
  const keys = ["reach.walked", "reach.straight", "reach.beyond"].map((key, n) => swatch(REACH[n], word(key)));
  legend.append(make("b", {}, `${kindName(kind)} ${metres} m`), make("p", {}, said, ...clauses.map(pickButton)), ...keys);
}

function centreOf(id) {
  const box = boxOf([id]) || { x: 0, y: 0, width: 0, height: 0 };
  return [box.x + box.width / 2, box.y + box.height / 2];
}

function lay(name) {
  picture.replaceChildren();
  marks.replaceChildren();
  legend.replaceChildren();
  const [sort, rest] = name.split(":");
  const draw = { ground: sunOnGround, windows: sunOnWindows, walk: () => walksTo(rest), reach: () => reachOf(Number(rest)) };
  laid = name ? [sort, rest] : null;
  legend.hidden = !laid;
  if (laid) draw[sort]();
  legend.append(make("p", { id: "lg-here", role: "status" }));
}

function overlayChoices() {
  const before = select.value;
  const choice = (value, text) => make("option", { value }, text);
  const group = (key, ...options) => options.length && make("optgroup", { label: word(key) }, ...options);
  const sun = data.sun ? [choice("ground:", word("sun.ground")), choice("windows:", word("sun.windows"))] : [];
  const walks = Object.keys(data.walks.far).map((kind) => choice(`walk:${kind}`, counted("walk.to", kindName(kind))));
  const reach = data.reach.map(({ kind, metres }, n) => choice(`reach:${n}`, `${kindName(kind)} ${metres} m`));
  const groups = [group("sun", ...sun), group("walk", ...walks), group("reach", ...reach)].filter(Boolean);
  select.replaceChildren(choice("", word("overlay.none")), ...groups);
  select.value = before;
}

function overlaySwitches() {
  const shadow = svg.querySelector(":scope > g.shadow") || svg.querySelector(":scope > g");
  svg.insertBefore(picture, shadow);
  svg.insertBefore(marks, lights);
  overlayChoices();
  lay("");
  select.addEventListener("change", () => lay(select.value));
  svg.addEventListener("pointermove", (event) => {
    if (!laid || laid[0] !== "ground") return;
    const hours = hoursAt(onPlan(event));
    document.getElementById("lg-here").textContent = hours === null ? "" : counted("sun.here", hours.toFixed(2));
  });
}
