// What Lighthouse makes of a phone's first visit. Its verdicts that do not hang on the machine's mood
// are held at the full mark; performance, which does, is told.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { packages } from './support/packages.mjs';
import { serve } from './support/server.mjs';
import { pages } from './support/site.mjs';

const load = (name) => import(pathToFileURL(packages.resolve(name)));

const HELD = ['accessibility', 'best-practices', 'seo'];
const VISITED = [
  'index.html',
  pages.find((path) => /^themes\/.+\//.test(path)),
  pages.find((path) => /^initiatives\/.+\//.test(path)),
  'livret/index.html',
];

let server;
let browser;
let lighthouse;
const told = [];

before(async () => {
  // Lighthouse reads robots.txt from within the page.
  server = await serve('/', { policy: "connect-src 'self'" });
  lighthouse = (await load('lighthouse')).default;
  const { launch } = await load('chrome-launcher');
  browser = await launch({
    chromePath: process.env.CHROMIUM,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
    logLevel: 'silent',
  });
});

after(() => {
  browser?.kill();
  server?.close();
  console.log(`\nLighthouse\n${told.join('\n')}`);
});

for (const path of VISITED) {
  test(`Lighthouse has nothing to say of ${path}`, async () => {
    const address = server.root + path.replace(/index\.html$/, '');
    const { lhr } = await lighthouse(address, { port: browser.port, output: 'json', logLevel: 'silent' });
    const marks = Object.values(lhr.categories).map(({ id, score }) => `${id} ${Math.round(score * 100)}`);
    told.push(`${path}: ${marks.join(', ')}`);
    for (const category of HELD) {
      const lost = lhr.categories[category].auditRefs
        .filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1)
        .map(({ id }) => `${id}: ${lhr.audits[id].title}`);
      assert.deepEqual(lost, [], `${category} of ${path}`);
      assert.equal(lhr.categories[category].score, 1, `${category} of ${path}`);
    }
  });
}
