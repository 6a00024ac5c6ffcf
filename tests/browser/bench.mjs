// What the page costs in Debian's Chromium: first load, restoration of a long bad scan (syllables a second; how long its
// slices and the frames between them take), frames while idle. docs/performance.md holds the figures.
//   node tests/browser/bench.mjs [--check]      THIDUA_SITE: the folder to serve (build/web/site otherwise)
// --check: exit 1 when a bar is missed. The scans are those of ../shared/samples/ocr.
// Each slice and each frame is told twice, from the browser's own record (trace): by the clock, and by the processor's
// time of the page's thread, which other programs at work on the same machine do not lengthen.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './chromium.mjs';
import { serve } from './server.mjs';
import { median, rank, sum, traced } from './trace.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const site = resolve(process.env.THIDUA_SITE ?? join(root, 'build/web/site'));
const samples = join(root, '../shared/samples');
const BARS = { rate: 8000, slice: 8, idle: 0 };
const ROUNDS = 5;

// Six bad scans after one another.
function longScan() {
  const names = readdirSync(join(samples, 'ocr')).filter((name) => name.endsWith('.ocr.txt')).sort().slice(0, 6);
  return names.map((name) => readFileSync(join(samples, 'ocr', name), 'utf8')).join('\n');
}

// Twice the nineteen documents as printed: some 110 pages of good Vietnamese.
function longDocument() {
  const names = readdirSync(join(samples, 'ocr')).filter((name) => name.endsWith('.gold.txt')).sort();
  const text = names.map((name) => readFileSync(join(samples, 'ocr', name), 'utf8')).join('\n');
  return `${text}\n${text}`;
}

const syllables = (text) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

// Pasted, reviewed, accepted: what each act costs in its longest piece (a slice, a frame, a handler).
async function journey(browser, page, text) {
  const accept = page.getByRole('button', { name: 'Chấp nhận', exact: true });
  await page.evaluate(() => { location.hash = '/ke-hoach-moi'; });
  await page.waitForFunction(() => window.thidua.idle());
  const rests = async () => { await page.waitForFunction(() => window.thidua.idle(), undefined, { polling: 50 }); };
  const taken = await traced(browser, async () => {
    await page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
    await accept.waitFor({ state: 'attached', timeout: 180000 });
    await rests();
  });
  const accepted = await traced(browser, async () => {
    await accept.click();
    await page.waitForFunction(() => !location.hash.includes('doi-chieu'), undefined, { polling: 50 });
    await rests();
  });
  return { taken, accepted };
}

async function restore(browser, page, text) {
  let wall = 0;
  const record = await traced(browser, async () => {
    await page.evaluate((source) => {
      const data = new DataTransfer();
      data.items.add(new File([source], 'quet.txt', { type: 'text/plain' }));
      window.restored = new Promise((done) => {
        const began = performance.now();
        let begun = false;
        const look = () => { // until the text was read in slices and the screen rests again
          const rests = window.thidua.idle();
          begun ||= !rests;
          if (begun && rests) done(performance.now() - began); else setTimeout(look, 20);
        };
        look();
      });
      document.getElementById('stage').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, text);
    await page.getByRole('button', { name: 'Chấp nhận', exact: true }).waitFor({ state: 'attached', timeout: 180000 });
    await page.waitForFunction(() => window.thidua.idle());
    wall = await page.evaluate(() => window.restored);
  });
  if (record.slices.length < 20) throw new Error(`the record has ${record.slices.length} slices`);
  return { wall, ...record };
}

async function main() {
  if (!existsSync(join(samples, 'ocr'))) throw new Error(`${samples}/ocr is not there`);
  const server = await serve(site);
  const browser = await launch();
  const page = await (await browser.newContext({ viewport: { width: 800, height: 600 }, locale: 'vi-VN' })).newPage();
  page.setDefaultTimeout(120000);
  const began = Date.now();
  await page.goto(server.address);
  await page.waitForFunction(() => window.thidua?.running && window.thidua.idle());
  const opened = Date.now() - began;
  const bytes = await page.evaluate(() => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
    .reduce((sum, entry) => sum + entry.encodedBodySize, 0));

  const scan = longScan();
  const count = syllables(scan);
  const first = await restore(browser, page, scan); // with the model's arrival and unpacking
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await restore(browser, page, scan));
  const rate = (by) => Math.round(median(rounds.map(({ slices }) => count / (sum(slices, by) / 1000))));
  const slices = rounds.flatMap((round) => round.slices);
  const frames = rounds.flatMap((round) => round.frames);
  const longest = rank(slices, 1, 'thread');

  const sample = await journey(browser, page, readFileSync(join(samples, 'plan-2024.ocr.txt'), 'utf8'));
  const long = await journey(browser, page, longDocument());

  await page.evaluate(() => { location.hash = '/'; });
  await page.waitForFunction(() => window.thidua.idle());
  await page.waitForTimeout(8000); // toasts and timers end
  const before = await page.evaluate(() => window.thidua.frames());
  await page.waitForTimeout(10000);
  const idle = await page.evaluate(() => window.thidua.frames()) - before;

  await browser.close();
  await server.close();
  const number = (value) => value.toLocaleString('en');
  const both = (list, share) => `${rank(list, share, 'thread').toFixed(1)} / ${rank(list, share, 'clock').toFixed(1)}`;
  const rows = [
    ['first load, bytes over the wire', number(bytes), ''],
    ['until the first screen rests, ms', number(opened), ''],
    [`restoration of ${number(count)} syllables, wall time, ms (median of ${ROUNDS})`, number(Math.round(median(rounds.map(({ wall }) => wall)))), ''],
    ['  syllables a second of its slices: thread / clock', `${number(rate('thread'))} / ${number(rate('clock'))}`, `≥ ${number(BARS.rate)}`],
    [`  longest of ${number(slices.length)} slices, ms: thread / clock`, both(slices, 1), `≤ ${BARS.slice}`],
    ['  99 of 100 slices, ms: thread / clock', both(slices, 0.99), ''],
    ['  the first time, with unpacking the model: longest slice', both(first.slices, 1), ''],
    [`  longest of ${number(frames.length)} frames meanwhile, ms: thread / clock`, both(frames, 1), ''],
    ['  half of the frames, ms: thread / clock', both(frames, 0.5), ''],
    ['the sample plan pasted: longest slice', both(sample.taken.slices, 1), ''],
    ['  longest frame', both(sample.taken.frames, 1), ''],
    ['  accepted: longest piece', both(sample.accepted.tasks, 1), ''],
    ['some 110 pages pasted: longest slice', both(long.taken.slices, 1), ''],
    ['  longest frame', both(long.taken.frames, 1), ''],
    ['  longest piece of any kind', both(long.taken.tasks, 1), ''],
    ['  accepted: longest piece', both(long.accepted.tasks, 1), ''],
    ['frames in ten idle seconds', String(idle), `${BARS.idle}`],
  ];
  for (const [what, value, bar] of rows) console.log(`${what.padEnd(62)} ${value.padStart(16)}   ${bar}`);
  const missed = rate('thread') < BARS.rate || longest > BARS.slice || idle > BARS.idle;
  if (process.argv.includes('--check') && missed) process.exitCode = 1;
}

await main();
