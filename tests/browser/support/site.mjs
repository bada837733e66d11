// The built site, as files.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

assert.ok(process.env.FLORILEGE_SITE, 'FLORILEGE_SITE must name the folder of a built site; `run` sets it');

/** The site's folder. */
export const folder = resolve(process.env.FLORILEGE_SITE);

/** Paths of all files of a site, with slashes, in order. */
export function listed(below) {
  return readdirSync(below, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(below.length + 1).split(sep).join('/'))
    .filter((path) => !path.startsWith('.'))
    .sort();
}

/** Paths of all files of the site. */
export const files = listed(folder);

const html = files.filter((path) => path.endsWith('.html'));

/** Pages that only lead to another one, which a browser never shows. */
export const redirects = html.filter((path) => read(path).includes('http-equiv="refresh"'));

/** Paths of all pages that one can read. */
export const pages = html.filter((path) => !redirects.includes(path));

assert.ok(pages.length > 20, `the real catalogue has more than ${pages.length} pages`);

/** The text of a file of the site. */
export function read(path) {
  return readFileSync(join(folder, path), 'utf8');
}

/** The file: address of a file of the site. */
export function address(path) {
  return pathToFileURL(join(folder, path)).href;
}
