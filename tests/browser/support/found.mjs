// What a reader sees of a search or of filters.

/** What the page says was found, with plain spaces. */
export async function said(page) {
  return (await page.locator('[role="status"]').textContent()).replace(/\s/g, ' ');
}

/** Waits until the page says something that matches, and gives it. */
export async function says(page, pattern) {
  const status = page.locator('[role="status"]').filter({ hasText: pattern });
  await status.waitFor({ state: 'attached', timeout: 10_000 });
  return said(page);
}

/** Types into the search, waits for its answer, and gives it. */
export async function ask(page, words) {
  await page.evaluate(() => { document.querySelector('[role="status"]').textContent = ''; });
  await page.locator('#words').fill(words);
  const answers = (quoted) => document.querySelector('[role="status"]').textContent.includes(quoted);
  await page.waitForFunction(answers, `«\u00a0${words.trim()}\u00a0»`, { timeout: 10_000 });
  return said(page);
}

/** The titles of the sheets that are shown as found. */
export function titles(page) {
  return page.locator('.found:not([hidden]) .entry-title').allTextContents();
}

/** A number as the page writes it. */
export function number(text) {
  return Number(/[\d\s]+/.exec(text)[0].replace(/\s/g, ''));
}
