/** The last line of a run: how many passed and failed. What failed, and why, the dot reporter has told. */
export default async function* closing(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for await (const { type, data } of events) {
    if (type === 'test:pass') counts[data.skip ? 'skipped' : 'passed'] += 1
    if (type === 'test:fail') counts.failed += 1
  }
  yield `\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`
}
