// Lists of thousands: the screen comes to rest, only what is in view stands in the mirror, what lies over the list can be
// pressed, and the list goes out.
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drop, peopleCsv } from './people.mjs';
import { test, expect, expectEqual } from './test.mjs';

const PEOPLE = 1500;

test('a list of 1,500 people comes in, rests, scrolls and goes out', async (stage) => {
  const page = await stage.open('', { acceptDownloads: true });
  await stage.ready();
  await drop(page, 'nguoi.csv', peopleCsv(PEOPLE));
  await page.getByRole('button', { name: `Nhận ${PEOPLE} dòng`, exact: true }).click();
  await page.getByText(`Đã nhập ${PEOPLE} dòng.`).first().waitFor({ state: 'attached' });
  await page.evaluate(() => { location.hash = '/con-nguoi'; });
  const table = page.getByRole('table', { name: 'Con người' });
  await table.waitFor({ state: 'attached' });
  await stage.settled();

  // Only what is in view, with the place of each row among all.
  const all = Number(await table.getAttribute('aria-rowcount'));
  expect(all > PEOPLE, `the table says it has ${all} rows`);
  const rows = await table.getByRole('row').count();
  expect(rows > 5 && rows < 60, `${rows} rows stand in the mirror`);
  expectEqual(await table.getByRole('row').nth(1).getAttribute('aria-rowindex'), '2', 'the first person');

  // The mirror rests: nothing changes any more, while elements stay the same ones.
  const changes = await page.evaluate(async () => {
    let count = 0;
    const watch = new MutationObserver((records) => { count += records.length; });
    watch.observe(document.getElementById('mirror'), { subtree: true, childList: true, attributes: true, characterData: true });
    await new Promise((done) => setTimeout(done, 1000)); // time itself is what is measured
    return count;
  });
  expectEqual(changes, 0, 'the number of changes to the mirror in an idle second');

  await page.mouse.move(640, 500);
  for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, 1500);
  await stage.settled();
  const first = Number(await table.getByRole('row').nth(1).getAttribute('aria-rowindex'));
  expect(first > 100, `after scrolling the first row in view is ${first}`);
  expect(await table.getByRole('row').count() < 60, 'rows that were scrolled away stay in the mirror');
  await page.mouse.wheel(0, -1e6);
  await stage.settled();

  // The menu lies over the table's heading: a press on its last item must reach it.
  await page.getByRole('button', { name: 'Xuất bảng Danh sách người' }).click();
  const item = page.getByRole('menu').getByRole('menuitem');
  await item.first().waitFor({ state: 'attached' });
  await stage.settled();
  await stage.shot('danh-sach-dai');
  const [csv] = await Promise.all([page.waitForEvent('download'), item.filter({ hasText: 'CSV' }).click({ timeout: 5000 })]);
  expectEqual(csv.suggestedFilename(), 'danh-sach-nguoi-2024.csv', 'the file');
  await stage.settled();
  await page.getByRole('button', { name: 'Xuất bảng Danh sách người' }).click();
  const [xlsx] = await Promise.all([page.waitForEvent('download'), item.filter({ hasText: 'Excel' }).click({ timeout: 5000 })]);
  const path = join(mkdtempSync(join(tmpdir(), 'thidua-list-')), 'list.xlsx');
  await xlsx.saveAs(path);
  expect(statSync(path).size > 30000, `the workbook has ${statSync(path).size} bytes`);
  await stage.settled();
});

/// Two fingers on the page, moved apart in steps: real touch events from the browser's own input.
async function pinch(page, x, y, from, to) {
  const input = await page.context().newCDPSession(page);
  const points = (apart) => [{ x: x - apart / 2, y, id: 1 }, { x: x + apart / 2, y, id: 2 }];
  await input.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [points(from)[0]] });
  await input.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(from) });
  for (let step = 1; step <= 10; step++) await input.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(from + (to - from) * step / 10) });
  await input.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await input.detach();
}

test('two fingers zoom the page of a document', async (stage) => {
  const page = await stage.open('van-ban/proposal', { viewport: { width: 820, height: 1180 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  await stage.ready();
  const zoom = async () => {
    await stage.settled();
    return Number.parseInt(await page.getByRole('button', { name: /^\d+%$/ }).textContent(), 10);
  };
  const before = await zoom();
  await pinch(page, 410, 700, 100, 200);
  const larger = await zoom();
  expect(Math.abs(larger / before - 2) < 0.1, `twice as far apart makes ${before}% ${larger}%`);
  expectEqual(await page.evaluate(() => [visualViewport.scale, location.hash]), [1, '#van-ban/proposal'], 'the browser\'s own zoom and the place');
  await stage.shot('hai-ngon-tay');
  await pinch(page, 410, 700, 300, 100);
  const smaller = await zoom();
  expect(smaller < larger / 2, `a third as far apart makes ${larger}% ${smaller}%`);
});
