// A catalogue that is too large for one file: the search and the filters load no more than they need.
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { after, before, test } from 'node:test';

import { launch, listen } from './support/browser.mjs';
import { ask, number, says, titles } from './support/found.mjs';
import { make } from './support/made.mjs';
import { none } from './support/none.mjs';
import { serve } from './support/server.mjs';

const COUNT = 2400;

/** Made-up words, each in few sheets: as a real catalogue has many. */
function words(seed) {
  let state = seed + 1;
  const next = (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const parts = ['con', 'pro', 'ré', 'for', 'tra', 'li', 'mo', 'sé', 'ga', 'ti', 'on', 'eur', 'age', 'in', 'ter', 'dé', 'pa', 'lu'];
  return Array.from({ length: 120 }, () => Array.from({ length: 4 }, () => parts[next(parts.length)]).join('')).join(' ');
}

let browser;
let site;
let server;

before(async () => {
  const sheets = Object.fromEntries(Array.from({ length: COUNT }, (_, at) => [`f-${String(at).padStart(4, '0')}`, {
    title: `Fiche numéro${at}`,
    theme: at % 3 ? 'langue' : 'logement',
    pilot: { name: `Pilote ${String(at).padStart(4, '0')}` },
    audiences: [`public ${at % 150}`],
    territory: { departments: [at % 2 ? '31' : '75'] },
    description: words(at),
  }]));
  [browser, site] = await Promise.all([launch(), make(sheets)]);
  server = await serve('/', { from: site.folder });
});

after(async () => {
  await browser?.close();
  server?.close();
  await site?.remove();
});

/** A new page; tells the files of the search that it loads, and what they hold. */
async function open(use) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const complaints = listen(page);
    const loaded = { files: [], bodies: [] };
    page.on('response', (response) => {
      if (!response.url().includes('/assets/search/')) return;
      loaded.files.push(response.url());
      // What a page no longer wants that is left has no body, and nobody waits for it.
      loaded.bodies.push(response.body().catch(() => Buffer.alloc(0)));
    });
    await use(page, loaded);
    await Promise.all(loaded.bodies);
    none(complaints.take());
  } finally {
    await context.close();
  }
}

test('a search loads what it needs, and no more', () => open(async (page, loaded) => {
  await page.goto(`${server.root}recherche/?q=numéro777`);
  assert.match(await says(page, 'numéro777'), /^1 fiche/);
  assert.deepEqual(await titles(page), ['Fiche numéro777']);
  assert.ok(loaded.files.length <= 6, loaded.files.join('\n'));
  await ask(page, 'co');
  assert.equal((await titles(page)).length, 20);
  const bytes = (await Promise.all(loaded.bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  assert.ok(bytes < 300 * 1024, `${bytes} bytes`);
}));

test('more sheets are shown when they are asked for, and the focus goes to the first of them', () => open(async (page) => {
  await page.goto(`${site.address('recherche/index.html')}?q=fiche`);
  assert.equal(number(await says(page, '« fiche »')), COUNT);
  await page.locator('.found button').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.found .entry').length === 40);
  assert.equal(await page.evaluate(() => document.activeElement.closest('.entry') === document.querySelectorAll('.found .entry')[20]), true);
  await ask(page, 'numéro12');
  // numéro12, numéro120 to 129, numéro1200 to 1299: the whole word first.
  const found = await titles(page);
  assert.equal(found[0], 'Fiche numéro12');
  assert.equal(found.length, 20);
}));

test('filters work on all sheets, from any page of the list', () => open(async (page, loaded) => {
  await page.goto(`${server.root}initiatives/page_3/`);
  assert.equal(await page.locator('.unfiltered .entry').count(), 500);
  await page.locator('#filter-territory option[value="31"]').waitFor({ state: 'attached' });
  // The choices and where the rest is; no sheet yet.
  assert.equal(loaded.files.length, 2, loaded.files.join('\n'));
  await page.locator('#filter-territory').selectOption('31');
  assert.equal(number(await says(page, /fiches/)), COUNT / 2);
  assert.match((await titles(page))[0], /^Fiche numéro\d+$/);
  await page.locator('#filter-theme').selectOption('logement');
  assert.equal(number(await says(page, /^400/)), COUNT / 6);
  // A hundred audiences can be chosen from; each has its page.
  assert.equal(await page.locator('#filter-audience option').count(), 101);
  const link = await page.locator('.found .entry a').first().getAttribute('href');
  assert.equal((await fetch(new URL(link, page.url()))).status, 200);
  assert.ok(loaded.files.length <= 2 + 40, loaded.files.join('\n'));
}));

test('an answer that comes late is not shown', () => open(async (page) => {
  await page.route('**/assets/search/words-*', async (route) => {
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
  });
  await page.goto(`${server.root}recherche/`);
  await page.locator('#words').pressSequentially('numéro777', { delay: 120 });
  await says(page, '« numéro777 »');
  await page.waitForTimeout(600);
  assert.match(await says(page, '« numéro777 »'), /^1 fiche/);
  assert.deepEqual(await titles(page), ['Fiche numéro777']);
  await page.unrouteAll({ behavior: 'wait' });
}));

test('the pages of the list lead to each other', () => open(async (page) => {
  await page.goto(site.address('initiatives/index.html'));
  assert.equal(await page.locator('.pages [aria-current="page"]').textContent(), 'page 1');
  await page.locator('.pages a', { hasText: 'page 3' }).click();
  assert.match(page.url(), /initiatives\/page_3\/index\.html$/);
  assert.equal(await page.locator('.unfiltered .entry').count(), 500);
}));
