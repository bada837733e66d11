// The search as somebody uses it who looks for a sheet: opened from a folder, and on a host with a
// strict policy; by keyboard; from a link that was shared; without a script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, listen } from './support/browser.mjs';
import { TAGS, axe, sideways } from './support/checks.mjs';
import { ask, said, says, titles } from './support/found.mjs';
import { make } from './support/made.mjs';
import { none } from './support/none.mjs';
import { packages } from './support/packages.mjs';
import { serve } from './support/server.mjs';
import { address, pages, read } from './support/site.mjs';

const SEARCH = 'recherche/index.html';

let browser;
let server;

before(async () => {
  browser = await launch();
  server = await serve('/a/b/');
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** A new page, which must have nothing to complain of in the end. */
async function open(use, options) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  try {
    const page = await context.newPage();
    const complaints = listen(page);
    await use(page);
    none(complaints.take());
  } finally {
    await context.close();
  }
}

for (const [way, at] of [['from a folder', () => address(SEARCH)], ['on a strict host', () => `${server.root}recherche/`]]) {
  test(`what is typed is found, ${way}`, () => open(async (page) => {
    await page.goto(at());
    assert.equal(await said(page), '');
    for (const words of ['oeuvre', 'œuvre', 'OEUVRE', 'Œuvre']) {
      assert.match(await ask(page, words), /^1 fiche pour/, words);
      assert.equal((await titles(page)).length, 1, words);
    }
    const accented = [await ask(page, 'réfug'), await titles(page)];
    const plain = [await ask(page, 'refug'), await titles(page)];
    assert.deepEqual(plain[1], accented[1]);
    assert.ok(accented[1].length > 15, `${accented[1].length} sheets for réfug`);
    const both = [await ask(page, 'réfug log'), await titles(page)][1];
    assert.ok(both.length > 0 && both.length < accented[1].length, `${both.length} sheets for two words`);
    assert.match(await ask(page, 'samusocial'), /^1 fiche pour/);
    assert.deepEqual(await titles(page), ['Programme Elan']);
    assert.match(await ask(page, "l'hébergement"), /^\d+ fiches? pour/);
    assert.match(await ask(page, 'introuvablissime'), /^Aucune fiche pour « introuvablissime »\. Essayez/);
    assert.deepEqual(await titles(page), []);
    assert.match(await ask(page, 'de la'), /se trouve partout/);
  }));
}

test('the best field comes first', () => open(async (page) => {
  await page.goto(`${address(SEARCH)}?q=horizons`);
  await says(page, 'horizons');
  assert.equal((await titles(page))[0], 'Horizons Occitanie');
  await ask(page, 'Elia');
  const first = page.locator('.found .entry').first();
  assert.match(await first.textContent(), /Elia/);
}));

test('what was asked for is marked, or said to be elsewhere', () => open(async (page) => {
  await page.goto(address(SEARCH));
  await ask(page, 'elan paris');
  const marks = await page.locator('.found .entry').first().locator('mark').allTextContents();
  assert.deepEqual(marks, ['Elan', 'Paris']);
  await ask(page, 'décembre');
  const entry = page.locator('.found .entry').filter({ hasText: 'Trouvé dans le texte' });
  assert.ok(await entry.count() > 0);
}));

test('every word of every title, pilot and partner finds its sheet', () => open(async (page) => {
  await page.goto(address(SEARCH));
  const sheets = pages.filter((path) => /^initiatives\/[^/]+\/index\.html$/.test(path));
  const asked = [];
  for (const path of sheets) {
    await page.goto(address(path));
    const texts = await page.locator('.sheet-title, .pilot-name, .partners li:not(:has(li)), .objective').allTextContents();
    asked.push({ path, words: texts.flatMap((text) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) });
  }
  await page.goto(address(SEARCH));
  const lost = await page.evaluate(async (all) => {
    const lists = await florilege.load(new URL(document.forms[0].dataset.lists, location).href);
    const entries = await florilege.part(lists.sheets[0]);
    const found = [];
    for (const { path, words } of all) {
      const rank = entries.findIndex(([id]) => path === `initiatives/${id}/index.html`);
      for (const word of new Set(words)) {
        const { scores, isCommon } = await florilege.find(word, lists);
        if (!isCommon && !scores[rank]) found.push(`${word} of ${path}`);
      }
    }
    return found;
  }, asked);
  none(lost);
}));

test('a sheet is found whatever letters its title is written in', async () => {
  const made = await make({
    a: { title: 'Łódź, Straße, ﬁn, Ægir et ŒUVRE' },
    b: { title: 'مرحبا بكم', pilot: { name: 'İstanbul Derneği' } },
    c: { title: 'Τέλος ΤΕΛΟΣ', pilot: { name: '北京 協会' } },
    d: { title: 'Réfugié·e·s du co‑training', pilot: { name: 'E\u0301lan soft\u00adhyphen 𝐌𝐚𝐭𝐡 ①②' } },
    e: { title: '½ tarif, n° 5, 1 789 m²' },
  });
  try {
    await open(async (page) => {
      await page.goto(made.address(SEARCH));
      for (const [words, title] of [
        ['lodz strasse fin aegir oeuvre', 'Łódź'],
        ['مرحبا', 'مرحبا'],
        ['istanbul DERNEGI', 'مرحبا'],
        ['τελος', 'Τέλος'],
        ['ΤΕΛΟΣ', 'Τέλος'],
        ['北京', 'Τέλος'],
        ['refugiees', 'Réfugié'],
        ['réfugiés', 'Réfugié'],
        ['cotraining', 'Réfugié'],
        ['co-training', 'Réfugié'],
        ['co training', 'Réfugié'],
        ['elan softhyphen math 12', 'Réfugié'],
        ['½ m²', '½ tarif'],
        ['tarifs 5', '½ tarif'],
      ]) {
        await ask(page, words);
        const found = await titles(page);
        assert.ok(found.length === 1 && found[0].startsWith(title), `${words}: ${found}`);
      }
    });
  } finally {
    await made.remove();
  }
});

test('by keyboard alone, there and back', () => open(async (page) => {
  await page.goto(address('index.html'));
  const skip = page.locator('.skip-links a[href="#search"]');
  while (!(await skip.evaluate((link) => link === document.activeElement))) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('elan');
  await page.keyboard.press('Enter');
  await says(page, 'elan');
  assert.match(page.url(), /recherche\/index\.html\?q=elan$/);
  await page.locator('#words').focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' paris');
  const answer = await says(page, 'elan paris');
  assert.match(answer, /^1 fiche pour/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'words');
  // Enter asks at once, and keeps the focus.
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'words');
  // The button, then the first sheet.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Programme Elan');
  await page.keyboard.press('Enter');
  await page.waitForURL(/samusocial-elan/);
  await page.goBack();
  assert.match(await says(page, 'elan paris'), /^1 fiche/);
  assert.equal(await page.locator('#words').inputValue(), 'elan paris');
  await page.locator('#words').focus();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('[role="status"]').textContent === '');
  assert.equal(await page.locator('#words').inputValue(), '');
  assert.match(page.url(), /recherche\/index\.html$/);
  assert.deepEqual(await titles(page), []);
}));

test('from the masthead of any page, on a host', () => open(async (page) => {
  for (const path of ['', 'initiatives/samusocial-elan/', 'initiatives/']) {
    await page.goto(server.root + path);
    await page.locator('header #words').fill('œuvre');
    await page.locator('header [role="search"] button').click();
    await page.waitForURL(/recherche\/index\.html\?q=/);
    assert.match(await says(page, 'œuvre'), /^1 fiche/, path);
  }
}));

test('an address can be shared, whatever was typed', () => open(async (page) => {
  const typed = ['réfugiés & exilés', '100 % <img src=x onerror=alert(1)>', 'a+b #c ?d=e', '💡', 'a\u2028"\\', 'x'.repeat(150)];
  for (const words of typed) {
    await page.goto(address(SEARCH));
    await page.locator('#words').fill(words);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search !== '' && document.querySelector('[role="status"]').textContent !== '');
    const shared = page.url();
    await page.goto('about:blank');
    await page.goto(shared);
    await page.waitForFunction(() => document.querySelector('[role="status"]').textContent !== '');
    const shown = await page.locator('#words').inputValue();
    assert.equal(shown, words);
    assert.equal(await page.locator('main img').count(), 0);
    assert.ok((await page.title()).startsWith(shown.trim().slice(0, 3)), await page.title());
  }
}));

test('without a script, the page leads to the lists', () => open(async (page) => {
  await page.goto(`${address(SEARCH)}?q=elan`);
  assert.equal(await page.locator('main form').isVisible(), false);
  assert.equal(await page.locator('.without-script').isVisible(), true);
  for (const list of ['initiatives', 'themes', 'pilotes', 'territoires', 'publics', 'livret']) {
    const link = page.locator(`main a[href="../${list}/index.html"]`).first();
    assert.equal(await link.isVisible(), true, list);
  }
  await page.locator('main a[href="../publics/index.html"]').first().click();
  await page.locator('.areas a').first().click();
  await page.locator('.entry a').first().click();
  assert.equal(await page.locator('.sheet').count(), 1);
}, { javaScriptEnabled: false }));

test('with a script, no word says that there is none', () => open(async (page) => {
  await page.goto(address(SEARCH));
  assert.equal(await page.locator('.without-script').isVisible(), false);
  assert.equal(await page.locator('main form').isVisible(), true);
}));

test('when data cannot be loaded, the page says so', async () => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.route('**/assets/search/words-*', (route) => route.abort());
    await page.goto(`${server.root}recherche/?q=elan`);
    await says(page, 'pu être chargées');
    // And tries again when it is asked again.
    await page.unroute('**/assets/search/words-*');
    await ask(page, 'elan ');
    assert.ok((await titles(page)).includes('Programme Elan'));
  } finally {
    await context.close();
  }
});

for (const [state, query] of [['before it is used', ''], ['with sheets', '?q=réfug'], ['with none', '?q=introuvablissime']]) {
  test(`nothing is wrong with the page ${state}`, () => open(async (page) => {
    await page.addInitScript({ path: packages.resolve('axe-core/axe.min.js') });
    const found = [];
    await page.goto(address(SEARCH) + query);
    if (query) await page.waitForFunction(() => document.querySelector('[role="status"]').textContent !== '');
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

test('scripts are small, and so is what they load', () => {
  const html = read(SEARCH);
  const scripts = [...html.matchAll(/<script src="\.\.\/([^"]+)"/g)].map(([, path]) => path);
  assert.equal(scripts.length, 2);
  none(scripts.filter((path) => read(path).length > 6 * 1024).map((path) => `${path}: ${read(path).length} bytes`));
});
