// The filters of the list of initiatives, as somebody uses them: by mouse, by keyboard, from a link.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, listen } from './support/browser.mjs';
import { TAGS, axe, sideways } from './support/checks.mjs';
import { number, said, says, titles } from './support/found.mjs';
import { none } from './support/none.mjs';
import { packages } from './support/packages.mjs';
import { serve } from './support/server.mjs';
import { address, files, read } from './support/site.mjs';

const LIST = 'initiatives/index.html';
const FILTERS = ['#filter-theme', '#filter-territory', '#filter-audience'];

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

async function open(use, options) {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    const complaints = listen(page);
    await use(page);
    none(complaints.take());
  } finally {
    await context.close();
  }
}

/** Goes to the list, and waits until its filters have their choices. */
async function list(page, query = '') {
  await page.goto(address(LIST) + query);
  await page.waitForFunction((filters) => filters.every((filter) => /\)$/.test(document.querySelector(filter).options[1]?.text)), FILTERS);
}

/** The choices of a filter: values, words, counts. */
function choices(page, filter) {
  return page.locator(`${filter} option`).evaluateAll((options) => options.filter(({ value }) => value).map((option) => ({
    value: option.value, text: option.text, isDead: option.disabled,
  }))).then((all) => all.map((choice) => ({ ...choice, count: number(/\(([^()]*)\)$/.exec(choice.text)[1]) })));
}

/** Chooses, and waits until the list and the counts are those of the choice. */
async function choose(page, filter, value) {
  await page.evaluate(() => { document.querySelector('[role="status"]').textContent = ''; });
  await page.locator(filter).selectOption(value);
  return says(page, /fiche/);
}

test('every choice leaves as many sheets as it says', () => open(async (page) => {
  await list(page);
  const found = [];
  for (const filter of FILTERS) {
    for (const { value, text, count } of await choices(page, filter)) {
      const answer = await choose(page, filter, value);
      const shown = await titles(page);
      if (number(answer) !== count || shown.length !== Math.min(count, 20)) found.push(`${text}: ${answer}, ${shown.length} shown`);
      assert.equal(await page.locator('.unfiltered').isVisible(), false);
    }
    await page.locator('button[type="reset"]').click();
    await page.waitForFunction(() => document.querySelector('[role="status"]').textContent === '');
  }
  none(found);
}));

test('every choice leaves the sheets of its page', () => open(async (page) => {
  const own = /<main([^]*)<\/main>/;
  const lists = [['#filter-theme', 'themes', /<section class="section">([^]*?)<\/section>/], ['#filter-territory', 'territoires', own], ['#filter-audience', 'publics', own]];
  for (const [filter, folder, part] of lists) {
    await list(page);
    // The whole of France is a part of the list of territories.
    for (const { value } of (await choices(page, filter)).filter((choice) => choice.value !== 'nationwide')) {
      const html = part.exec(read(`${folder}/${value}/index.html`))[1];
      await choose(page, filter, value);
      assert.equal((await titles(page)).length, (html.match(/class="(card|entry)-title"/g) ?? []).length, value);
    }
  }
}));

test('choices of several filters hold together, and counts follow', () => open(async (page) => {
  await list(page);
  const before = await choices(page, '#filter-theme');
  await choose(page, '#filter-territory', 'region-76');
  const region = await titles(page);
  const themes = await choices(page, '#filter-theme');
  // Its own counts do not change: another region may be chosen instead.
  const regions = await choices(page, '#filter-territory');
  assert.ok(regions.some(({ value, count }) => value !== 'region-76' && count > 0));
  assert.equal(themes.reduce((sum, { count }) => sum + count, 0), region.length);
  assert.ok(themes.some(({ isDead, count }) => isDead && count === 0));
  assert.notDeepEqual(themes, before);
  const theme = themes.find(({ count }) => count > 0);
  const answer = await choose(page, '#filter-theme', theme.value);
  assert.equal(number(answer), theme.count);
  const both = await titles(page);
  assert.ok(both.length > 0 && both.every((title) => region.includes(title)));
  assert.match(page.url(), new RegExp(`\\?theme=${theme.value}&territoire=region-76$`));
  // The same page again, from its address.
  const shared = page.url();
  await page.goto('about:blank');
  await page.goto(shared);
  await says(page, /fiche/);
  assert.deepEqual(await titles(page), both);
  assert.equal(await page.locator('#filter-territory').inputValue(), 'region-76');
  // To a sheet and back.
  await page.locator('.found .entry a').first().click();
  await page.waitForURL(/initiatives\/[^/]+\/index\.html/);
  await page.goBack();
  await says(page, /fiche/);
  assert.deepEqual(await titles(page), both);
  await page.locator('button[type="reset"]').click();
  await page.locator('.unfiltered').waitFor({ state: 'visible' });
  assert.equal(await said(page), '');
  assert.match(page.url(), /initiatives\/index\.html$/);
  assert.deepEqual(await choices(page, '#filter-theme'), before);
}));

test('choices that no sheet meets together are said to leave none', () => open(async (page) => {
  await list(page, '?theme=langue&territoire=region-76');
  assert.equal(await says(page, 'fiche'), 'Aucune fiche ne répond à tous ces choix.');
  assert.deepEqual(await titles(page), []);
}));

test('an address that names what is not there shows the whole list', () => open(async (page) => {
  await list(page, '?theme=nulle-part&length=3&q=x');
  assert.equal(await page.locator('.unfiltered').isVisible(), true);
  assert.equal(await page.locator('#filter-theme').inputValue(), '');
}));

test('by keyboard alone', () => open(async (page) => {
  await list(page);
  await page.keyboard.press('Tab');
  const reaches = (selector) => page.evaluate((of) => document.activeElement.matches(of), selector);
  for (let presses = 0; presses < 40 && !(await reaches('#filter-theme')); presses += 1) await page.keyboard.press('Tab');
  assert.ok(await reaches('#filter-theme'));
  // A select is chosen from by typing, whatever the system.
  await page.keyboard.type('App');
  assert.match(await says(page, /fiche/), /^1 fiche$/);
  assert.ok(await reaches('#filter-theme'), 'the focus stays');
  await page.keyboard.press('Tab');
  assert.ok(await reaches('#filter-territory'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.ok(await reaches('button[type="reset"]'));
  await page.keyboard.press('Enter');
  await page.locator('.unfiltered').waitFor({ state: 'visible' });
  assert.ok(await reaches('button[type="reset"]'), 'the focus stays');
}));

test('on a phone the filters wait behind a line', () => open(async (page) => {
  await list(page);
  assert.equal(await page.locator('#filter-theme').isVisible(), false);
  await page.locator('.filters summary').click();
  assert.equal(await page.locator('#filter-theme').isVisible(), true);
  // But not when the address has chosen.
  await list(page, '?theme=logement');
  await says(page, /fiche/);
  assert.equal(await page.locator('#filter-theme').isVisible(), true);
}, { viewport: { width: 360, height: 740 } }));

test('on a strict host, below a path', async () => {
  const server = await serve('/a/b/');
  try {
    await open(async (page) => {
      await page.goto(`${server.root}initiatives/?public=familles`);
      await says(page, /fiche/);
      const link = await page.locator('.found .entry a').first().getAttribute('href');
      assert.equal((await fetch(new URL(link, page.url()))).status, 200);
    });
  } finally {
    server.close();
  }
});

test('without a script there are no filters, and the same lists as pages', () => open(async (page) => {
  await page.goto(`${address(LIST)}?theme=logement`);
  assert.equal(await page.locator('.filters').isVisible(), false);
  assert.ok(await page.locator('.unfiltered .entry').count() >= 25);
  const lists = await page.locator('.without-script a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const folder of ['themes', 'pilotes', 'territoires', 'publics']) assert.ok(lists.includes(`../${folder}/index.html`), folder);
  for (const link of lists) assert.ok(files.includes(link.replace('../', '')), link);
}, { javaScriptEnabled: false }));

for (const [state, query] of [['with sheets', '?territoire=region-76'], ['with none', '?theme=langue&territoire=region-76']]) {
  test(`nothing is wrong with the list ${state}`, () => open(async (page) => {
    await page.addInitScript({ path: packages.resolve('axe-core/axe.min.js') });
    const found = [];
    await page.goto(address(LIST) + query);
    await says(page, /fiche/);
    for (const width of [320, 360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const findings = [...await page.evaluate(sideways), ...await page.evaluate(axe, TAGS)];
        found.push(...findings.map((finding) => `${width} px ${colorScheme}: ${finding}`));
      }
    }
    none(found);
  }));
}
