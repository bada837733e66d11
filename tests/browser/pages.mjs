// Every page at three widths, in light and dark: what axe-core finds, what sticks out, what is asked
// of the network, and the outline that RGAA wants.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { launch, listen } from './support/browser.mjs';
import { TAGS, axe, sideways } from './support/checks.mjs';
import { none } from './support/none.mjs';
import { packages } from './support/packages.mjs';
import { address, pages, read, redirects } from './support/site.mjs';

const WIDTHS = [360, 320, 1280];
const SCHEMES = ['light', 'dark'];
// WCAG 1.4.12, RGAA 10.12: what readers may set must not push anything out of the page.
const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

const titles = new Map();
let browser;
let page;
let complaints;

before(async () => {
  browser = await launch();
  // Without motion, so that no colour is measured half way to another.
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await context.addInitScript({ path: packages.resolve('axe-core/axe.min.js') });
  page = await context.newPage();
  complaints = listen(page);
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) complaints.add(`asks the network for ${request.url()}`);
  });
});

after(() => browser?.close());

for (const path of pages) {
  test(`page ${path}`, async () => {
    // What was found, and where: most things are at several widths.
    const found = new Map();
    const note = (where, findings) => {
      for (const finding of findings) found.set(finding, [...(found.get(finding) ?? []), where]);
    };
    await page.setViewportSize({ width: WIDTHS[0], height: 800 });
    await page.goto(address(path));
    const title = await page.title();
    titles.set(title, [...(titles.get(title) ?? []), path]);
    note('outline', await page.evaluate(outline));
    note('typography', await page.evaluate(typography));
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        const where = `${width} px ${colorScheme}`;
        note(where, await page.evaluate(sideways));
        note(where, await page.evaluate(patches));
        note(where, await page.evaluate(axe, TAGS));
      }
    }
    await page.setViewportSize({ width: 320, height: 800 });
    await page.addStyleTag({ content: SPACING });
    note('320 px, spaced text', await page.evaluate(sideways));
    note('browser', complaints.take());
    none([...found].map(([finding, places]) => `${finding} (${places.join(', ')})`));
  });
}

test('no two pages have the same title', () => {
  none([...titles].filter(([, paths]) => paths.length > 1).map(([title, paths]) => `« ${title} »: ${paths.join(', ')}`));
});

test('redirect pages lead to a page, at once', () => {
  for (const path of redirects) {
    const target = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(read(path));
    assert.ok(target, `${path} waits, or leads nowhere`);
    assert.ok(existsSync(fileURLToPath(new URL(target[1], address(path)))), `${path} leads to ${target[1]}`);
  }
});

// What follows runs in the page.

/** Words on patches that contrast too little with the patch's ground or its motif. */
function patches() {
  const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  const probe = document.createElement('i');
  const luminance = (color, ground) => {
    for (const paint of [ground, color]) {
      pen.fillStyle = paint;
      pen.fillRect(0, 0, 1, 1);
    }
    const [red, green, blue] = [...pen.getImageData(0, 0, 1, 1).data]
      .map((part) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const found = [];
  for (const patch of document.querySelectorAll('[class*="patch-"]')) {
    probe.style.color = 'var(--patch-ink)';
    patch.append(probe);
    const motif = getComputedStyle(probe).color;
    probe.remove();
    const ground = getComputedStyle(patch).backgroundColor;
    for (const element of [patch, ...patch.querySelectorAll('*')]) {
      const words = luminance(getComputedStyle(element).color, ground);
      for (const paint of [ground, motif]) {
        const other = luminance(paint, ground);
        const contrast = (Math.max(words, other) + 0.05) / (Math.min(words, other) + 0.05);
        if (contrast < 4.5) found.push(`contrast of ${contrast.toFixed(2)} on a patch: ${element.outerHTML.slice(0, 90)}`);
      }
    }
  }
  return found;
}

/** What the page's outline lacks. */
function outline() {
  const found = [];
  const must = (holds, what) => holds || found.push(what);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const once = (selector) => must(all(selector).length === 1, `${all(selector).length} × ${selector}`);
  once('h1');
  once('main');
  once('body > header');
  once('body > footer');
  once('header nav[aria-label]');
  must(document.doctype?.name === 'html', 'no doctype');
  must(document.documentElement.lang === 'fr', `lang "${document.documentElement.lang}"`);
  must(document.title.trim() !== '', 'no title');
  must(all('main h1').length === 1, 'h1 outside main');
  let level = 0;
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    const own = Number(heading.localName[1]);
    must(own <= level + 1, `h${level} is followed by h${own} « ${heading.textContent} »`);
    must(heading.textContent.trim() !== '', `empty h${own}`);
    level = own;
  }
  must(all('h1, h2, h3, h4, h5, h6')[0]?.localName === 'h1', 'the first heading is no h1');
  for (const image of all('img')) must(image.hasAttribute('alt'), `no alt: ${image.outerHTML.slice(0, 90)}`);
  for (const image of all('svg')) {
    // A map is a group of links, with a name.
    const isKnown = image.getAttribute('aria-hidden') === 'true' || image.getAttribute('role') === 'img' || (image.getAttribute('role') === 'group' && image.hasAttribute('aria-label'));
    must(isKnown, `svg neither hidden nor an image: ${image.outerHTML.slice(0, 90)}`);
  }
  for (const link of all('a')) must(link.textContent.trim() !== '' || link.querySelector('img[alt]:not([alt=""])'), `empty link ${link.href}`);
  const ids = all('[id]').map((element) => element.id);
  must(new Set(ids).size === ids.length, 'an id twice');
  for (const link of all('a[href^="#"]')) must(document.getElementById(decodeURIComponent(link.hash.slice(1))), `${link.hash} leads nowhere`);
  return found;
}

/** Lines whose spaces or apostrophes are as typed, not as French sets them. */
function typography() {
  const typed = [/\p{L}'\p{L}/u, / [;:!?»%€]/, /« /, /\d \d{3}(?!\d)/];
  // Code and foreign passages stay as typed.
  const intact = [...document.querySelectorAll('body [lang], code')];
  for (const element of intact) element.hidden = true;
  const lines = `${document.title}\n${document.body.innerText}`.split('\n');
  for (const element of intact) element.hidden = false;
  return lines.filter((line) => typed.some((pattern) => pattern.test(line))).map((line) => `typed, not set: ${line}`);
}
