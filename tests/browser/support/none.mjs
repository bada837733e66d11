// A check that finds many things at once tells them all.
import assert from 'node:assert/strict';

const MOST = 25;

/** Fails with what was found, a line each; passes when nothing was. */
export function none(found) {
  const lines = [...new Set(found)];
  if (lines.length === 0) return;
  const more = lines.length > MOST ? [`and ${lines.length - MOST} more`] : [];
  assert.fail([...lines.slice(0, MOST), ...more].join('\n'));
}
