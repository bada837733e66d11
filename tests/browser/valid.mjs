// The Nu Html Checker on every page and style sheet: no error, no warning.
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { none } from './support/none.mjs';
import { packages } from './support/packages.mjs';
import { files, folder } from './support/site.mjs';

const run = promisify(execFile);
const jar = join(dirname(packages.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

// The one warning that the site goes against knowingly. Safari takes its role from a list whose
// items bear no bullets, or are grids, unless it is said again: RGAA 9.3 asks for the list.
const KNOWN = 'The .list. role is unnecessary for element .(ul|ol)..';

for (const [what, option, extension] of [['pages', '--html', '.html'], ['styles', '--css', '.css']]) {
  test(`${what} are valid`, async () => {
    const checked = files.filter((path) => path.endsWith(extension)).map((path) => join(folder, path));
    const options = ['--stdout', '--exit-zero-always', '--format', 'json', '--filterpattern', KNOWN, option];
    const { stdout } = await run('java', ['-jar', jar, ...options, ...checked], { maxBuffer: 64 * 1024 * 1024 });
    none(JSON.parse(stdout).messages.map(({ type, subType, url, lastLine, lastColumn, message, extract }) =>
      `${subType ?? type} ${url.slice(url.indexOf(folder) + folder.length + 1)}:${lastLine}:${lastColumn} ${message} ${extract ?? ''}`));
  });
}
