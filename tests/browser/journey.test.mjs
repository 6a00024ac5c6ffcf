// The whole path of a new user, in the real page through roles and names: the demo office, a bad scan, its review, the
// plan, people, titles and verdicts, evidence, documents, a link in another profile, reload, undo.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, expect, expectEqual } from './test.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const sample = join(root, '../shared/samples/plan-2024.ocr.txt');
// A small scan of our own, for where the samples are not: the same path, fewer figures.
const own = `Phat dong phong trao thi dua nam 2024

Thyc hién K& hoach sé 53/KH-UBND ngay 14 thang 3 nam 2024 ctia Uy ban nhan dan thanh phd vé phat dong
phong trao thi dua, Phong Tu phap xay dung ké hoach nhu sau:

I. MUC DICH, YEU CAU

Phat huy vai tro cua tung ca nhan trong viéc thyc hién nhiém vu.

II. TO CHUC THUC HIEN

Giao Cong chuc phu trach dinh ky tham muu bao cao két qua.

Noi nhan: TRUONG PHONG
- UBND.TP;
- Luu: VT.
`;
const scan = existsSync(sample) ? readFileSync(sample, 'utf8') : own;
const full = scan !== own;

const button = (page, name) => page.getByRole('button', { name, exact: true });
const notice = (page, text) => page.getByText(text).first().waitFor({ state: 'attached' });

async function place(stage, name) {
  await stage.page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await stage.settled();
}

async function dropScan(page, source = scan) {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'plan-2024.ocr.txt', { type: 'text/plain' }));
    document.getElementById('stage').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, source);
}

/// A scan dropped and accepted: the plan's own screen.
async function acceptScan(stage) {
  await dropScan(stage.page);
  await button(stage.page, 'Chấp nhận').waitFor({ state: 'attached' });
  await stage.settled();
  await button(stage.page, 'Chấp nhận').click();
  await stage.page.waitForFunction(() => /#\/ke-hoach\/\d+/.test(location.hash));
  await stage.settled();
}

function textOf(docx) {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-journey-'));
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, docx], { stdio: 'ignore' });
  const name = docx.split('/').pop().replace(/\.[^.]*$/, '.txt');
  return readFileSync(join(folder, existsSync(join(folder, name)) ? name : `${docx.split('/').pop()}.txt`), 'utf8');
}

test('shows a demo office with a believable year', async (stage) => {
  const page = await stage.open();
  await stage.ready();
  await page.getByRole('heading', { name: 'Tổng quan năm 2024' }).waitFor({ state: 'attached' });
  await stage.expectDrawn();
  await stage.shot('1-tong-quan');
  for (const [name, file] of [['Kế hoạch', 'ke-hoach'], ['Nhiệm vụ', 'nhiem-vu'], ['Con người', 'con-nguoi'], ['Danh hiệu', 'danh-hieu'], ['Văn bản', 'van-ban'], ['Nhật ký', 'nhat-ky'], ['Tệp và cài đặt', 'tep'], ['Trợ giúp', 'tro-giup']]) {
    await place(stage, name);
    await stage.shot(`1-${file}`);
  }
});

test('a bad scan becomes a running year', async (stage) => {
  const page = await stage.open('', { acceptDownloads: true });
  await stage.ready();
  await dropScan(page);
  await button(page, 'Chấp nhận').waitFor({ state: 'attached' });
  await stage.settled();
  await stage.shot('2-doi-chieu');
  if (full) {
    // Doubtful words are marked; another reading is one press away.
    await button(page, 'Chữ ngờ tiếp theo').click();
    await page.getByRole('textbox', { name: 'Đọc là' }).waitFor({ state: 'attached' });
    await stage.shot('2-chu-ngo');
  }
  await button(page, 'Chấp nhận').click();
  await page.waitForFunction(() => /#\/ke-hoach\/\d+/.test(location.hash));
  await stage.settled();
  await stage.shot('3-ke-hoach');
  const section = page.getByRole('heading', { name: /^I\. MỤC ĐÍCH, YÊU CẦU/ });
  await section.first().waitFor({ state: 'attached' });
  const tab = (name) => page.getByRole('tab', { name });
  await tab(/^Căn cứ/).click();
  await stage.settled();
  await page.getByText('53/KH-UBND').first().waitFor({ state: 'attached' });
  await stage.shot('3-can-cu');
  await tab(/^Nhiệm vụ/).click();
  await stage.settled();
  await stage.shot('3-nhiem-vu');
  await tab(/^Cần hỏi/).click();
  await stage.settled();
  await stage.shot('3-cau-hoi');
  if (full) {
    for (const number of ['34-CT/TW', '184-KH/TU', '50/KH-UBND', '05-NQ/TU', '21/NQ-HĐND', '67/KH-UBND', '4139/KH-UBND']) {
      await tab(/^Căn cứ/).click();
      await page.getByText(number).first().waitFor({ state: 'attached' });
    }
  }

  // People pasted from Excel, one by hand.
  await place(stage, 'Con người');
  await button(page, 'Dán danh sách').click();
  await page.getByRole('textbox', { name: 'Danh sách từ Excel' }).fill('Họ và tên\tChức vụ\tXếp loại\nTrần Thị Bích Ngọc\tPhó Trưởng phòng\tHTXSNV\nLê Văn Đức\tChuyên viên\tHTTNV');
  await button(page, 'Nhập bảng').click();
  await button(page, 'Nhận 2 dòng').click();
  await notice(page, 'Trần Thị Bích Ngọc');
  await button(page, 'Thêm người').click();
  await page.getByRole('textbox', { name: /^Họ và tên/ }).fill('Nguyễn Thị Hồng Ánh');
  await button(page, 'Thêm').click();
  await notice(page, 'Đã thêm Nguyễn Thị Hồng Ánh.');
  await stage.settled();
  await stage.shot('4-con-nguoi');

  // A title registered, the verdict with its clause and what is missing.
  await place(stage, 'Danh hiệu');
  await page.getByRole('button', { name: /^Lê Văn Đức, LĐTT/ }).first().click();
  await stage.settled();
  await page.getByText(/Điều 24/).first().waitFor({ state: 'attached' });
  await button(page, 'Đăng ký').click();
  await notice(page, 'Đã lưu đăng ký của Lê Văn Đức.');
  await stage.settled();
  await stage.shot('4-danh-hieu');

  // Evidence, and a task done.
  await place(stage, 'Nhiệm vụ');
  await page.getByRole('row').nth(1).click();
  await stage.settled();
  await page.getByRole('textbox', { name: 'Kết quả, minh chứng' }).fill('Đã phổ biến kế hoạch tại cuộc họp cơ quan ngày 20/3/2024');
  await button(page, 'Thêm minh chứng').click();
  await notice(page, 'Đã thêm minh chứng.');
  await stage.settled();
  await page.getByRole('radio', { name: 'Đã xong' }).click();
  await notice(page, 'Đã đánh dấu xong.');
  await stage.settled();
  await stage.shot('5-minh-chung');

  // Documents that LibreOffice reads.
  await place(stage, 'Kế hoạch');
  await page.getByRole('main').getByRole('link', { name: /phát động phong trào thi đua/i }).first().click();
  await stage.settled();
  for (const [name, words] of [['Xuất Kế hoạch', 'KẾ HOẠCH'], ['Xuất Báo cáo', 'BÁO CÁO']]) {
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
    const path = join(mkdtempSync(join(tmpdir(), 'thidua-docx-')), download.suggestedFilename());
    await download.saveAs(path);
    const text = textOf(path);
    expect(text.includes(words), `${name}: LibreOffice reads\n${text.slice(0, 400)}`);
    expect(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/.test(text), `${name} has no Quốc hiệu`);
    if (words === 'BÁO CÁO') expect(text.includes('Đã phổ biến kế hoạch'), 'the report tells the evidence');
  }

  // Reload: nothing is lost. Undo takes back the last act, redo brings it again.
  await page.waitForFunction(() => window.thidua.idle());
  await page.reload();
  await stage.ready();
  await place(stage, 'Con người');
  await notice(page, 'Nguyễn Thị Hồng Ánh');
  await place(stage, 'Nhật ký');
  await page.getByRole('button', { name: /^Hoàn tác: / }).click();
  await notice(page, /Đã hoàn tác/);
  await stage.settled();
  await page.getByRole('button', { name: /^Làm lại: / }).click();
  await notice(page, /Đã làm lại/);
  await stage.settled();
  await stage.shot('6-nhat-ky');
});

test('a link opens read-only in another profile and touches nothing there', async (stage) => {
  const page = await stage.open('', { permissions: ['clipboard-read', 'clipboard-write'] });
  await stage.ready();
  await acceptScan(stage);
  await button(page, 'Chia sẻ').click();
  await button(page, 'Chép liên kết').click();
  await stage.settled();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.includes('#k=1.'), `the clipboard holds ${link.slice(0, 80)}`);

  const other = await stage.browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN', colorScheme: 'light' });
  try {
    const guest = await other.newPage();
    guest.setDefaultTimeout(45000);
    await guest.goto(link);
    await stage.ready(guest);
    await guest.getByRole('heading', { name: 'Bản chia sẻ, chỉ xem' }).waitFor({ state: 'attached' });
    await guest.getByText(/phát động phong trào thi đua/i).first().waitFor({ state: 'attached' });
    await stage.shot('7-chia-se', guest);
    expectEqual(await guest.evaluate(async () => (await indexedDB.databases()).length), 0, 'databases that the link made');
    expectEqual(await guest.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith('file')).length), 0, 'settings that the link made');
  } finally {
    await other.close();
  }
});

test('refuses what cannot be a plan, in words, and loses nothing', async (stage) => {
  const page = await stage.open();
  await stage.ready();
  const drop = (name, make) => page.evaluate(([fileName, source]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Function(`return ${source}`)()], fileName));
    document.getElementById('stage').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [name, make]);
  for (const [name, make, words] of [
    ['trong.txt', "''", /không có gì bên trong/],
    ['to.bin', 'new Uint8Array(50 * 1024 * 1024 + 1)', /MB/],
    ['that-ra-docx.txt', "'PK\\x03\\x04' + 'x'.repeat(200)", /DOCX|ZIP|nén/i],
    ['la.thidua', "'SQLite format 3\\0' + 'x'.repeat(4000)", /tệp/i],
  ]) {
    await drop(name, make);
    await page.getByText(words).first().waitFor({ state: 'attached' });
    await stage.settled();
    expect(await page.getByRole('heading', { name: 'Tổng quan năm 2024' }).count() > 0, `${name} changed the screen`);
  }
  await stage.shot('8-tu-choi');
  await page.goto(page.url().split('#')[0] + '#k=1.AAAAhongroi');
  await page.reload();
  await stage.ready();
  await stage.shot('8-lien-ket-hong');
  expect(await page.getByText(/liên kết/i).count() > 0, 'the broken link is not explained');
});

test('fits a phone, and the dark', async (stage) => {
  const page = await stage.open('', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  await stage.ready();
  await stage.shot('9-dien-thoai');
  for (const path of ['/ke-hoach', '/nhiem-vu', '/con-nguoi', '/danh-hieu', '/ke-hoach-moi']) {
    await page.evaluate((to) => { location.hash = to; }, path);
    await stage.settled();
    await stage.shot(`9-dien-thoai${path.replaceAll('/', '-')}`);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => { location.hash = '/'; });
  await stage.settled();
  await stage.shot('9-dien-thoai-toi');
});
