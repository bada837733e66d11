// The site by keyboard alone: where Tab leads, and whether one sees it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch } from './support/browser.mjs';
import { none } from './support/none.mjs';
import { address, pages } from './support/site.mjs';

const theme = pages.find((path) => /^themes\/[^/]+\/index\.html$/.test(path));
const region = pages.find((path) => /^territoires\/region-[^/]+\/index\.html$/.test(path));
const sheet = pages.find((path) => /^initiatives\/[^/]+\/index\.html$/.test(path));

let browser;
let page;

before(async () => {
  browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page = await context.newPage();
});

after(() => browser?.close());

test('the first Tab shows the way to the content, and Enter goes there', async () => {
  for (const path of pages) {
    await page.goto(address(path));
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => {
      const { left, top, width, height } = document.activeElement.getBoundingClientRect();
      const shown = document.elementFromPoint(left + width / 2, top + height / 2) === document.activeElement;
      return { href: document.activeElement.getAttribute('href'), shown };
    });
    assert.deepEqual(first, { href: '#content', shown: true }, path);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement.localName === 'main', null, { timeout: 2000 })
      .catch(() => assert.fail(`${path}: Enter leaves the focus on another element than main`));
  }
});

test('the other skip links lead to the menu, the search and the footer', async () => {
  await page.goto(address('index.html'));
  for (const [id, landmark] of [['menu', 'header nav'], ['search', 'header [role="search"]'], ['footer', 'footer']]) {
    const link = page.locator(`.skip-links a[href="#${id}"]`);
    await link.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate((selector) => Boolean(document.activeElement.closest(selector)), landmark), `#${id} leads elsewhere than ${landmark}`);
  }
});

test('Tab reaches every link and every field, in the order of the page, and leaves it', async () => {
  for (const path of ['index.html', theme, sheet, 'initiatives/index.html', 'recherche/index.html', 'territoires/index.html', region]) {
    await page.goto(address(path));
    await page.evaluate(() => {
      window.links = [...document.querySelectorAll('a[href], input, select, button, summary')].filter((link) => link.checkVisibility());
    });
    const links = await page.evaluate(() => window.links.length);
    const reached = [];
    for (let presses = 0; presses <= links; presses += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => window.links.indexOf(document.activeElement)));
    }
    // Behind the last link the browser comes, which without a window of its own may lead back at once.
    assert.ok([-1, 0].includes(reached.pop()), `${path} keeps the focus`);
    assert.deepEqual(reached, [...Array(links).keys()], path);
  }
});

test('the menu is among them', async () => {
  await page.goto(address('index.html'));
  const menu = await page.locator('header nav a[href]').count();
  assert.ok(menu >= 4, `a menu of ${menu} links`);
});

test('Tab leads into the map, each link of it is named, and Enter opens one', async () => {
  await page.goto(address('territoires/index.html'));
  await page.locator('.skip-map a').focus();
  await page.keyboard.press('Tab');
  const { name, path } = await page.evaluate(() => {
    const link = document.activeElement.closest('svg.map a');
    return { name: link?.textContent.trim(), path: link?.getAttribute('href') };
  });
  assert.match(name, /^.+\u00a0\(\w+\)\u00a0: \d+\u00a0initiatives?$/);
  // The name that assistive tools are given.
  assert.equal(await page.locator('svg.map').getByRole('link', { name, exact: true }).count(), 1);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href === new URL(path, address('territoires/index.html')).href);
  assert.ok((await page.title()).startsWith(name), await page.title());
});

test('the map can be skipped, and its links stand in the list beside it', async () => {
  await page.goto(address('territoires/index.html'));
  const skip = page.locator('.skip-map a');
  await skip.focus();
  assert.ok((await skip.boundingBox()).height > 10, 'the way past the map is not shown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => Boolean(document.activeElement.closest('#list'))));
  const hrefs = (selector) => page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.deepEqual(await hrefs('svg.map a'), (await hrefs('#list a')).filter((href) => !href.includes('region-')));
});

// Whose outline is seen: the element's own, or that of the surface which a title's link covers.
const FOCUSED = [
  ['a skip link', 'index.html', '.skip-links a', ''],
  ['a link of the menu', 'index.html', 'header nav a', ''],
  ['a link in text', sheet, '.sheet-who a', ''],
  ['a tile', 'index.html', '.theme-tile a', '::after'],
  ['a card', theme, '.card a', '::after'],
  ['a row of a list', 'initiatives/index.html', '.entry a', '::after'],
  ['a neighbour', sheet, '.neighbour', ''],
  ['a letter', 'pilotes/index.html', '.letters a', ''],
  ['a button', '404.html', '.button', ''],
  ['a department on the map', 'territoires/index.html', '.map a', ''],
  ['the search of every page', 'index.html', '.masthead-search input', ''],
  ['its button', 'index.html', '.search-go', ''],
  ['the field of the search', 'recherche/index.html', '.search input', ''],
  ['a filter', 'initiatives/index.html', '.filters select', ''],
  ['the line that opens the filters', 'initiatives/index.html', '.filters summary', ''],
];

for (const colorScheme of ['light', 'dark']) {
  test(`the focus is seen, ${colorScheme}`, async () => {
    await page.emulateMedia({ colorScheme });
    const found = [];
    for (const [name, path, selector, pseudo] of FOCUSED) {
      await page.goto(address(path));
      const element = page.locator(selector).first();
      // The whole surface and the room around it, where outlines are drawn.
      const around = await element.evaluate((link) => {
        const { x, y, width, height } = (link.closest('.theme-tile, .card, .entry') ?? link).getBoundingClientRect();
        return { x: Math.max(0, x - 8), y: Math.max(0, y - 8), width: width + 16, height: height + 16 };
      });
      const before = await page.screenshot({ clip: around, fullPage: true });
      // A key pressed before makes this the keyboard's focus.
      await page.keyboard.press('Shift');
      await element.focus();
      const { style, width } = await element.evaluate((link, of) => {
        // A shape of a drawing has its own edge for an outline.
        if (link instanceof SVGElement) {
          const { stroke, strokeWidth } = getComputedStyle(link.querySelector('path'));
          return { style: stroke, width: Number.parseFloat(strokeWidth) };
        }
        const { outlineStyle, outlineWidth } = getComputedStyle(link, of || null);
        return { style: outlineStyle, width: Number.parseFloat(outlineWidth) };
      }, pseudo);
      const after = await page.screenshot({ clip: around, fullPage: true });
      if (style === 'none' || width < 2) found.push(`${name}: outline ${style} ${width} px`);
      if (before.equals(after)) found.push(`${name}: looks the same with the focus as without`);
    }
    none(found);
  });
}
