// What the browser prints, measured like our own PDF: the page that the print button hands over goes through Chromium's
// own printer (Page.printToPDF), poppler reads both. And the certificate's border, woven by the shader, beside the PDF's.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { test, expect, expectEqual } from './test.mjs';

const mm = (points) => points / 72 * 25.4;
const button = (page, name) => page.getByRole('button', { name, exact: true });
const poppler = (name, ...rest) => execFileSync(name, rest, { maxBuffer: 1 << 28 });
const hasPoppler = ['/usr/bin/pdftotext', '/usr/bin/pdftoppm'].every(existsSync);

/// Words with their boxes in points, page by page.
function wordsOf(file) {
  const pages = poppler('pdftotext', '-bbox', file, '-').toString().split('<page ').slice(1);
  return pages.map((page) => [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/g)]
    .map(([, left, top, right, bottom, text]) => ({ left: +left, top: +top, right: +right, bottom: +bottom, text })));
}

async function download(page, act) {
  const [got] = await Promise.all([page.waitForEvent('download'), act()]);
  const path = join(mkdtempSync(join(tmpdir(), 'thidua-print-')), got.suggestedFilename());
  await got.saveAs(path);
  return path;
}

async function exportAs(page, item) {
  return download(page, async () => {
    await button(page, 'Xuất văn bản').click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  });
}

test('the printed page is that of the PDF', async (stage) => {
  if (!hasPoppler) return console.log('       (poppler is not installed)');
  const page = await stage.open('van-ban/proposal', { acceptDownloads: true });
  await stage.ready();
  let farthest = 0;
  for (const kind of ['proposal', 'report', 'decision', 'table-0601']) {
    await page.evaluate((part) => { location.hash = `van-ban/${part}`; }, kind);
    await button(page, 'In').waitFor({ state: 'attached' });
    await stage.settled();
    const ours = await exportAs(page, 'PDF');
    // The frame that is printed, as the printer gets it.
    await page.evaluate(() => {
      window.printedPage = '';
      new MutationObserver((records, self) => {
        for (const { addedNodes } of records) {
          for (const node of addedNodes) {
            if (!node.matches?.('iframe.print')) continue;
            window.printedPage = node.srcdoc;
            self.disconnect();
          }
        }
      }).observe(document.body, { childList: true });
    });
    await button(page, 'In').click();
    await page.waitForFunction(() => window.printedPage);
    const html = await page.evaluate(() => window.printedPage);
    const sheet = await stage.context.newPage();
    await sheet.goto(`${stage.server.address}manifest.webmanifest`); // where fonts/ is found
    await sheet.setContent(html);
    await sheet.evaluate(() => document.fonts.ready);
    const printed = join(mkdtempSync(join(tmpdir(), 'thidua-print-')), `${kind}.pdf`);
    writeFileSync(printed, await sheet.pdf({ preferCSSPageSize: true }));
    await sheet.close();
    const wanted = wordsOf(ours);
    const got = wordsOf(printed);
    expectEqual(got.length, wanted.length, `${kind}: the number of pages`);
    wanted.forEach((words, p) => {
      expectEqual(got[p].map((word) => word.text).sort().join(' '), words.map((word) => word.text).sort().join(' '), `${kind}: the words of page ${p + 1}`);
      for (const word of words) {
        const off = Math.min(...got[p].filter((other) => other.text === word.text)
          .map((other) => Math.max(Math.abs(other.left - word.left), Math.abs(other.bottom - word.bottom))));
        expect(mm(off) < 2, `${kind}, page ${p + 1}: “${word.text}” is ${mm(off).toFixed(1)} mm off`);
        farthest = Math.max(farthest, mm(off));
      }
    });
    const size = /Page size:\s+([\d.]+) x ([\d.]+)/;
    const [a, b] = [ours, printed].map((file) => size.exec(poppler('pdfinfo', file).toString()).slice(1).map((value) => Math.round(+value)));
    expectEqual(b, a, `${kind}: the paper`);
    const fonts = poppler('pdffonts', printed).toString();
    expect(/Tinos|LiberationSerif|Times/.test(fonts), `${kind}: the face is\n${fonts}`);
  }
  console.log(`       the farthest word is ${farthest.toFixed(2)} mm off`);
});

/// The pixels of a PNG with 8 bits a channel.
function readPng(bytes) {
  let at = 8;
  let width, height, channels;
  const parts = [];
  while (at < bytes.length) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') { width = data.readUInt32BE(0); height = data.readUInt32BE(4); channels = data[9] === 6 ? 4 : 3; }
    if (kind === 'IDAT') parts.push(data);
    at += 12 + length;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * channels;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x++) {
      const left = x < channels ? 0 : pixels[y * row + x - channels];
      const up = y === 0 ? 0 : pixels[(y - 1) * row + x];
      const corner = y === 0 || x < channels ? 0 : pixels[(y - 1) * row + x - channels];
      const p = left + up - corner;
      const paeth = Math.abs(p - left) <= Math.abs(p - up) && Math.abs(p - left) <= Math.abs(p - corner) ? left : Math.abs(p - up) <= Math.abs(p - corner) ? up : corner;
      pixels[y * row + x] = raw[y * (row + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth][filter];
    }
  }
  return { width, height, dark: (x, y) => 255 * 3 - pixels[y * row + x * channels] - pixels[y * row + x * channels + 1] - pixels[y * row + x * channels + 2] };
}

test('the border woven by the shader is the one of the PDF', async (stage) => {
  if (!hasPoppler) return console.log('       (poppler is not installed)');
  const page = await stage.open('van-ban/certificate', { acceptDownloads: true, viewport: { width: 1700, height: 1050 } });
  await stage.ready();
  const pdf = await download(page, async () => {
    await button(page, 'Xuất văn bản').click();
    await page.getByRole('menuitem', { name: 'PDF của người đang xem', exact: true }).click();
  });
  await stage.settled();
  const screen = readPng(readFileSync(await stage.shot('giay-khen-shader')));
  // The border's outer frame on screen: the first long dark run from the left, the first dark row between its sides.
  const longRun = (from) => {
    for (let x = from; x < screen.width - 1; x++) {
      let run = 0;
      for (let y = 0; y < screen.height; y++) {
        run = screen.dark(x, y) > 150 ? run + 1 : 0;
        if (run > 300) return x;
      }
    }
    return -1;
  };
  const frame = { left: longRun(90), top: 0, right: 0 };
  for (let x = frame.left; x >= 0 && x < 1330; x = longRun(x + 1)) frame.right = x; // left of the details
  const across = (y) => { for (let x = frame.left + 3; x < frame.right - 3; x++) if (screen.dark(x, y) <= 150) return false; return true; };
  while (frame.top < screen.height - 1 && !across(frame.top)) frame.top++;
  expect(frame.left > 0 && frame.top > 0 && frame.right > frame.left + 600, `the frame is at ${JSON.stringify(frame)}`);
  // 9 mm from the edge, less 2 pt: what the layout says of the frame.
  const inset = 9 / 25.4 * 72 - 2;
  const zoom = (frame.right - frame.left) / (297 / 25.4 * 72 - 2 * inset);
  const folder = mkdtempSync(join(tmpdir(), 'thidua-border-'));
  poppler('pdftoppm', '-png', '-r', String(72 * zoom), '-l', '1', '-singlefile', pdf, join(folder, 'page'));
  const paper = readPng(readFileSync(join(folder, 'page.png')));
  const dx = frame.left - Math.round(inset * zoom);
  const dy = frame.top - Math.round(inset * zoom);
  // Inside the band of the upper side and the left one, corners with them: what is drawn in one has its like within a
  // pixel in the other.
  const band = Math.round(10 / 25.4 * 72 * zoom);
  const near = (picture, x, y, least) => {
    for (let j = -1; j <= 1; j++) for (let i = -1; i <= 1; i++) if (picture.dark(x + i, y + j) >= least) return true;
    return false;
  };
  const x0 = Math.round(inset * zoom) + 4;
  const compare = (right, down) => {
    let drawn = 0;
    let missing = 0;
    let added = 0;
    for (let y = x0; y < x0 + 300; y++) {
      for (let x = x0; x < x0 + 500; x++) {
        if (x > x0 + band && y > x0 + band) continue;
        if (paper.dark(x, y) > 260) { drawn++; if (!near(screen, x + right, y + down, 90)) missing++; }
        if (screen.dark(x + right, y + down) > 180 && !near(paper, x, y, 90)) added++;
      }
    }
    return { drawn, missing, added };
  };
  // The sheet stands between two pixels on screen: the nearest whole offset is looked for, the same for the whole border.
  let best = null;
  for (let down = dy - 2; down <= dy + 2; down++) {
    for (let right = dx - 2; right <= dx + 2; right++) {
      const found = compare(right, down);
      if (!best || found.missing + found.added < best.missing + best.added) best = found;
    }
  }
  const { drawn, missing, added } = best;
  console.log(`       ${drawn} pixels of the border on paper, zoom ${(zoom * 75).toFixed(0)} %, frame ${JSON.stringify(frame)}: ${missing} have no like on screen, ${added} on screen have none on paper`);
  expect(drawn > 3000, `${drawn} pixels only are drawn: there is no border`);
  expect(missing < drawn * 0.005 && added < drawn * 0.005, 'screen and paper differ by more than a pixel');
});
