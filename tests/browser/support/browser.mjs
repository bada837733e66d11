// One browser for a file of tests.
import { packages } from './packages.mjs';

const { chromium } = packages('playwright-core');

const options = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser; its tests close it. */
export function launch() {
  const more = (process.env.CHROMIUM_FLAGS ?? '').split(' ').filter(Boolean);
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: [...options, ...more] });
}

/** Collects what a page complains of, until `take` hands it out. */
export function listen(page) {
  let complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A browser gives up fetching what a page wants that is left; nothing refused it.
    const givenUp = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!givenUp) complaints.push(`failed: ${request.url()}`);
  });
  return {
    add: (complaint) => complaints.push(complaint),
    take() {
      const taken = complaints;
      complaints = [];
      return taken;
    },
  };
}
