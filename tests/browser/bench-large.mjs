// What an office of thousands of people costs in Debian's Chromium: a list of 5,000 taken in, long screens scrolled, a
// name searched, one act, tables and a document of 300 pages out with progress, each stopped once. The files are opened
// by LibreOffice, poppler and qpdf. docs/performance.md holds the figures.
//   node tests/browser/bench-large.mjs [people]      THIDUA_SITE: the folder to serve (build/web/site otherwise)
// Times from a press until the screen rests. The longest frame, slice of work between frames, and task of any kind are told by
// the processor's time of the page's thread and by the clock (which also counts other programs at work).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './chromium.mjs';
import { drop, peopleCsv } from './people.mjs';
import { serve } from './server.mjs';
import { rank, traced } from './trace.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const site = resolve(process.env.THIDUA_SITE ?? join(root, 'build/web/site'));
const people = Number(process.argv[2] ?? 5000);
const folder = mkdtempSync(join(tmpdir(), 'thidua-large-'));
const run = (name, ...rest) => execFileSync(name, rest, { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }).toString();

const server = await serve(site);
const browser = await launch();
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN', acceptDownloads: true })).newPage();
page.setDefaultTimeout(120000);
const rests = () => page.waitForFunction(() => window.thidua?.running && window.thidua.idle());
const button = (name) => page.getByRole('button', { name, exact: typeof name === 'string' });
const number = (value) => Math.round(value).toLocaleString('en');

/// One line of the table: how long `act` took, its longest frame and its longest slice of work.
async function tell(what, act) {
  let wall = 0;
  let more = '';
  const record = await traced(browser, async () => {
    const began = Date.now();
    more = await act() ?? '';
    await rests();
    wall = Date.now() - began;
  });
  const both = (list) => list.length === 0 ? '-' : `${rank(list, 1, 'thread').toFixed(0)} / ${rank(list, 1, 'clock').toFixed(0)}`;
  const half = record.frames.length === 0 ? '-' : `${rank(record.frames, 0.5, 'thread').toFixed(1)}`;
  console.log(`${what.padEnd(58)} ${number(wall).padStart(7)} ms  frame ${both(record.frames).padStart(11)}  half ${half.padStart(5)}  slice ${both(record.slices).padStart(9)}  task ${both(record.tasks).padStart(11)}  ${more}`);
}

async function go(fragment) {
  await page.evaluate((to) => { location.hash = to; }, fragment);
  await page.waitForFunction((to) => location.hash.includes(to), fragment);
}

async function menu(name, item) {
  await button(name).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/// The file that `act` hands out, kept in the folder.
async function download(act) {
  const [got] = await Promise.all([page.waitForEvent('download'), act()]);
  const path = join(folder, got.suggestedFilename());
  await got.saveAs(path);
  return path;
}

/// Sees the progress dialog while `act` works: its highest figure below the end.
async function progressed(act) {
  await page.evaluate(() => {
    window.seen = new Set();
    window.watch = setInterval(() => { const bar = document.querySelector('#mirror [role=progressbar]'); if (bar) window.seen.add(bar.getAttribute('aria-valuenow')); }, 20);
  });
  const path = await act();
  const steps = await page.evaluate(() => { clearInterval(window.watch); return window.seen.size; });
  return `${statSync(path).size.toLocaleString('en')} bytes, progress seen ${steps} times`;
}

async function stopped(act) {
  await act();
  await button('Dừng').waitFor({ state: 'attached' });
  await button('Dừng').click();
  await page.getByText(/không có tệp nào được xuất/).first().waitFor({ state: 'attached' });
  return 'stopped, no file';
}

async function scrolled() {
  await page.mouse.move(640, 500);
  for (let at = 0; at < 40; at++) {
    await page.mouse.wheel(0, 1200);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  return '40 turns of the wheel';
}

await page.goto(server.address);
await rests();
let files = {};
const accept = button(/^Nhận \d+ dòng/);
await tell(`a CSV of ${number(people)} people read, until the dialog rests`, async () => {
  await drop(page, 'nguoi.csv', peopleCsv(people));
  await page.waitForFunction((wanted) => [...document.querySelectorAll('#mirror [role=button]')].some((e) => e.textContent === `Nhận ${wanted} dòng`), people);
});
await tell('kept in one act', async () => {
  await accept.click();
  await page.getByText(/^Đã nhập/).first().waitFor({ state: 'attached' });
});
await tell('the list of people opened', () => go('/con-nguoi'));
await tell('  scrolled', scrolled);
await tell('  out as XLSX', async () => progressed(async () => files.xlsx = await download(() => menu(/^Xuất bảng/, /Excel/))));
await tell('the verdicts of everybody opened', () => go('/danh-hieu'));
await tell('  scrolled', scrolled);
await tell('  filtered by a name', async () => {
  await page.getByRole('textbox', { name: /Tìm/ }).first().fill('cuc');
});
await tell('the documents opened', () => go('/van-ban'));
await tell('  the table of verdicts with reasons, stopped', () => stopped(() => menu('Xuất bảng Kết luận danh hiệu', /Excel/)));
await tell('  the table of verdicts with reasons', async () => progressed(() => download(() => menu('Xuất bảng Kết luận danh hiệu', /Excel/))));
await tell('the council opened', () => go('/hoi-dong'));
await tell('  its dossiers', () => go('/hoi-dong/ho-so'));
await tell('  its ballots', () => go('/hoi-dong/phieu'));
await tell('a search typed: “cuc pham”', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('cuc pham', { delay: 20 });
  await page.getByRole('option').first().waitFor({ state: 'attached' });
});
await page.keyboard.press('Escape');
await tell('one act: undo', async () => {
  await page.keyboard.press('Control+z');
  await page.getByText(/^Đã hoàn tác/).first().waitFor({ state: 'attached' });
});
await tell('one act: redo', async () => {
  await page.keyboard.press('Control+y');
  await page.getByText(/^Đã làm lại/).first().waitFor({ state: 'attached' });
});
await tell('a document of all (danh sách trích ngang) on screen', () => go('/van-ban/roster'));
await tell('  scrolled', scrolled);
await tell('  as PDF, stopped', () => stopped(() => menu('Xuất văn bản', 'PDF')));
await tell('  as PDF', async () => progressed(async () => files.pdf = await download(() => menu('Xuất văn bản', 'PDF'))));
await browser.close();
await server.close();

run('soffice', `-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):59,34,76', '--outdir', join(folder, 'opened'), files.xlsx);
const rows = readFileSync(join(folder, 'opened', files.xlsx.split('/').pop().replace(/xlsx$/, 'csv')), 'utf8').split('\n').filter((line) => /;/.test(line) && /^\d/.test(line)).length;
console.log(`LibreOffice reads ${number(rows)} people of the XLSX`);
console.log(`${run('pdfinfo', files.pdf).split('\n').filter((line) => /^(Pages|File size|Tagged)/.test(line)).join(', ').replace(/ +/g, ' ')}`);
console.log(`qpdf --check: ${run('qpdf', '--check', files.pdf).trim().split('\n').at(-1)}`);
if (rows < people) process.exitCode = 1;
