// How a run is told: failures in full, then the counts as the closing line.

/** A reporter for node's test runner. */
export default async function* report(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    // A test that only holds others is told by them.
    if (type === 'test:fail' && !isSum(data)) {
      failed += 1;
      yield `\nFAILED ${data.name}\n${indent(reason(data.details.error))}\n`;
    }
    if (type === 'test:pass' && data.details.type !== 'suite' && data.skip === undefined) passed += 1;
  }
  if (passed + failed === 0) failed = 1;
  yield `\n${passed} passed, ${failed} failed\n`;
  if (failed > 0) process.exitCode = 1;
}

function isSum(data) {
  return data.details.error?.failureType === 'subtestsFailed';
}

function reason(error) {
  const cause = error?.cause ?? error;
  return cause?.code === 'ERR_ASSERTION' ? cause.message : (cause?.stack ?? String(cause));
}

function indent(text) {
  return text.replace(/^/gm, '  ');
}
