// The comparison behind the text agent, on its own.
import { test, expectEqual } from './test.mjs';
import { difference } from '../../web/agent.js';

const points = (text) => Array.from(text);

// `now` with "|" where the caret is.
function change(old, nowWithCaret) {
  const caret = points(nowWithCaret).indexOf('|');
  const now = points(nowWithCaret.replace('|', ''));
  const edit = difference(points(old), now, caret);
  expectEqual([...points(old).slice(0, edit.start), ...points(edit.insert), ...points(old).slice(edit.end)].join(''), now.join(''), 'the edit applied');
  return [edit.start, edit.end, edit.insert];
}

test('difference: what is typed, removed, replaced', async () => {
  expectEqual(change('', 'a|'), [0, 0, 'a']);
  expectEqual(change('thi dua', 'thi đ|ua'), [4, 5, 'đ'], 'a letter with its mark');
  expectEqual(change('việt', 'việ|'), [3, 4, '']);
  expectEqual(change('kế hoạch', '|'), [0, 8, '']);
  expectEqual(change('abc', 'aXYc|'), [1, 3, 'XYc'], 'a change that ends at the caret');
});

test('difference: the caret decides between equal letters', async () => {
  expectEqual(change('oo', 'o|oo'), [0, 0, 'o']);
  expectEqual(change('oo', 'oo|o'), [1, 1, 'o']);
  expectEqual(change('aaa', 'a|a'), [1, 2, '']);
});

test('difference: letters beyond the basic plane are one', async () => {
  expectEqual(change('a🎖b', 'a🎖🎖|b'), [2, 2, '🎖']);
});

test('difference: every short change of a text is found', async () => {
  const letters = ['a', 'ấ', ' '];
  const texts = [''];
  for (let from = 0, length = 1; length <= 3; length++) {
    const until = texts.length;
    for (; from < until; from++) for (const letter of letters) texts.push(texts[from] + letter);
  }
  for (const old of texts) for (const now of texts) for (let caret = 0; caret <= points(now).length; caret++) {
    const with_ = points(now);
    with_.splice(caret, 0, '|');
    change(old, with_.join(''));
  }
});
