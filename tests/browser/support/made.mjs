// A site made for a test, of sheets that no real catalogue has.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Builds the site of a catalogue whose sheets are given as data, by id; they need no more than a title. */
export async function make(sheets, settings = {}) {
  const root = await mkdtemp(join(tmpdir(), 'florilege-made-'));
  const initiatives = join(root, 'content/initiatives');
  await mkdir(initiatives, { recursive: true });
  // JSON is YAML.
  const themes = [{ id: 'langue', title: 'La langue' }, { id: 'logement', title: 'Le logement' }];
  await writeFile(join(root, 'content/catalogue.yaml'), JSON.stringify({ title: 'Essai', themes, ...settings }));
  await Promise.all(Object.entries(sheets).map(([id, sheet]) => {
    const whole = { theme: 'langue', pilot: { name: 'Un pilote' }, objective: 'Essayer.', ...sheet };
    return writeFile(join(initiatives, `${id}.yaml`), JSON.stringify(whole, null, 1));
  }));
  await run(process.env.FLORILEGE_PROGRAM, ['build', '--quiet', '--root', root]);
  const folder = join(root, 'public');
  return {
    folder,
    address: (path) => pathToFileURL(join(folder, path)).href,
    remove: () => rm(root, { recursive: true }),
  };
}
