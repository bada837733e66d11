// The site on a host with a strict policy, at its root and below a path: nothing is refused, nothing
// is missing, and every link leads somewhere.
import { after, before, test } from 'node:test';

import { launch, listen } from './support/browser.mjs';
import { none } from './support/none.mjs';
import { serve } from './support/server.mjs';
import { pages, redirects } from './support/site.mjs';

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

for (const below of ['/', '/a/b/']) {
  test(`a strict policy refuses nothing, and all links hold, below ${below}`, async () => {
    const server = await serve(below);
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      const complaints = listen(page);
      await page.exposeFunction('complain', complaints.add);
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          window.complain(`policy: ${event.violatedDirective} refuses ${event.blockedURI}`);
        });
      });
      page.on('response', (response) => {
        if (!response.ok()) complaints.add(`${response.status()} ${response.url()}`);
      });

      const found = [];
      const anchors = new Map();
      const links = new Map();
      for (const path of pages) {
        await page.goto(server.root + path, { waitUntil: 'load' });
        // An answer from the page, so that all events before it have come.
        const { ids, targets } = await page.evaluate(async () => {
          await document.fonts.ready;
          return {
            ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
            // From the attributes: in drawings, the properties are no texts.
            targets: [...document.querySelectorAll('[href], [src]')]
              .map((element) => new URL(element.getAttribute('href') ?? element.getAttribute('src'), document.baseURI).href),
          };
        });
        anchors.set(server.root + path, new Set(ids));
        for (const target of targets) links.set(target, path);
        found.push(...complaints.take().map((complaint) => `${path}: ${complaint}`));
      }

      const statuses = new Map();
      for (const [target, path] of links) {
        const url = new URL(target);
        if (url.origin !== new URL(server.root).origin) continue;
        const anchor = decodeURIComponent(url.hash.slice(1));
        url.hash = '';
        if (!url.href.startsWith(server.root)) found.push(`${path}: ${target} leaves the site`);
        if (!statuses.has(url.href)) statuses.set(url.href, (await fetch(url)).status);
        if (statuses.get(url.href) !== 200) found.push(`${path}: ${statuses.get(url.href)} ${target}`);
        if (anchor && !anchors.get(url.href)?.has(anchor)) found.push(`${path}: ${target} has no such place`);
      }
      for (const path of pages.filter((page) => page !== '404.html')) {
        if (!statuses.has(server.root + path)) found.push(`no page leads to ${path}`);
      }
      for (const path of redirects) {
        await page.goto(server.root + path);
        await page.waitForURL((url) => url.href !== server.root + path, { timeout: 5000 });
        found.push(...complaints.take().map((complaint) => `${path}: ${complaint}`));
      }
      none(found);
    } finally {
      await context.close();
      server.close();
    }
  });
}
