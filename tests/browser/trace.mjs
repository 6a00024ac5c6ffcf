// The browser's own record of what it did, and what is read from it.

// What the browser did during `act`: its record of calls and frames of the page's thread, in ms.
export async function traced(browser, act) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'], excludedCategories: ['*'] } });
  await act();
  const ended = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  const spent = (list) => list.map(({ dur, tdur }) => ({ clock: dur / 1000, thread: (tdur ?? dur) / 1000 }));
  const all = events.filter(({ ph, dur }) => ph === 'X' && dur !== undefined);
  const own = all.find(({ name }) => name === 'FireAnimationFrame'); // the page's thread, not the browser's own
  const complete = all.filter(({ pid, tid }) => !own || (pid === own.pid && tid === own.tid));
  return {
    slices: spent(complete.filter(({ name, args }) => name === 'FunctionCall' && args?.data?.functionName === 'slice')),
    frames: spent(complete.filter(({ name }) => name === 'FireAnimationFrame')),
    tasks: spent(complete.filter(({ name }) => name === 'RunTask')),
  };
}

// The value below which `share` of them lie; 1: the longest.
export function rank(list, share, by) {
  const sorted = list.map((each) => each[by]).sort((a, b) => a - b);
  return sorted.length === 0 ? 0 : sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

export const sum = (list, by) => list.reduce((all, each) => all + each[by], 0);
export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
