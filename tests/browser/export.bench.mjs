// What long files cost in Debian's Chromium: a list of some thousand people taken in, given out as XLSX and as a PDF of
// hundreds of pages, with the longest slice that held up the page, and stopped half way. docs/performance.md holds the figures.
//   node tests/browser/export.bench.mjs [people]      THIDUA_SITE: the folder to serve (build/web/site otherwise)
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './chromium.mjs';
import { serve } from './server.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const site = resolve(process.env.THIDUA_SITE ?? join(root, 'build/web/site'));
const people = Number(process.argv[2] ?? 5000);

function list(count) {
  const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng'];
  const given = ['Ánh', 'Bình', 'Cường', 'Dũng', 'Hạnh', 'Khánh', 'Ngọc', 'Phước', 'Thịnh', 'Vân', 'Yến'];
  let text = 'Họ và tên,Chức vụ\n';
  for (let i = 0; i < count; i++) text += `${family[i % 7]} Thị ${given[i % 11]} ${given[(i * 7 + 3) % 11]} ${i + 1},Chuyên viên\n`;
  return text;
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
const settled = (page) => page.waitForFunction(() => window.thidua.idle());
const measured = (page) => page.evaluate(() => window.thidua.work);
const reset = (page) => page.evaluate(() => { window.thidua.work = { slices: 0, total: 0, longest: 0 }; });

async function goOut(page, opener, item) {
  await reset(page);
  const began = Date.now();
  const wanted = page.waitForEvent('download');
  await opener.click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
  const got = await wanted;
  const wall = Date.now() - began;
  const path = join(mkdtempSync(join(tmpdir(), 'thidua-bench-')), got.suggestedFilename());
  await got.saveAs(path);
  await settled(page);
  return { path, wall, bytes: statSync(path).size, ...await measured(page) };
}

const show = (what, { wall, bytes, slices, total, longest }) =>
  console.log(`${what.padEnd(34)} ${bytes.toLocaleString('en').padStart(10)} bytes, ${wall} ms by the clock, ${slices} slices of ${Math.round(total)} ms together, longest ${longest.toFixed(1)} ms`);

const server = await serve(site);
const browser = await launch();
const page = await (await browser.newContext({ viewport: { width: 800, height: 600 }, locale: 'vi-VN', acceptDownloads: true })).newPage();
page.setDefaultTimeout(240000);
await page.goto(server.address);
await page.waitForFunction(() => window.thidua?.running && window.thidua.idle());
let began = Date.now();
await page.evaluate((text) => {
  const data = new DataTransfer();
  data.items.add(new File([text], 'danh-sach.csv', { type: 'text/csv' }));
  document.getElementById('stage').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}, list(people));
await page.getByRole('button', { name: /^Nhận [\d.]+ dòng$/ }).click();
await settled(page);
console.log(`${people} people taken in                 ${Date.now() - began} ms by the clock`);

await page.evaluate(() => { location.hash = 'con-nguoi'; });
await settled(page);
const table = page.getByRole('button', { name: /^Xuất bảng/ }).first();
show('XLSX of all people', await goOut(page, table, 'Ra Excel (.xlsx)'));

await page.evaluate(() => { location.hash = 'van-ban/roster'; });
await button(page, 'Xuất văn bản').waitFor({ state: 'attached' });
await settled(page);
const pdf = await goOut(page, button(page, 'Xuất văn bản'), 'PDF');
show('PDF of the list of people', pdf);
if (existsSync('/usr/bin/pdfinfo')) console.log(`  pages: ${/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf.path]).toString())[1]}`);

// Stopped: no file, and the page is at rest.
let arrived = 0;
page.on('download', () => arrived++);
await button(page, 'Xuất văn bản').click();
await page.getByRole('menuitem', { name: 'PDF', exact: true }).click();
await button(page, 'Dừng').click();
await page.getByText('Đã dừng, không có tệp nào được xuất.').first().waitFor({ state: 'attached' });
await settled(page);
console.log(arrived === 0 ? 'stopped half way: no file' : 'STOPPED, AND YET A FILE CAME');
process.exitCode = arrived === 0 ? 0 : 1;
await browser.close();
await server.close();
