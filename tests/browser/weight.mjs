// What a page weighs on the wire, before fonts and pictures: a phone far from an antenna shows it after
// the first round trip, if it is small enough to come in one.
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path/posix';

import { none } from './support/none.mjs';
import { files, pages, read } from './support/site.mjs';

const PAGE = 14 * 1024;
const SCRIPT = 6 * 1024;
// A booklet is one page of many sheets, on purpose: it is held by the sheet. What stands around them, and its own
// styles, may weigh as one more.
const BOOKLET_SHEET = 2 * 1024;

const known = new Map();

/** Bytes of a file as a host sends it. */
function weight(path) {
  if (!known.has(path)) known.set(path, gzipSync(read(path), { level: 9 }).length);
  return known.get(path);
}

/** Paths of the files that a page names with an attribute of its tags. */
function named(path, tag, attribute) {
  return [...read(path).matchAll(new RegExp(`<${tag}\\b[^>]*\\b${attribute}="([^"]+)"[^>]*>`, 'g'))].map(
    ([text, target]) => ({ text, path: join(path, '..', target) }),
  );
}

/** Each page: its own bytes, those of its styles and of its scripts, and how many sheets it holds in full. */
const weights = pages.map((path) => {
  const styles = named(path, 'link', 'href').filter(({ text }) => text.includes('rel="stylesheet"'));
  const scripts = named(path, 'script', 'src');
  const sum = (targets) => targets.reduce((total, target) => total + weight(target.path), 0);
  return {
    path,
    page: weight(path),
    styles: sum(styles),
    scripts: sum(scripts),
    sheets: read(path).split('<article class="sheet').length - 1,
  };
});

test('no page weighs more, with its styles, than a first round trip brings', () => {
  none(
    weights
      .map(({ path, page, styles, sheets }) => {
        const bound = PAGE + (sheets > 1 ? (sheets + 1) * BOOKLET_SHEET : 0);
        return page + styles > bound ? `${path}: ${page} + ${styles} bytes of styles, more than ${bound}` : '';
      })
      .filter(Boolean),
  );
});

test('no script is heavy', () => {
  // What the search loads is data in the shape of scripts: large.mjs holds how much a search takes.
  const scripts = files.filter((path) => path.endsWith('.js') && !path.startsWith('assets/search/'));
  none(scripts.filter((path) => weight(path) > SCRIPT).map((path) => `${path}: ${weight(path)} bytes`));
});

// The heaviest page of each kind, for docs/weights.md.
after(() => {
  const heaviest = new Map();
  for (const each of weights) {
    const [kind, ...rest] = each.path.split('/');
    const key = rest.length > 1 ? `${kind}/*/` : rest.length === 1 ? `${kind}/` : kind;
    if (each.page + each.styles > (heaviest.get(key)?.total ?? 0)) heaviest.set(key, { ...each, total: each.page + each.styles });
  }
  const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(6);
  const rows = [...heaviest].sort(([, a], [, b]) => b.total - a.total);
  console.log('\nHeaviest pages, in KB gzipped: page, styles, both, scripts');
  for (const [, { path, page, styles, total, scripts }] of rows) {
    console.log(`${kb(page)} ${kb(styles)} ${kb(total)} ${kb(scripts)}  ${path}`);
  }
});
