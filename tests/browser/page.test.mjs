// The page around the program: loading, frames, size, context loss, history, files.
import { test, expect, expectEqual } from './test.mjs';

test('loads, and the bar tells how far it is', async (stage) => {
  const context = stage.context = await stage.browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => {
    window.shares = [];
    new MutationObserver((changes) => {
      for (const { target } of changes.filter(({ target }) => target.id === 'bar')) {
        const value = Number(target.getAttribute('aria-valuenow'));
        if (window.shares.at(-1) !== value) window.shares.push(value);
      }
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['aria-valuenow'] });
  });
  const page = await stage.open('selftest');
  await stage.ready();
  const shares = await page.evaluate(() => window.shares);
  expectEqual(shares, [...shares].sort((a, b) => a - b), 'the bar, which never goes back,');
  expectEqual(shares.at(-1), 100, 'the bar at the end');
  expectEqual(await page.locator('#loading').count(), 0, 'loading screens left');
  await stage.expectDrawn();
  await stage.shot('selftest');
});

test('draws nothing while nothing happens', async (stage) => {
  const page = await stage.open('selftest');
  await stage.ready();
  await page.waitForTimeout(1000); // what is measured is time itself: first the toasts and timers of the start, …
  const before = await page.evaluate(() => window.thidua.frames());
  await page.waitForTimeout(3000); // … then three seconds
  expectEqual(await page.evaluate(() => window.thidua.frames()) - before, 0, 'the number of frames in 3 idle seconds');
  await page.mouse.move(300, 300);
  await page.waitForFunction((count) => window.thidua.frames() > count, before);
});

test('sharp at two device pixels a CSS pixel', async (stage) => {
  const page = await stage.open('selftest', { deviceScaleFactor: 2, viewport: { width: 800, height: 600 } });
  await stage.ready();
  expectEqual(await page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]), [1600, 1200], 'the canvas');
  await stage.expectDrawn();
  await page.setViewportSize({ width: 640, height: 480 });
  await page.waitForFunction(() => document.getElementById('canvas').width === 1280);
  await stage.settled();
  await page.getByRole('button', { name: 'Bấm', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Đã bấm 1' }).waitFor();
  await stage.shot('selftest-2x');
});

test('survives the loss of its WebGL context', async (stage) => {
  const page = await stage.open('selftest');
  await stage.ready();
  await page.evaluate(() => {
    window.loser = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.loser.loseContext();
  });
  await page.waitForFunction(() => document.getElementById('canvas').getContext('webgl2').isContextLost());
  await page.mouse.move(200, 200); // must not draw, must not fail
  await page.evaluate(() => new Promise((back) => {
    document.getElementById('canvas').addEventListener('webglcontextrestored', () => setTimeout(back), { once: true });
    window.loser.restoreContext();
  }));
  await stage.settled();
  await stage.expectDrawn();
  await page.getByRole('button', { name: 'Bấm', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Đã bấm 1' }).waitFor();
  await stage.shot('selftest-after-context-loss');
});

test('takes a file that is dropped on it', async (stage) => {
  const page = await stage.open('selftest');
  await stage.ready();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Kế hoạch'], 'kế hoạch.txt', { type: 'text/plain' }));
    document.getElementById('stage').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.getByRole('status').filter({ hasText: 'Nhận kế hoạch.txt: 12 byte' }).waitFor();
});

test('opens a file that is picked, and hands one out', async (stage) => {
  const page = await stage.open('selftest');
  await stage.ready();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Mở tệp' }).click()]);
  await chooser.setFiles({ name: 'danh sách.txt', mimeType: 'text/plain', buffer: Buffer.from('Nguyễn Văn A') });
  await page.getByRole('status').filter({ hasText: 'Nhận danh sách.txt: 15 byte' }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lưu tệp' }).click()]);
  expectEqual(download.suggestedFilename(), 'thử.txt', 'the name of the file');
  await page.getByRole('status').filter({ hasText: 'Đã lưu' }).waitFor();
});

test('back and forward of the browser', async (stage) => {
  const page = await stage.open('selftest');
  await stage.ready();
  await page.getByRole('button', { name: 'Sang trang hai' }).click();
  await page.getByRole('status').filter({ hasText: 'Ở selftest/hai' }).waitFor();
  expect(page.url().endsWith('#selftest/hai'), `the address is ${page.url()}`);
  await page.goBack();
  await page.getByRole('status').filter({ hasText: /Ở selftest$/ }).waitFor();
  await page.goForward();
  await page.getByRole('status').filter({ hasText: 'Ở selftest/hai' }).waitFor();
});

test('leaves the browser its own keys', async (stage) => {
  const page = await stage.open('selftest');
  await stage.ready();
  const prevented = await page.evaluate(() => {
    const taken = [];
    for (const [key, code, ctrlKey] of [['F5', 'F5', false], ['t', 'KeyT', true], ['r', 'KeyR', true], ['0', 'Digit0', true], ['+', 'Equal', true],
      ['-', 'Minus', true], ['l', 'KeyL', true], ['c', 'KeyC', true], ['v', 'KeyV', true], ['x', 'KeyX', true], ['F12', 'F12', false], ['p', 'KeyP', true]]) {
      const event = new KeyboardEvent('keydown', { key, code, ctrlKey, bubbles: true, cancelable: true });
      if (!document.body.dispatchEvent(event)) taken.push(key);
    }
    return taken;
  });
  expectEqual(prevented, [], 'the list of keys taken from the browser');
});

test('says so when there is no WebGL 2', async (stage) => {
  stage.context = await stage.browser.newContext();
  await stage.context.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind === 'webgl2' ? null : original.call(this, kind, ...rest); };
  });
  const page = await stage.open('selftest');
  await page.getByText('Trình duyệt này không có WebGL 2').waitFor();
  await stage.shot('no-webgl2');
});

test('works offline after the first visit', async (stage) => {
  const page = await stage.open('selftest');
  await stage.ready();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload(); // now everything passes through the worker and is kept
  await stage.ready();
  await stage.context.setOffline(true);
  await page.reload();
  await stage.ready();
  await stage.expectDrawn();
}, { errorsExpected: true });

test('offers to reload when a new version has come, and not before', async (stage) => {
  const page = await stage.open('selftest');
  await stage.ready();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await stage.ready();
  expect(await page.locator('#update').isHidden(), 'the bar is shown though the version is the same');
  stage.server.replace = { path: '/sw.js', from: /const BUILD = '[^']*'/, to: "const BUILD = 'newer'" };
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.getByRole('alert').filter({ hasText: 'Có bản mới' }).waitFor();
  await page.getByRole('button', { name: 'Để sau' }).click();
  expect(await page.locator('#update').isHidden(), 'the bar stays');
  stage.server.replace = null;
});
