// The few words a test is written with: test('name', async (stage) => {…}), expect, expectEqual.

export const tests = [];
// options: those of Playwright's newContext, and errorsExpected: true where the page may log errors.
export function test(name, body, options = {}) { tests.push({ name, body, options }); }

export function expect(condition, words) { if (!condition) throw new Error(words); }

export function expectEqual(actual, wanted, words = 'the value') {
  if (JSON.stringify(actual) !== JSON.stringify(wanted)) throw new Error(`${words} is ${JSON.stringify(actual)}, wanted ${JSON.stringify(wanted)}`);
}
