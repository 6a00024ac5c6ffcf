// Text as keyboards, input methods and clipboards of this world bring it, into a real field. The cases and what they
// stand for: docs/decisions (text agent). What a field holds is read from the program's own tree, not from the element
// that was typed into: the program's value comes back to it after each frame.
import { test, expectEqual } from './test.mjs';

// The way keyboards send text: Chromium's own protocol.
class Keyboard {
  static async of(stage) {
    const keyboard = new Keyboard();
    keyboard.page = stage.page;
    keyboard.session = await stage.context.newCDPSession(stage.page);
    return keyboard;
  }

  send(...args) { return this.session.send(...args); }

  // UniKey on Windows and OpenKey on macOS write by faked keys: VK_PACKET carries a character.
  async packet(text) {
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', windowsVirtualKeyCode: 231, key: text, text, unmodifiedText: text });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', windowsVirtualKeyCode: 231, key: text });
  }

  async backspace(times = 1) { for (let i = 0; i < times; i++) await this.page.keyboard.press('Backspace'); }
  compose(text) { return this.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }); }
  commit(text) { return this.send('Input.insertText', { text }); }
}

const CASES = {
  'plain keys': async (k) => { await k.page.keyboard.type('thi dua'); return 'thi dua'; },
  'UniKey on Windows: backspace and VK_PACKET': async (k) => {
    await k.page.keyboard.type('Thi dua');
    await k.backspace(3);
    for (const letter of 'đua') await k.packet(letter);
    await k.page.keyboard.type(' yeu');
    await k.backspace(2);
    for (const letter of 'êu') await k.packet(letter);
    return 'Thi đua yêu';
  },
  'OpenKey on macOS: U+202F and two backspaces': async (k) => {
    await k.page.keyboard.type('viet');
    await k.packet('\u202f');
    await k.backspace(3);
    for (const letter of 'ệt') await k.packet(letter);
    return 'việt';
  },
  'composition of ibus and fcitx': async (k) => {
    for (const step of ['v', 'vi', 'vie', 'viê', 'viêt', 'việt']) await k.compose(step);
    await k.commit('việt');
    await k.page.keyboard.type(' ');
    for (const step of ['n', 'na', 'nam']) await k.compose(step);
    await k.commit('nam');
    return 'việt nam';
  },
  'insertText of phones, emoji panels, dictation': async (k) => {
    await k.commit('Chiến sĩ ');
    await k.commit('thi đua');
    return 'Chiến sĩ thi đua';
  },
  'decomposed letters become composed ones': async (k) => {
    await k.commit('Nguyễn'.normalize('NFD'));
    await k.page.keyboard.type(' ');
    await k.commit('Thị Hường'.normalize('NFD'));
    await k.backspace(1);
    return 'Nguyễn Thị Hườn';
  },
};

for (const [label, name] of [['Một dòng', 'one line'], ['Nhiều dòng', 'several lines']]) {
  for (const [words, act] of Object.entries(CASES)) {
    test(`text, ${name}: ${words}`, async (stage) => {
      const page = await stage.open('selftest');
      await stage.ready();
      const field = page.getByRole('textbox', { name: label });
      await field.click();
      await page.waitForFunction(() => window.thidua.agent.active);
      const wanted = await act(await Keyboard.of(stage));
      await page.waitForFunction((text) => window.thidua.agent.text.join('') === text && window.thidua.agent.field.text === text, wanted)
        .catch(() => {});
      expectEqual(await page.evaluate(() => window.thidua.agent.field.text), wanted, 'the field');
      expectEqual(await field.inputValue(), wanted, "the field's element");
    });
  }
}

const held = (page) => page.evaluate(() => window.thidua.agent.field.text);
const until = (page, wanted) => page.waitForFunction((text) => window.thidua.agent.field.text === text && !window.thidua.agent.dirty(), wanted)
  .catch(async () => expectEqual(await held(page), wanted, 'the field'));

test('text: the caret is where the program shows it', async (stage) => {
  const page = await stage.open('selftest');
  await stage.ready();
  await page.getByRole('textbox', { name: 'Một dòng' }).click();
  await page.keyboard.type('kế hoạch');
  await page.keyboard.press('Home');
  await page.keyboard.type('Bản ');
  await until(page, 'Bản kế hoạch');
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.type('CH');
  await until(page, 'Bản kế hoạCH');
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Backspace');
  await until(page, 'ảnkế hoạCH');
  await page.keyboard.press('Control+Z');
  await until(page, 'ản kế hoạCH');
});

test('text: Enter makes a line in a field of several lines', async (stage) => {
  const page = await stage.open('selftest');
  await stage.ready();
  await page.getByRole('textbox', { name: 'Nhiều dòng' }).click();
  await page.keyboard.type('một');
  await page.keyboard.press('Enter');
  await page.keyboard.type('hai');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.type(' rưỡi');
  await until(page, 'một rưỡi\nhai');
  // The first click elsewhere leaves the field and does what it is for.
  await page.getByRole('button', { name: 'Bấm', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Đã bấm 1' }).waitFor();
});

test('text: fill, as tests and screen readers set a value', async (stage) => {
  const page = await stage.open('selftest');
  await stage.ready();
  for (const [label, value] of [['Một dòng', 'Chiến sĩ thi đua cơ sở'], ['Nhiều dòng', 'Dòng một\nDòng hai']]) {
    const field = page.getByRole('textbox', { name: label });
    await field.fill('trước đó');
    await until(page, 'trước đó');
    await field.fill(value);
    await until(page, value);
    expectEqual(await field.inputValue(), value, label);
  }
});

const typingMode = (page) => page.evaluate(() => localStorage.getItem('thidua.typing'));

for (const label of ['Một dòng', 'Nhiều dòng']) {
  test(`typing: the keys of Telex become letters (${label})`, async (stage) => {
    const page = await stage.open('selftest');
    await stage.ready();
    const field = page.getByRole('textbox', { name: label });
    await field.click();
    await page.waitForFunction(() => window.thidua.agent.active);
    await page.keyboard.type('Vieetj ');
    await until(page, 'Vieetj '); // off until it is asked for
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Alt+Z');
    await page.keyboard.type('Vieetj Nam thi ddua windows');
    await until(page, 'Việt Nam thi đua windows');
    expectEqual(await field.inputValue(), 'Việt Nam thi đua windows', "the field's element");
    // The caret is where it was typed; Backspace behind a mark takes the mark back.
    await page.keyboard.press('Home');
    for (const key of 'Nuwowcs ') await page.keyboard.press(key === ' ' ? 'Space' : key);
    await until(page, 'Nước Việt Nam thi đua windows');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('f');
    await until(page, 'NườViệt Nam thi đua windows');
    await page.keyboard.press('Backspace');
    await until(page, 'NướViệt Nam thi đua windows'); // as it was before the mark
  });
}

test('typing: an input method of the system wins', async (stage) => {
  const page = await stage.open('selftest');
  await stage.ready();
  await page.getByRole('textbox', { name: 'Một dòng' }).click();
  await page.waitForFunction(() => window.thidua.agent.active);
  await page.keyboard.press('Alt+Z');
  const keyboard = await Keyboard.of(stage);
  for (const step of ['v', 'vi', 'vie', 'viê', 'viêt', 'việt']) await keyboard.compose(step);
  await keyboard.commit('việt');
  await until(page, 'việt');
  await page.getByText('bộ gõ tiếng Việt riêng').first().waitFor({ state: 'attached' });
  expectEqual(await typingMode(page), 'off', 'the typing mode');
  await page.keyboard.type(' naam');
  await until(page, 'việt naam');
  // UniKey on Windows, while ours is on: its first letter turns ours off.
  await page.keyboard.press('Alt+Z');
  await page.keyboard.type(' vie');
  await keyboard.backspace(1);
  await keyboard.packet('ê');
  await page.keyboard.type('tj');
  await until(page, 'việt naam viêtj');
});

test('clipboard: copy, cut and paste by the keys of the browser', async (stage) => {
  const page = await stage.open('selftest');
  await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await stage.ready();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate((text) => navigator.clipboard.writeText(text), 'dán tiếng Việt'.normalize('NFD'));
  await page.getByRole('textbox', { name: 'Một dòng' }).click();
  await page.keyboard.press('Control+V');
  await until(page, 'dán tiếng Việt');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+X');
  await until(page, '');
  expectEqual(await clipboard(), 'dán tiếng Việt', 'the clipboard after the cut');
  await page.keyboard.type('chép lại');
  await until(page, 'chép lại');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Control+C');
  expectEqual(await clipboard(), 'chép lại', 'the clipboard after the copy');
  await until(page, 'chép lại');
  // A button that copies.
  await page.getByRole('button', { name: 'Chép' }).click();
  await page.waitForFunction(async () => await navigator.clipboard.readText() === 'chép lại');
});

test('clipboard: text pasted where no field is goes in as a document', async (stage) => {
  const page = await stage.open('selftest');
  await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await stage.ready();
  await page.evaluate((text) => navigator.clipboard.writeText(text), 'KẾ HOẠCH');
  await page.keyboard.press('Control+V');
  await page.getByRole('status').filter({ hasText: 'Nhận văn bản: 12 byte' }).waitFor();
});

test('text: a finger taps into a field and writes', async (stage) => {
  const page = await stage.open('selftest');
  await stage.ready();
  await page.getByRole('textbox', { name: 'Một dòng' }).tap();
  await page.waitForFunction(() => window.thidua.agent.active && document.activeElement === window.thidua.agent.element);
  await page.keyboard.type('ngón tay');
  await until(page, 'ngón tay');
}, { hasTouch: true, isMobile: true, viewport: { width: 412, height: 800 } });

test('mirror: buttons are found by role and name, focused by Tab, pressed by Enter and by a click without a pointer', async (stage) => {
  const page = await stage.open('selftest');
  await stage.ready();
  const button = page.getByRole('button', { name: 'Bấm', exact: true });
  const status = (text) => page.getByRole('status').filter({ hasText: text }).waitFor();
  await button.click();
  await status('Đã bấm 1');
  await button.dispatchEvent('click');
  await status('Đã bấm 2');
  await page.getByRole('button', { name: 'Chép' }).focus();
  await button.focus();
  await page.waitForFunction(() => document.activeElement.textContent === 'Bấm');
  await stage.settled();
  await page.keyboard.press('Enter');
  await status('Đã bấm 3');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.activeElement.textContent === 'Sang trang hai');
  expectEqual(await page.getByRole('heading', { level: 1 }).textContent(), 'Tự kiểm tra', 'the heading');
});
