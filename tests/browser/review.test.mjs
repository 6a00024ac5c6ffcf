// The review of a scan in the real page: by keyboard alone, on a phone, while the model is on its way or does not come;
// and controls that stand outside the visible part of their column.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, expect, expectEqual } from './test.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const sample = join(root, '../shared/samples/plan-2024.ocr.txt');
const own = `Ké hoach phat dong phong trao thi dua

I. MUC DICH, YEU CAU

Phat huy vai tro cua tung ca nhan trong viéc t6 chue, trién khai, thyc hién nhiém vu.
Phong trao thi dua s6i ndi trong cong chic, ndi bd, cac t6 chic va ngudi lao ddng.
`;
const scan = existsSync(sample) ? readFileSync(sample, 'utf8') : own;

const button = (page, name) => page.getByRole('button', { name, exact: true });
const field = (page) => page.getByRole('textbox', { name: 'Đọc là' });

const dropped = (page) => droppedText(page, scan);

async function droppedText(page, words) {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'quet.txt', { type: 'text/plain' }));
    document.getElementById('stage').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, words);
}

async function reviewing(stage) {
  await button(stage.page, 'Chấp nhận').waitFor({ state: 'attached' });
  await stage.settled();
}

async function doubts(page) {
  const words = await page.getByText(/^\d+ chữ còn ngờ$/).first().textContent();
  return Number(words.match(/\d+/)[0]);
}

test('a scan is reviewed by keyboard alone', async (stage) => {
  const page = await stage.open('', { permissions: ['clipboard-read', 'clipboard-write'] });
  await stage.ready();
  await page.evaluate((text) => navigator.clipboard.writeText(text), scan);
  await page.keyboard.press('Control+V');
  await reviewing(stage);
  await page.waitForFunction(() => window.thidua.agent.active); // the field of the first doubt
  const press = async (key) => { await page.keyboard.press(key); await stage.settled(); };
  const all = await doubts(page);
  const first = await field(page).inputValue();
  await stage.shot('2-doi-chieu-ban-phim');

  await press('Tab');
  const second = await field(page).inputValue();
  await press('Shift+Tab');
  expectEqual(await field(page).inputValue(), first, 'the first doubt again');
  await press('Enter'); // keeps it
  expect(await doubts(page) < all, 'Enter settles the word');
  expectEqual(await field(page).inputValue(), second, 'the next doubt');
  await press('Control+Z');
  expectEqual(await doubts(page), all, 'the doubts after the choice was taken back');

  // Another reading by its figure. (A doubt may have none: then on to the next.)
  const reading = page.getByRole('button', { name: /^1 / });
  for (let tries = 0; tries < 10 && await reading.count() === 0; tries++) await press('Tab');
  const doubtful = await field(page).inputValue();
  await press('1');
  expect(!['1', doubtful].includes(await field(page).inputValue()), 'a figure settles the word and goes on');
  await press('Control+Z');
  expectEqual(await field(page).inputValue(), doubtful, 'the word again');
  await press('1');

  // A correction, typed without any click.
  await page.keyboard.type('sửa lại');
  await stage.settled();
  expectEqual(await field(page).inputValue(), 'sửa lại', 'what was typed');
  await press('Enter');
  expect(await field(page).inputValue() !== 'sửa lại', 'Enter goes on to the next doubt');
  await stage.shot('2-doi-chieu-da-sua');

  await press('Control+Enter');
  await page.waitForFunction(() => /#\/ke-hoach\/\d+/.test(location.hash));
  await stage.settled();
  await page.getByText(/chữ còn ngờ được giữ như đang đọc/).first().waitFor({ state: 'attached' });
});

test('a scan is reviewed on a phone', async (stage) => {
  const page = await stage.open();
  await stage.ready();
  await dropped(page);
  await reviewing(stage);
  expect(!await page.evaluate(() => window.thidua.agent.active), 'the keyboard stays down until the field is tapped');
  const all = await doubts(page);
  await stage.shot('2-doi-chieu-dien-thoai');
  const sizes = await page.getByRole('button', { name: /^(\d |Giữ |Chấp nhận|Chữ ngờ)/ }).evaluateAll((list) => list.map((element) => {
    const box = element.getBoundingClientRect();
    return { name: element.textContent || element.ariaLabel, height: box.height, right: box.right };
  }));
  expect(sizes.length > 3, 'there are things to tap');
  for (const { name, height, right } of sizes) expect(height >= 44 && right <= 391, `${name}: ${height} high, ends at ${right}`);
  await page.getByRole('button', { name: /^Giữ / }).tap();
  await stage.settled();
  expect(await doubts(page) < all, 'a tap settles the word');
  await field(page).tap();
  await page.waitForFunction(() => window.thidua.agent.active);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('viết tay');
  await page.keyboard.press('Enter');
  await stage.settled();
  await page.getByRole('radio', { name: 'Bản gốc' }).tap();
  await stage.settled();
  await stage.shot('2-doi-chieu-dien-thoai-goc');
  await page.emulateMedia({ colorScheme: 'dark' });
  await stage.settled();
  await stage.shot('2-doi-chieu-dien-thoai-toi');
  await button(page, 'Chấp nhận').tap();
  await page.waitForFunction(() => /#\/ke-hoach\/\d+/.test(location.hash));
}, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });

test('the model on its way shows how far it is, and can be done without', async (stage) => {
  const page = await stage.open();
  await stage.ready();
  let go;
  const gate = new Promise((open) => { go = open; });
  await page.route(/restore\.\w+\.lm|restore\.lm/, async (route) => { await gate; await route.continue(); });
  await dropped(page);
  await page.getByRole('progressbar', { name: /mô hình tiếng Việt/ }).waitFor({ state: 'attached' });
  await stage.settled();
  const frames = await page.evaluate(() => window.thidua.frames());
  await page.waitForTimeout(600); // time itself: waiting for the network draws no frames
  expect(await page.evaluate(() => window.thidua.frames()) - frames < 5, 'waiting draws');
  await stage.shot('2-cho-mo-hinh');
  go();
  await reviewing(stage);
}, { serviceWorkers: 'block' }); // what a service worker fetches cannot be held back here

test('text that needs no restoring fetches no model', async (stage) => {
  const page = await stage.open();
  await stage.ready();
  let fetched = 0;
  page.on('request', (request) => { if (/restore\.\w+\.lm|restore\.lm/.test(request.url())) fetched++; });
  await droppedText(page, 'I. MỤC ĐÍCH\n\nPhát huy vai trò của từng cá nhân trong phong trào thi đua.\n');
  await reviewing(stage);
  expectEqual(fetched, 0, 'the fetches of the model for good Vietnamese');
  await page.getByText(/Văn bản đã là tiếng Việt/).first().waitFor({ state: 'attached' });
  await droppedText(page, 'The plan of the office for the year that comes next, and what it asks of everybody.\n');
  await page.waitForFunction(() => document.body.textContent.includes('The plan of the office'));
  await reviewing(stage);
  expectEqual(fetched, 0, 'the fetches of the model for English');
  await dropped(page);
  await page.getByText(/^\d+ chữ còn ngờ$/).first().waitFor({ state: 'attached' });
  expectEqual(fetched, 1, 'the fetches of the model for a scan');
}, { serviceWorkers: 'block' });

test('a model that does not come is told, asked for again, done without', async (stage) => {
  const page = await stage.open();
  await stage.ready();
  await page.route(/restore\.\w+\.lm|restore\.lm/, (route) => route.abort());
  await dropped(page);
  await button(page, 'Thử lại').waitFor({ state: 'attached' });
  await stage.settled();
  await page.getByText(/Chưa tải được mô hình tiếng Việt/).first().waitFor({ state: 'attached' });
  await stage.shot('2-mat-mang');
  await page.unroute(/restore\.\w+\.lm|restore\.lm/);
  await button(page, 'Thử lại').click();
  await reviewing(stage);
  expect(await doubts(page) > 0, 'restored now');
}, { errorsExpected: true, serviceWorkers: 'block' });

test('mirror: what is scrolled out of its column is reached by pointer and by focus', async (stage) => {
  const page = await stage.open('/tep', { viewport: { width: 900, height: 420 } });
  await stage.ready();
  const visible = (locator) => locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 40 && bottom <= innerHeight;
  });
  const dark = page.getByRole('radio', { name: 'Tối' });
  expect(!await visible(dark), 'it is out of view at first');
  await dark.click();
  await page.waitForFunction(() => document.documentElement.className === 'dark');
  await stage.settled();
  // And up again, where a browser could not scroll to by itself.
  const save = button(page, 'Lưu ra tệp');
  expect(!await visible(save), 'it is out of view by now');
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename().endsWith('.thidua'), 'the button that was meant');
  await stage.settled();
  await page.getByRole('radio', { name: 'English' }).focus();
  await stage.settled();
  await page.waitForFunction(() => [...document.querySelectorAll('[role=radio]')].some((element) => element.textContent === 'English' && element.getBoundingClientRect().bottom <= innerHeight));
});

test('follows the system into the dark', async (stage) => {
  const page = await stage.open('', { colorScheme: 'dark' });
  await stage.ready();
  expectEqual(await page.evaluate(() => document.documentElement.className), 'dark', 'the look');
  await stage.shot('9-toi');
  await dropped(page);
  await reviewing(stage);
  await stage.shot('2-doi-chieu-toi');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForFunction(() => document.documentElement.className === 'light');
});
