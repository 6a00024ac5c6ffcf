// The text agent. Text never comes from key events: input methods (UniKey, ibus, phones, dictation) change the value of an
// editable element in ways that only the value itself tells. So the field that has the keyboard is a real <input> or
// <textarea> of the mirror, holding the field's text and selection; whatever changes its value is turned into one edit
// by comparing it, in NFC and by code points, with what the program has.

const points = (text) => Array.from(text.normalize('NFC'));

// The one replacement that makes `now` of `old`: old[start, end) gives way to `insert`. `caret` is where the change ended
// in `now`; it decides between equal answers (one of two equal letters typed).
export function difference(old, now, caret) {
  let suffix = 0;
  const longest = Math.min(old.length, now.length - Math.min(caret, now.length));
  while (suffix < longest && old[old.length - 1 - suffix] === now[now.length - 1 - suffix]) suffix++;
  let start = 0;
  const most = Math.min(old.length, now.length) - suffix;
  while (start < most && old[start] === now[start]) start++;
  return { start, end: old.length - suffix, insert: now.slice(start, now.length - suffix).join('') };
}

// What the program may make of a change: text as it is; single keys, of which its own typing (Telex, VNI, VIQR) may make
// letters; text that an input method composed, beside which it must not do the same.
const TEXT = 0, KEYS = 1, COMPOSED = 2;

function kindOf(event) {
  if (event.isComposing || event.inputType === 'insertCompositionText' || event.inputType === 'insertFromComposition') return COMPOSED;
  if (event.inputType === 'deleteContentBackward') return KEYS;
  return event.inputType === 'insertText' && event.data !== null && points(event.data).length === 1 ? KEYS : TEXT;
}

export class TextAgent {
  constructor(page, mirror) {
    this.page = page;
    this.mirror = mirror;
    this.field = { id: 0 };  // the program's field as it was after the last frame
    this.element = null;     // its element, when the mirror has it
    this.text = [];          // what the program has, in code points
    this.selected = [0, 0];  // the element's selection as last agreed, in code points
    this.composing = false;
    this.kind = TEXT;        // how what the program has not got yet was written
    this.touched = false;    // something was, since the last flush

    const root = mirror.root;
    root.addEventListener('compositionstart', () => { this.composing = true; });
    root.addEventListener('compositionend', () => { this.composing = false; page.requestFrame(0); });
    root.addEventListener('input', (event) => {
      if (event.target === this.element) { // many changes before a frame are one edit
        const kind = kindOf(event);
        this.kind = !this.touched || kind === this.kind ? kind : Math.max(kind, this.kind) === COMPOSED ? COMPOSED : TEXT;
        this.touched = true;
        return page.requestFrame(0);
      }
      // A field that the program has not made active yet (a test's fill, a screen reader): its whole value.
      const id = mirror.idOf(event.target);
      page.call('set_focus', id);
      page.call('set_value', id, event.target.value.normalize('NFC'));
      page.requestFrame(0);
    });
    document.addEventListener('selectionchange', () => { if (this.#selectionMoved()) page.requestFrame(0); });
  }

  get active() { return this.element !== null; }
  get multiline() { return this.field.multiline; }

  // True when the element holds something that the program does not have yet.
  dirty() { return this.element !== null && this.element.value.normalize('NFC') !== this.text.join(''); }

  // Before a frame: the element's changes go to the program.
  flush() {
    const element = this.element;
    if (!element) return;
    const now = points(element.value);
    if (now.length !== this.text.length || now.some((point, at) => point !== this.text[at])) {
      const caret = points(element.value.slice(0, element.selectionEnd)).length;
      const { start, end, insert } = difference(this.text, now, caret);
      if (!this.page.call('edit', this.field.id, end, end - start, insert, this.touched ? this.kind : TEXT)) this.page.call('set_value', this.field.id, now.join(''));
      this.text = now;
      this.touched = false;
      this.selected = this.#selection();
    } else if (!this.composing && this.#selectionMoved()) {
      this.selected = this.#selection();
      this.page.call('select', this.field.id, ...this.selected);
    }
  }

  // After a frame: the program's field as it is now. (Before the frame flush() took what was typed: nothing is lost.)
  show(field) {
    this.field = field;
    this.#sync();
  }

  // The mirror may come later than the frame; only then an element can appear or go. The one that is being typed into
  // must not be touched between frames: it may hold letters that the program has not got yet.
  mirrorChanged() {
    if ((this.field.id ? this.mirror.field(this.field.id) : null) !== this.element) this.#sync();
  }

  #sync() {
    const { field } = this;
    const element = field.id ? this.mirror.field(field.id) : null;
    if (element !== this.element) {
      const old = this.element;
      this.element = element;
      this.composing = false;
      if (!element) {
        // The phone's keyboard goes; keys are still heard, on the stage.
        if (old && document.activeElement === old) this.mirror.focus(this.page.stage);
        return;
      }
      // Reached through the DOM (a test, a screen reader), the selection made there counts; else the program's.
      const came = document.activeElement === element;
      this.#take(element, field, !came);
      if (!came && this.#mayFocus()) this.mirror.focus(element);
      return;
    }
    if (!element || this.composing) return; // an input method must not lose its place
    this.#take(element, field, field.anchor !== this.selected[0] || field.caret !== this.selected[1]);
  }

  #take(element, field, select) {
    this.text = points(field.text);
    if (element.value !== field.text) { // also when only the normal form differs: the element holds NFC from here on
      element.value = field.text;
      select = true;
    }
    if (!select) return;
    const [from, to] = field.anchor <= field.caret ? [field.anchor, field.caret] : [field.caret, field.anchor];
    element.setSelectionRange(this.#unit(from), this.#unit(to), field.anchor <= field.caret ? 'forward' : 'backward');
    this.selected = [field.anchor, field.caret];
  }

  // The UTF-16 place in the element's value of code point `at`.
  #unit(at) { return this.text.slice(0, at).join('').length; }

  #selection() {
    const { value, selectionStart, selectionEnd, selectionDirection } = this.element;
    const from = points(value.slice(0, selectionStart)).length;
    const to = points(value.slice(0, selectionEnd)).length;
    return selectionDirection === 'backward' ? [to, from] : [from, to];
  }

  #selectionMoved() {
    if (!this.element || this.composing || document.activeElement !== this.element) return false;
    const [anchor, caret] = this.#selection();
    return anchor !== this.selected[0] || caret !== this.selected[1];
  }

  // The focus is not taken from the bar that offers a new version, nor from another window.
  #mayFocus() {
    const here = document.activeElement;
    return here === document.body || here === null || this.page.stage.contains(here);
  }
}
