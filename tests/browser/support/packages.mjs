// Where npm's packages are: beside the tests, or in the folder that `run` has made.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(dirname(fileURLToPath(import.meta.url)));

/** Loads or finds packages as if from their own folder. */
export const packages = createRequire(join(process.env.FLORILEGE_PACKAGES ?? here, 'package.json'));
