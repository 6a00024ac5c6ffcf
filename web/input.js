// Pointer, wheel, keys, clipboard and dropped files on their way into the program.
// The rule for keys: the browser keeps every one that the program has no use for (F5, Ctrl+T, Ctrl+0, Ctrl+F …).

const CTRL = 1, SHIFT = 2, ALT = 4;
const NAVIGATION = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'Tab', 'Escape', 'Enter']);
const onMac = /Mac|iPhone|iPad/.test(navigator.platform);

export class Input {
  constructor(page) {
    this.page = page;
    this.stage = page.stage;
    this.pointerUpAt = -Infinity; // when a real pointer was last lifted (performance.now)
    this.down = new Map();        // code → key: what the program believes to be pressed
    this.#listenToPointers();
    window.addEventListener('keydown', (event) => this.#keyDown(event), { capture: true });
    window.addEventListener('keyup', (event) => this.#keyUp(event), { capture: true });
    window.addEventListener('blur', () => this.#focus(false));
    window.addEventListener('focus', () => this.#focus(true));
    for (const type of ['copy', 'cut', 'paste']) document.addEventListener(type, (event) => this[type](event));
    this.#listenToDrops();
  }

  // --- pointers ----------------------------------------------------------------------------------------

  #listenToPointers() {
    const { stage, page } = this;
    const listen = (type, handler) => stage.addEventListener(type, (event) => { handler(event); page.requestFrame(0); });
    listen('pointerdown', (event) => {
      stage.setPointerCapture(event.pointerId); // a drag goes on outside the window
      if (page.mirrorView.followScroll()) page.settle(); // scrolled into view for this very press
      if (!stage.contains(document.activeElement)) page.mirrorView.focus(stage);
      if (event.pointerType === 'touch') return page.call('touch', 0, event.pointerId, event.clientX, event.clientY);
      page.call('mouse_move', event.clientX, event.clientY);
      page.call('mouse_button', event.button, 1);
    });
    listen('pointermove', (event) => {
      if (event.pointerType === 'touch') return page.call('touch', 1, event.pointerId, event.clientX, event.clientY);
      page.call('mouse_move', event.clientX, event.clientY);
      // A second button pressed or released while one is held comes as a move.
      if (event.button >= 0) page.call('mouse_button', event.button, event.buttons & [1, 4, 2, 8, 16][event.button] ? 1 : 0);
    });
    listen('pointerup', (event) => {
      this.pointerUpAt = performance.now();
      if (event.pointerType === 'touch') page.call('touch', 2, event.pointerId, event.clientX, event.clientY);
      else page.call('mouse_button', event.button, 0);
      // iOS shows its keyboard only when the field gets the focus inside this very handler: let the tap be drawn now.
      page.settle();
    });
    listen('pointercancel', (event) => page.call('touch', 3, event.pointerId, event.clientX, event.clientY));
    stage.addEventListener('pointerleave', (event) => {
      if (event.pointerType !== 'touch' && event.buttons === 0) page.call('mouse_leave');
      page.requestFrame(0);
    });
    // The program decides what has the focus. (Right button: the browser's menu of a text field needs it.)
    stage.addEventListener('mousedown', (event) => { if (event.button !== 2) event.preventDefault(); });
    // The browser's own menu only where it helps: on text fields, to paste and to correct.
    stage.addEventListener('contextmenu', (event) => { if (!(event.target.matches('input, textarea'))) event.preventDefault(); });
    stage.addEventListener('wheel', (event) => {
      if (event.ctrlKey) { // a page of paper is zoomed by the program, all else by the browser; a notch is 100, a pad sends little
        const by = Math.max(-24, Math.min(24, event.deltaY));
        if (page.call('zoom', event.clientX, event.clientY, Math.exp(-by / 100))) event.preventDefault();
        return;
      }
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 33 : event.deltaMode === 2 ? stage.clientHeight : 1; // lines, pages → pixels
      let { deltaX: x, deltaY: y } = event;
      if (event.shiftKey && y === 0) [x, y] = [0, x]; // the browser has turned it already, the program would again
      page.call('mouse_move', event.clientX, event.clientY);
      page.call('wheel', x * unit, y * unit);
      page.requestFrame(0);
    }, { passive: false });
  }

  // --- keys --------------------------------------------------------------------------------------------

  #modifiers(event) {
    const altGraph = event.getModifierState('AltGraph'); // on Windows it comes as Ctrl+Alt, and writes characters
    const ctrl = (onMac ? event.metaKey : event.ctrlKey) && !altGraph;
    return (ctrl ? CTRL : 0) | (event.shiftKey ? SHIFT : 0) | (event.altKey && !altGraph ? ALT : 0);
  }

  #keyDown(event) {
    const { page } = this;
    if (event.target !== document.body && !this.stage.contains(event.target)) return; // a button of the page
    if (event.isComposing || event.keyCode === 229) return; // the input method's own
    const modifiers = this.#modifiers(event);
    const { key } = event;
    if (key === 'Control' || key === 'Shift' || key === 'Alt' || key === 'Meta') return page.call('key', 1, key, event.code, modifiers);

    const typing = page.agent.active && event.target.matches('input, textarea');
    const plain = (modifiers & (CTRL | ALT)) === 0;
    let take;
    if (page.call('takes', key, event.code, modifiers)) take = true;
    else if (NAVIGATION.has(key)) take = !(modifiers & ALT) && !(key === 'Enter' && typing && page.agent.multiline) && !(key === 'Tab' && modifiers & CTRL);
    else if (typing) take = (modifiers & CTRL) !== 0 && /^[azy]$/i.test(key); // all other text is the element's
    else take = plain && (key === 'Backspace' || key === 'Delete' || key === ' ');
    if (!take) return;
    event.preventDefault();
    if (page.agent.dirty()) page.settle(); // what was typed before this key comes before it
    this.down.set(event.code, key);
    page.call('key', 1, key, event.code, modifiers);
    // The next letter may be typed before the next frame; it must find the selection that this key makes.
    if (typing) page.settle(); else page.requestFrame(0);
  }

  #keyUp(event) {
    const { page } = this;
    const key = this.down.get(event.code);
    this.down.delete(event.code);
    page.call('key', 0, key ?? '', event.code, this.#modifiers(event));
    // A Mac tells no keyup of what was held together with Command.
    if (event.key === 'Meta') this.#releaseAll();
    page.requestFrame(0);
  }

  #releaseAll() {
    for (const [code, key] of this.down) this.page.call('key', 0, key, code, 0);
    this.down.clear();
  }

  #focus(has) {
    if (!has) this.#releaseAll();
    this.page.call('focus', has ? 1 : 0);
    this.page.requestFrame(0);
  }

  // --- clipboard: answered inside the event, the only moment in which a browser allows it ------------------

  copy(event) { this.#fill(event, 0); }
  cut(event) { this.#fill(event, 1); }

  #fill(event, cut) {
    const { page } = this;
    page.settle(); // the selection made in the DOM
    const pointer = page.call('copy', cut);
    const text = page.module.UTF8ToString(pointer);
    page.module._free(pointer);
    if (!text) return; // nothing of ours is selected: the browser's own selection, if any
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    page.draw(true);
  }

  paste(event) {
    const { page } = this;
    if (event.target !== document.body && !this.stage.contains(event.target)) return;
    event.preventDefault();
    const [file] = event.clipboardData.files;
    const text = event.clipboardData.getData('text/plain');
    if (page.agent.active && text) {
      page.settle();
      page.call('paste', text);
    } else if (text) {
      const bytes = new TextEncoder().encode(text.normalize('NFC'));
      page.call('dropped', '', page.give(bytes), bytes.length);
    } else if (file) {
      page.hand(file, (name, pointer, size) => page.call('dropped', name, pointer, size));
    }
    page.draw(true);
  }

  // --- files dropped on the page -------------------------------------------------------------------------

  #listenToDrops() {
    // Without these the browser leaves the page for the file.
    window.addEventListener('dragover', (event) => { event.preventDefault(); event.dataTransfer.dropEffect = 'copy'; });
    window.addEventListener('drop', (event) => {
      event.preventDefault();
      for (const file of event.dataTransfer.files) {
        this.page.hand(file, (name, pointer, size) => this.page.call('dropped', name, pointer, size));
      }
    });
  }
}
