// The site on a host of this machine, as strict as one may set a host.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { folder, listed } from './site.mjs';

// Nothing comes from elsewhere, and nothing within a page is run. docs/architecture.md recommends it.
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'";
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/**
 * Serves a site, compressed, below a path such as "/" or "/a/b/"; gives its address and a way to end.
 * `policy` allows more, to those who look at the site from within its pages.
 */
export async function serve(below, { from = folder, policy = '' } = {}) {
  const known = new Set(listed(from));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const inside = path.startsWith(below) ? path.slice(below.length) : undefined;
    // A folder's address shows its index, as on every host.
    const file = inside === '' || inside?.endsWith('/') ? `${inside}index.html` : inside;
    const headers = { 'Content-Security-Policy': `${POLICY}; ${policy}`, 'X-Content-Type-Options': 'nosniff' };
    // Browsers ask for it unbidden; the site says nothing of it.
    if (path === '/favicon.ico') {
      response.writeHead(204, headers).end();
      return;
    }
    if (file === undefined || !known.has(file)) {
      response.writeHead(404, { ...headers, 'Content-Type': TYPES['.txt'] }).end('404');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const body = readFileSync(join(from, file));
    if (type.startsWith('font/')) {
      response.writeHead(200, { ...headers, 'Content-Type': type }).end(body);
    } else {
      response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Encoding': 'gzip' }).end(gzipSync(body));
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    root: `http://127.0.0.1:${server.address().port}${below}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
