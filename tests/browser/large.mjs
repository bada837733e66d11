// A catalogue that is too large for one file: the search and the filters load no more than they need, and lists are
// cut into pages that lead to each other.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { after, before, test } from 'node:test';

import { launch, listen } from './support/browser.mjs';
import { TAGS, axe, sideways } from './support/checks.mjs';
import { ask, number, says, titles } from './support/found.mjs';
import { make } from './support/made.mjs';
import { none } from './support/none.mjs';
import { packages } from './support/packages.mjs';
import { serve } from './support/server.mjs';
import { listed } from './support/site.mjs';

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
    partners: ['Caf', ['Adoma', 'Emmaüs', 'Kodiko', 'Utopia'][at % 4]],
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

test('from the alphabet to a letter, and on to its end', () => open(async (page) => {
  await page.goto(site.address('pilotes/index.html'));
  await page.locator('.letters a', { hasText: 'P' }).click();
  assert.match(page.url(), /pilotes\/p\/index\.html$/);
  assert.equal(await page.locator('.letters [aria-current]').textContent(), 'P');
  assert.match(await page.locator('.pages [aria-current="page"]').textContent(), /^page 1\s: à partir de «\sPilote 0000\s»$/);
  await page.locator('.pages a', { hasText: 'page 4' }).click();
  assert.equal(await page.locator('.index-name').first().textContent(), 'Pilote 1500');
  await page.locator('a[rel="next"]').click();
  assert.match(page.url(), /pilotes\/p\/page_5\/index\.html$/);
  assert.equal(await page.locator('a[rel="next"]').count(), 0);
  assert.equal(await page.locator('.index-name').last().textContent(), 'Pilote 2399');
}));

test('a sheet leads to its partner, wherever it stands', () => open(async (page) => {
  await page.goto(site.address('initiatives/f-0001/index.html'));
  await page.locator('a', { hasText: 'Emmaüs' }).click();
  assert.match(page.url(), /partenaires\/e\/index\.html#partner-emmaus$/);
  assert.equal(await page.locator(':target').textContent(), 'Emmaüs');
}));

test('a volume is complete in itself, and the others are known by what they hold', () => open(async (page) => {
  await page.goto(site.address('livret/index.html'));
  const volumes = page.locator('nav[aria-labelledby="volumes"] li');
  assert.equal(await volumes.count(), 5);
  assert.match(await volumes.nth(3).textContent(), /volume 4 – fiches\s1501\sà\s2000La langue, Le logement/);
  await volumes.nth(4).locator('a').click();
  assert.match(page.url(), /livret\/5\/index\.html$/);
  for (const list of ['.contents .contents-number', '.pilot-index .index-number']) {
    assert.equal(await page.locator(list).count(), 400);
  }
  await page.locator('.pilot-index a', { hasText: 'Fiche numéro2397' }).click();
  assert.match(await page.locator(':target .sheet-title').textContent(), /^Fiche numéro2397$/);
}));

for (const path of [
  'themes/langue/page_2/', 'publics/', 'territoires/31/', 'territoires/31/page_3/', 'pilotes/', 'pilotes/p/page_2/',
  'partenaires/', 'partenaires/c/page_5/', 'plan-du-site/', 'livret/5/',
]) {
  test(`nothing is wrong with ${path}`, () => open(async (page) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(site.address(`${path}index.html`));
    await page.addScriptTag({ path: packages.resolve('axe-core/axe.min.js') });
    const found = [];
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      found.push(...await page.evaluate(sideways), ...await page.evaluate(axe, TAGS));
    }
    none(found);
  }));
}

test('every link leads to a page, and to a place that is there', () => {
  const pages = new Map(listed(site.folder).filter((path) => path.endsWith('.html')).map((path) => {
    const html = readFileSync(join(site.folder, path), 'utf8');
    const all = (attribute) => [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => value);
    return [`/${path}`, { ids: new Set(all('id')), links: all('href') }];
  }));
  assert.ok(pages.has('/themes/langue/page_4/index.html') && pages.has('/partenaires/c/page_5/index.html'));
  none([...pages].flatMap(([path, { links }]) => links.filter((link) => !/^[a-z]+:/.test(link)).map((link) => {
    const { pathname, hash } = new URL(link, `http://site${path}`);
    const target = pages.get(decodeURIComponent(pathname));
    if (!target) return pathname.endsWith('.html') ? `${path} leads to ${link}, which is not there` : '';
    return !hash || target.ids.has(decodeURIComponent(hash.slice(1))) ? '' : `${path} leads to no place of ${link}`;
  })).filter(Boolean));
});
