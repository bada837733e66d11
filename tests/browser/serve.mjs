// The preview as an editor has it beside the text: what is saved shows where one was on the page, what is wrong
// stands over it, and goes when it is mended.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { launch, listen } from './support/browser.mjs';
import { TAGS, axe, sideways } from './support/checks.mjs';
import { none } from './support/none.mjs';
import { packages } from './support/packages.mjs';

const CHECKOUT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const SHEET = 'content/initiatives/samusocial-elan.yaml';
const PAGE = 'initiatives/samusocial-elan/';

let browser;
let root;
let preview;
let address;

/** Starts the preview, and waits until it says where it is. */
async function start(port) {
  preview = spawn(process.env.FLORILEGE_PROGRAM, ['serve', '--lang', 'fr', '--port', port, '--root', root], { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  for await (const part of preview.stdout.iterator({ destroyOnReturn: false })) {
    said += part;
    address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
    if (address) break;
  }
  preview.stdout.resume();
}

async function stop() {
  const gone = once(preview, 'exit');
  preview.kill('SIGINT');
  const [code] = await gone;
  assert.equal(code, 0);
}

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'florilege-serve-'));
  for (const folder of ['content', 'seeds']) await cp(join(CHECKOUT, folder), join(root, folder), { recursive: true });
  await start('0');
  browser = await launch();
});

after(async () => {
  await browser?.close();
  preview?.kill();
  await rm(root, { recursive: true, force: true });
});

/** Changes the sheet as an editor does; puts it back in the end. */
async function open(use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 700 }, reducedMotion: 'reduce' });
  const path = join(root, SHEET);
  const original = await readFile(path, 'utf8');
  try {
    const page = await context.newPage();
    const complaints = listen(page);
    await page.goto(address + PAGE);
    await use(page, (change) => writeFile(path, change(original)), complaints);
    none(complaints.take());
  } finally {
    await context.close();
    await writeFile(path, original);
  }
}

const overlay = (page) => page.locator('florilege-problems section');
const titled = (title) => (text) => text.replace(/^title: .*$/m, `title: ${title}`);
const broken = (text) => `${text}\ntitel: Encore\n`;

test('what is saved shows, where one was on the page', () => open(async (page, save) => {
  await page.evaluate(() => scrollTo(0, 420));
  await save(titled('Elan vu de loin'));
  await page.locator('h1', { hasText: 'Elan vu de loin' }).waitFor();
  await page.waitForFunction(() => scrollY === 420);
}));

test('what is wrong stands over the page, with its file and line, and goes when it is mended', () => open(async (page, save) => {
  await page.locator('main a').first().focus();
  await page.evaluate(() => scrollTo(0, 300));
  const focused = await page.evaluate(() => document.activeElement.outerHTML);
  await save(broken);
  await overlay(page).waitFor();
  const text = await overlay(page).innerText();
  const line = broken(await readFile(join(CHECKOUT, SHEET), 'utf8')).split('\n').indexOf('titel: Encore') + 1;
  for (const part of [SHEET, `ligne ${line}`, 'titel', 'Vouliez-vous dire « title »']) assert.ok(text.includes(part), `${part}: ${text}`);
  assert.equal(await page.evaluate(() => document.activeElement.outerHTML), focused);
  assert.equal(await page.evaluate(() => scrollY), 300);
  assert.match(await page.locator('h1').first().innerText(), /Programme Elan/);
  await save((original) => original);
  await overlay(page).waitFor({ state: 'detached' });
}));

test('what is wrong can be put away, and comes back when it is another thing', () => open(async (page, save) => {
  await save(broken);
  await overlay(page).getByRole('button', { name: 'Fermer' }).click();
  assert.equal(await overlay(page).count(), 0);
  await save((text) => `${text}\nobjectif: Autre\n`);
  await overlay(page).waitFor();
}));

test('a page that is opened while something is wrong shows it too', () => open(async (page, save) => {
  await save(broken);
  await overlay(page).waitFor();
  await page.goto(`${address}themes/`);
  await overlay(page).waitFor();
}));

test('nothing is wrong with how problems are shown', () => open(async (page, save) => {
  await page.addInitScript({ path: packages.resolve('axe-core/axe.min.js') });
  await page.reload();
  await save(broken);
  await overlay(page).waitFor();
  const found = [];
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const findings = [...await page.evaluate(sideways), ...await page.evaluate(axe, TAGS)];
      found.push(...findings.filter((finding) => finding.includes('florilege-problems') || finding.startsWith('scrolls')).map((finding) => `${width} px ${colorScheme}: ${finding}`));
    }
  }
  none(found);
}));

test('a page waits for a preview that was stopped, and follows the next', () => open(async (page, save, complaints) => {
  const { port } = new URL(address);
  await stop();
  await save(titled('Elan repris'));
  await start(port);
  await page.locator('h1', { hasText: 'Elan repris' }).waitFor();
  // A browser says in its console that nobody answered.
  complaints.take();
}));
