// A page printed, and read back with poppler's tools.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const EDGES = ['xMin', 'yMin', 'xMax', 'yMax'];

/** Prints what a browser's page shows; gives the PDF's pages, each with its size and its lines. */
export async function print(page) {
  const folder = await mkdtemp(join(tmpdir(), 'florilege-print-'));
  try {
    const file = join(folder, 'page.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true, tagged: true });
    const { stdout: info } = await run('pdfinfo', ['-f', '1', '-l', '99999', file]);
    const { stdout: boxes } = await run('pdftotext', ['-bbox-layout', file, '-'], { maxBuffer: 256 * 1024 * 1024 });
    const sizes = [...info.matchAll(/^Page +\d+ size: +(\S+) x (\S+) pts(?: \((\w+)\))?/gm)];
    const pages = boxes.split('<page ').slice(1);
    return pages.map((text, at) => ({
      number: at + 1,
      format: sizes[at]?.[3] ?? `${sizes[at]?.[1]} x ${sizes[at]?.[2]}`,
      ...box(text, ['width', 'height']),
      lines: text.split('<line ').slice(1).map(line),
    }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A text with plain spaces, and none at its ends. */
export function plain(text) {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Where a text stands in a page, as a whole line or as several that follow each other. */
export function places(page, text) {
  const wanted = plain(text);
  const found = [];
  page.lines.forEach((first, start) => {
    let joined = '';
    for (let end = start; end < page.lines.length && joined.length < wanted.length; end += 1) {
      joined = plain(`${joined} ${page.lines[end].text}`);
      if (joined === wanted) {
        const lines = page.lines.slice(start, end + 1);
        found.push({
          lineHeight: first.yMax - first.yMin,
          xMin: Math.min(...lines.map(({ xMin }) => xMin)),
          xMax: Math.max(...lines.map(({ xMax }) => xMax)),
          yMin: first.yMin,
          yMax: Math.max(...lines.map(({ yMax }) => yMax)),
        });
      }
    }
  });
  return found;
}

function line(text) {
  const words = text.split('<word ').slice(1).map((word) => ({
    ...box(word, EDGES),
    text: plain(decode(/>([^<]*)</.exec(word)[1])),
  }));
  return { ...box(text, EDGES), words, text: plain(words.map((word) => word.text).join(' ')) };
}

function box(text, names) {
  return Object.fromEntries(names.map((name) => [name, Number(new RegExp(`${name}="([^"]*)"`).exec(text)[1])]));
}

function decode(text) {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;|&#39;/g, "'").replace(/&amp;/g, '&');
}
