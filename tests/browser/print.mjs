// Booklets on paper, the whole catalogue's and the forums': the pages that Chromium makes of them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { launch } from './support/browser.mjs';
import { none } from './support/none.mjs';
import { places, plain, print } from './support/pdf.mjs';
import { address, pages as sitePages } from './support/site.mjs';

const MILLIMETRE = 72 / 25.4;
const isSheet = (path) => /^initiatives\/[^/]+\//.test(path);

/** The printable pages: of the whole catalogue, and of each forum. */
const booklets = sitePages.filter((path) => /^livret\//.test(path));

let browser;
let page;
/** The sheets' titles, in the order of the list of initiatives. */
let order;
/** The words of the frame of pages: skip links, menu, footer. */
let frame;

before(async () => {
  browser = await launch();
  page = await browser.newPage();
  await page.goto(address('initiatives/index.html'));
  order = await page.locator('.entry-title a').allTextContents();
  frame = await page.locator('.skip-links a, body > header a, body > footer nav a').allTextContents();
});

after(() => browser?.close());

function isLarge({ lineHeight }) {
  return lineHeight > 24;
}

assert.ok(booklets.includes('livret/index.html'));

for (const path of booklets) describe(path, () => {
  /** The printed pages; page numbers are kept apart from their lines. */
  let paper;
  /** The page's parts, each with its headings: the cover, editorial texts, openers, sheets, the index. */
  let parts;
  /** The sheets that the contents name, in their order. */
  let contents;
  /** Whether the sheets stand in one run by pilot. */
  let isRun;

  before(async () => {
    await page.emulateMedia({ media: null, colorScheme: null });
    await page.goto(address(path));
    ({ parts, contents, isRun } = await page.evaluate(() => {
      const texts = (selector, within = document) => [...within.querySelectorAll(selector)].map((element) => element.textContent);
      const starts = [...document.querySelectorAll('.cover, .booklet-part, .opener, .sheet')];
      return {
        parts: starts.map((start) => {
          const [title, ...headings] = texts(':is(h1, h2, h3, h4, h5):not(.letter-title)', start);
          return { kind: start.classList[0], title, headings };
        }),
        contents: texts('.contents .contents-list a'),
        isRun: document.querySelector('.sheet-run') !== null,
      };
    }));
    paper = (await print(page)).map((printed) => {
      const isFolio = ({ text, yMin }) => /^\d+$/.test(text) && yMin > printed.height - 18 * MILLIMETRE;
      return { ...printed, lines: printed.lines.filter((line) => !isFolio(line)), folio: printed.lines.find(isFolio)?.text };
    });
    // Each part opens a page: the first one after the part before where its title is set large.
    let last = 0;
    for (const part of parts) {
      part.start = paper.find(({ number, lines }) => number > last && places({ lines }, part.title).some(isLarge))?.number;
      last = part.start ?? last;
    }
  });

  /** The pages of a part. */
  function span(part) {
    const next = parts.slice(parts.indexOf(part) + 1).find(({ start }) => start)?.start ?? paper.length + 1;
    return paper.slice(part.start - 1, next - 1);
  }

  test('all pages are A4', () => {
    none(paper.filter(({ format }) => format !== 'A4').map(({ number, format }) => `page ${number}: ${format}`));
  });

  test('the first page is the cover, with the title and nothing of the frame', () => {
    assert.equal(parts[0].kind, 'cover');
    assert.equal(parts[0].start, 1, 'the title is not on the first page');
    assert.equal(span(parts[0]).length, 1);
    none(paper[0].lines.filter(({ text }) => frame.map(plain).includes(text) && text !== plain(parts[0].title)).map(({ text }) => text));
  });

  test('no page bears skip links, menu or footer', () => {
    // Some words of the menu and the footer are titles or headings of parts too.
    const titles = parts.flatMap(({ title, headings }) => [title, ...headings]).map(plain);
    const words = frame.map(plain).filter((word) => !titles.includes(word));
    assert.ok(words.length > 3);
    none(paper.flatMap(({ number, lines }) =>
      lines.filter(({ text }) => words.includes(text)).map(({ text }) => `page ${number}: ${text}`)));
  });

  test('parts and sheets stand in the order of the contents, each on pages of its own', () => {
    const sheets = parts.filter(({ kind }) => kind === 'sheet');
    const titles = sheets.map(({ title }) => title);
    assert.deepEqual(titles, contents);
    if (path === 'livret/index.html') assert.deepEqual(titles, order);
    // A forum shows some of the sheets; by theme, they keep the catalogue's order.
    else assert.deepEqual(isRun ? titles.toSorted() : titles, (isRun ? order.toSorted() : order).filter((title) => titles.includes(title)));
    none(parts.filter(({ start }) => !start).map(({ title }) => `« ${title} » opens no page`));
    none(sheets.flatMap((sheet) => {
      const [{ lines, height }] = span(sheet);
      const stands = places({ lines }, sheet.title).some((place) => isLarge(place) && place.yMin < height / 3);
      return stands ? [] : [`« ${sheet.title} » is not at the top of its page`];
    }));
  });

  test('no page is blank or nearly so', () => {
    const starts = new Set(parts.map(({ start }) => start));
    none(paper
      .filter(({ number, lines }) => lines.length < (starts.has(number) ? 3 : 7))
      .map(({ number, lines }) => `page ${number} holds only: ${lines.map(({ text }) => text).join(' / ')}`));
  });

  test('no sheet takes more than two pages, and no part many more', () => {
    none(parts
      .filter((part) => span(part).length > (part.kind === 'booklet-part' ? 8 : part.kind === 'sheet' ? 2 : 1))
      .map((part) => `« ${part.title} » takes ${span(part).length} pages`));
  });

  test('no heading is left alone at the foot of a page', () => {
    const found = [];
    for (const part of parts) {
      const headings = new Set([part.title, ...part.headings].map(plain));
      for (const { number, lines } of span(part)) {
        for (const heading of headings) {
          for (const place of places({ lines }, heading)) {
            const follows = lines.some(({ xMin, xMax, yMin, yMax }) =>
              yMin > place.yMin && yMax > place.yMax && xMin < place.xMax && xMax > place.xMin);
            if (!follows) found.push(`page ${number}: nothing follows « ${heading} »`);
          }
        }
      }
    }
    none(found);
  });

  test('no word stands where printers cannot print', () => {
    const edge = 5 * MILLIMETRE;
    none(paper.flatMap(({ number, width, height, lines }) =>
      lines
        .filter(({ xMin, yMin, xMax, yMax }) => xMin < edge || yMin < edge || xMax > width - edge || yMax > height - edge)
        .map(({ text }) => `page ${number}: ${text}`)));
  });

  test('no word is printed over another', () => {
    const found = [];
    for (const { number, lines } of paper) {
      // A word's box is that of its font, far taller than its letters: half of it is surely ink.
      const words = lines.flatMap(({ words: all }) => all).map((word) => {
        const quarter = (word.yMax - word.yMin) / 4;
        return { ...word, yMin: word.yMin + quarter, yMax: word.yMax - quarter };
      });
      words.forEach((word, at) => {
        for (const other of words.slice(at + 1)) {
          const across = Math.min(word.xMax, other.xMax) - Math.max(word.xMin, other.xMin);
          const down = Math.min(word.yMax, other.yMax) - Math.max(word.yMin, other.yMin);
          if (across > 1 && down > 1) found.push(`page ${number}: « ${word.text} » and « ${other.text} »`);
        }
      });
    }
    none(found);
  });

  test('no number of the index is broken between its digits', () => {
    const index = parts.find(({ title }) => title === 'Index des pilotes');
    const words = span(index).flatMap(({ lines }) => lines.flatMap((line) => line.words.map(({ text }) => text)));
    const count = parts.filter(({ kind }) => kind === 'sheet').length;
    none([...Array(count).keys()].map((at) => String(at + 1)).filter((number) => !words.includes(number)));
  });

  test('every page but the cover bears its number', () => {
    assert.equal(paper[0].folio, undefined);
    none(paper.slice(1).filter(({ number, folio }) => folio !== String(number)).map(({ number, folio }) => `page ${number}: ${folio}`));
  });

  test('apostrophes are set, in the margins too', () => {
    none(paper.flatMap(({ number, lines }) =>
      lines.filter(({ text }) => /\p{L}'\p{L}/u.test(text)).map(({ text }) => `page ${number}: ${text}`)));
  });

  test('paper is the same for who reads in the dark', async () => {
    const colours = async (colorScheme) => {
      await page.emulateMedia({ media: 'print', colorScheme, reducedMotion: 'reduce' });
      return page.evaluate(() => [...document.querySelectorAll('body, main *')].map((element) => {
        const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
        return `${element.localName}.${element.className}: ${color} on ${backgroundColor}, ${borderTopColor}`;
      }));
    };
    const light = await colours('light');
    const dark = await colours('dark');
    none(dark.filter((colour, at) => colour !== light[at]));
  });
});

test("a sheet's own page prints too, without the frame", async () => {
  const found = [];
  await page.emulateMedia({ media: null, colorScheme: null });
  for (const path of sitePages.filter(isSheet)) {
    await page.goto(address(path));
    const printed = await print(page);
    if (printed.some(({ format }) => format !== 'A4')) found.push(`${path}: is not A4`);
    if (printed.length > 2) found.push(`${path}: takes ${printed.length} pages`);
    found.push(...printed.filter(({ lines }) => lines.length < 7).map(({ number }) => `${path}: page ${number} is nearly blank`));
    if (printed.some(({ lines }) => lines.some(({ text }) => text === plain(frame[0])))) found.push(`${path}: bears « ${frame[0]} »`);
  }
  none(found);
});
