// The booklets of the real catalogue, as their readers have them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const { FLORILEGE_SITE: site, FLORILEGE_PDF: folder, FLORILEGE_VALIDATOR: validator, FLORILEGE_ADDRESS: address } = process.env;
const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
const pdf = (name) => join(folder, name);
const all = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
/** The booklets, with the printable pages that show the same. */
const booklets = all
  .filter((name) => name.endsWith('-a5.pdf'))
  .map((name) => [name, name === 'catalogue-a5.pdf' ? 'livret/index.html' : `livret/${name.replace('-a5.pdf', '')}/index.html`]);
const pages = (name) => Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', pdf(name)))[1]);

/** Letters and digits alone: lines end where they may. */
const bare = (text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
const decode = (html) => html.replace(/<[^>]*>/g, '').replace(/&amp;/g, '&').replace(/&#39;/g, '’').replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>');
const found = (html, name) => [...html.matchAll(new RegExp(`<p class="${name}">([^]*?)</p>`, 'g'))].map(([, text]) => decode(text));

test('there is a booklet of the whole catalogue and one of each forum', () => {
  assert.ok(booklets.length >= 3, all.join(', '));
});

for (const name of all.filter((each) => !each.endsWith('-cahier.pdf'))) {
  test(`${name} is accessible (PDF/UA-1) and fit for archives (PDF/A-2a)`, () => {
    let said = '';
    try {
      run('java', '-cp', validator, 'Validate', pdf(name));
    } catch (error) {
      said = error.stdout + error.stderr;
    }
    assert.equal(said, '');
  });
}

for (const name of all) {
  test(`${name} is a sound file that says its title and its language`, () => {
    run('qpdf', '--check', pdf(name));
    if (name.endsWith('-cahier.pdf')) return;
    assert.match(run('pdfinfo', pdf(name)), /^Title:\s+\S/m);
    assert.match(readFileSync(pdf(name), 'latin1'), /\/Lang\s?\(fr\)/);
    assert.doesNotMatch(run('pdffonts', pdf(name)), / no +(yes|no) +(yes|no) +\d+ +\d+$/m, 'every font is within');
  });
}

for (const [name, page] of booklets) {
  test(`${name} shows what the printable page shows, in its order`, () => {
    const html = readFileSync(join(site, page), 'utf8');
    const text = bare(run('pdftotext', pdf(name), '-'));
    // Parts before and after the sheets, and what each sheet is for.
    const shown = [...html.matchAll(/<h2 class="booklet-title"[^>]*>([^]*?)<\/h2>|<p class="objective">([^]*?)<\/p>|class="back-cover prose"[^>]*>\s*<p>([^]*?)<\/p>/g)];
    assert.ok(found(html, 'objective').length > 0);
    let from = 0;
    for (const words of shown.map((match) => decode(match.slice(1).find(Boolean)))) {
      const at = text.indexOf(bare(words), from);
      assert.ok(at >= from, `out of order, or not there: ${words}`);
      from = at;
    }
  });

  test(`the codes of ${name} lead to its sheets`, () => {
    const pictures = mkdtempSync(join(tmpdir(), 'codes-'));
    try {
      run('pdftoppm', '-r', '150', '-gray', pdf(name), join(pictures, 'page'));
      const scanned = new Set();
      for (const picture of readdirSync(pictures)) {
        try {
          for (const line of run('zbarimg', '--quiet', '--raw', join(pictures, picture)).split('\n')) if (line) scanned.add(line);
        } catch (error) {
          // A page without a code.
          assert.equal(error.status, 4);
        }
      }
      const sheets = found(readFileSync(join(site, page), 'utf8'), 'objective').length;
      assert.equal(scanned.size, sheets);
      for (const code of scanned) {
        assert.ok(code.startsWith(address), code);
        assert.ok(existsSync(join(site, code.slice(address.length), 'index.html')), `${code} leads nowhere`);
      }
    } finally {
      rmSync(pictures, { recursive: true });
    }
  });
}

/** The links within a file: on which page, to which, and which is told to who does not see it. */
function links(name) {
  const { qpdf, pages: all } = JSON.parse(run('qpdf', '--json=2', '--json-key=qpdf', '--json-key=pages', pdf(name)));
  const value = (it) => (typeof it === 'string' && / R$/.test(it) ? qpdf[1][`obj:${it}`].value : it);
  const numbers = new Map(all.map(({ object }, rank) => [object, rank + 1]));
  return [...numbers].flatMap(([object, on]) => {
    const annotations = (value(value(object)['/Annots']) ?? []).map(value).filter((it) => it['/Dest']);
    return annotations.map((it) => ({ on, to: numbers.get(value(it['/Dest'])[0]), told: it['/Contents'].slice(2) }));
  });
}

test('links of the contents, of indexes and of texts lead to the pages that they name', () => {
  for (const [name, least] of [['catalogue-a5.pdf', 100], ['starter.pdf', 5]]) {
    const found = links(name);
    assert.ok(found.length >= least, `${name}: ${found.length}`);
    for (const { to, told } of found) assert.equal(told, `page ${to}`, name);
  }
});

test('a link in the text of a sheet leads to the page where another begins', () => {
  const text = run('pdftotext', '-layout', pdf('starter.pdf'), '-').split('\f');
  const on = text.findIndex((page) => page.includes('sous le tilleul')) + 1;
  const to = Number(/Le café des langues .* (\d+)$/m.exec(text.find((page) => page.includes('Sommaire')))[1]);
  assert.deepEqual(links('starter.pdf').filter((link) => link.on === on).map((link) => link.to), [to]);
});

test('in the indexes, no line ends between the word for pages and the first of them', () => {
  for (const [name] of booklets) {
    const text = run('pdftotext', pdf(name), '-');
    const indexes = text.slice(text.lastIndexOf('Index des pilotes'));
    assert.match(indexes, /p\.\s\d+/, name);
    assert.doesNotMatch(indexes, /(^|\s)p\.$/m, name);
  }
});

test('the pages for folding are two to a side, in fours', () => {
  assert.equal(pages('catalogue-a4-cahier.pdf'), (Math.ceil(pages('catalogue-a5.pdf') / 4) * 4) / 2);
  assert.match(run('pdfinfo', pdf('catalogue-a4-cahier.pdf')), /^Page size:\s+841\.\d+ x 595\.\d+/m);
});

test('what a printer cuts away is told by the file', () => {
  const name = all.find((each) => each.endsWith('-traits-de-coupe.pdf'));
  const boxes = run('pdfinfo', '-box', pdf(name));
  const box = (kind) => new RegExp(`^${kind}:\\s+([\\d. ]+)$`, 'm').exec(boxes)[1].trim().split(/\s+/).map(Number);
  const mm = (points) => Math.round((points / 72) * 254) / 10;
  assert.deepEqual(box('MediaBox').map(mm), [0, 0, 166, 228]);
  assert.deepEqual(box('TrimBox').map(mm), [9, 9, 157, 219]);
});
