// The page as the program sees it (Module.page, called from src/platform/page_web.cpp), and the clock of its frames.
import { Input } from 'page/input';
import { Mirror } from 'page/mirror';
import { TextAgent } from 'page/agent';

const CURSORS = ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'not-allowed'];
// While something moves, the mirror takes at most a fifth of the time. Where it is cheap it follows every frame, so that
// whoever clicks on an element does not click where its picture was a moment ago.
const MIRROR_SHARE = 5;
// The program's jobs (unpacking, restoring, exporting) go on between frames, in slices of so many ms with the browser's
// own turn behind each: how fast they are does not depend on how fast frames are drawn.
const SLICE = 3;

export class Page {
  constructor(files, { fail, started }) {
    this.files = files;
    this.fail = (vi, en) => fail(vi, en);
    this.whenStarted = started;
    this.stage = document.getElementById('stage');
    this.canvas = document.getElementById('canvas');
    this.frameRequest = 0;
    this.timer = 0;
    this.timerAt = Infinity;
    this.running = false;
    this.mirrorJson = null;
    this.mirrorTimer = 0;
    this.mirroredAt = 0;
    this.mirrorCost = 0;
    this.look = '';
    this.working = false;
    this.turn = new MessageChannel(); // a timer would wait 4 ms, and a second in a hidden tab
    const slice = () => this.#work(); // by this name bench.mjs finds it in the browser's own record
    this.turn.port1.onmessage = slice;
  }

  attach(module) { this.module = module; }

  // --- texts and bytes across the border -------------------------------------------------------------

  text(string) {
    const size = this.module.lengthBytesUTF8(string) + 1;
    const pointer = this.module._malloc(size);
    this.module.stringToUTF8(string, pointer, size);
    return pointer;
  }

  // Calls the program with texts; strings among the arguments become pointers for the time of the call.
  call(name, ...values) {
    const pointers = [];
    const ready = values.map((value) => {
      if (typeof value !== 'string') return value;
      pointers.push(this.text(value));
      return pointers.at(-1);
    });
    try { return this.module[`_thidua_${name}`](...ready); } finally { for (const pointer of pointers) this.module._free(pointer); }
  }

  // Bytes on the program's heap, which the callee frees; 0 when they do not fit.
  give(bytes) {
    const pointer = this.module._malloc(Math.max(1, bytes.length));
    if (pointer) this.module.HEAPU8.set(bytes, pointer);
    return pointer;
  }

  // --- frames ----------------------------------------------------------------------------------------

  requestFrame(seconds) {
    if (!this.running || this.frameRequest || document.hidden) return;
    if (seconds <= 0.004) {
      clearTimeout(this.timer);
      this.timerAt = Infinity;
      this.frameRequest = requestAnimationFrame(() => this.#tick());
      return;
    }
    const at = performance.now() + seconds * 1000;
    if (at >= this.timerAt) return;
    clearTimeout(this.timer);
    this.timerAt = at;
    // Rounded up: a timer that comes early would find nothing due and had to be set again.
    this.timer = setTimeout(() => { this.timerAt = Infinity; this.requestFrame(0); }, Math.ceil(seconds * 1000) + 1);
  }

  #tick() {
    this.frameRequest = 0;
    this.draw(false);
  }

  // One frame now; `force`: even when the program sees no need.
  draw(force) {
    if (!this.running) return;
    this.agent.flush();
    const wait = this.module._thidua_frame(force ? 1 : 0);
    if (wait >= 0) this.requestFrame(wait);
    if (!this.working) this.#nextSlice(); // what came with this frame may have begun something
  }

  #nextSlice() {
    this.working = true;
    this.turn.port2.postMessage(0);
  }

  #work() {
    this.working = false;
    if (this.module._thidua_work(SLICE)) this.#nextSlice();
  }

  // Frames now until the program has taken all input that waits (ImGui takes a key down and up in two frames).
  settle() {
    this.draw(true);
    for (let frame = 0; frame < 8 && this.module._thidua_input_waits(); frame++) this.draw(true);
  }

  // Nothing is scheduled but perhaps a timer: what is on the screen is what there is.
  idle() { return this.running && !this.frameRequest && !this.mirrorTimer && !this.working; }
  frames() { return this.module._thidua_frames(); }

  // The shell is there: from now on the page listens.
  started() {
    queueMicrotask(() => { // not in the middle of a call from the program
      this.running = true;
      this.mirrorView = new Mirror(this);
      this.agent = new TextAgent(this, this.mirrorView);
      this.input = new Input(this);
      this.#watchSize();
      this.#watchContext();
      this.#watchHistory();
      for (const query of ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(pointer: coarse)']) {
        matchMedia(query).addEventListener('change', () => this.call('wake'));
      }
      document.addEventListener('visibilitychange', () => {
        if (document.hidden) { // nobody looks: nothing is drawn
          cancelAnimationFrame(this.frameRequest);
          clearTimeout(this.timer);
          this.frameRequest = 0;
          this.timerAt = Infinity;
        } else {
          this.call('wake');
        }
      });
      this.draw(true);
      this.whenStarted();
    });
  }

  #watchSize() {
    const apply = (deviceWidth, deviceHeight) => {
      const scale = devicePixelRatio;
      this.call('resize', deviceWidth / scale, deviceHeight / scale, scale);
      this.canvas.width = deviceWidth; // also empties the canvas, so the frame comes in the same turn
      this.canvas.height = deviceHeight;
      this.draw(true);
    };
    const measure = () => apply(Math.round(this.stage.clientWidth * devicePixelRatio), Math.round(this.stage.clientHeight * devicePixelRatio));
    const observer = new ResizeObserver(([entry]) => {
      // Exact device pixels where the browser tells them: at 125 % a rounded size would blur all text.
      const exact = entry.devicePixelContentBoxSize?.[0];
      // (Chromium under an emulated ratio tells the size of the real screen instead: not believed.)
      const near = exact && Math.abs(exact.inlineSize - this.stage.clientWidth * devicePixelRatio) < 2;
      if (near) apply(exact.inlineSize, exact.blockSize); else measure();
    });
    try { observer.observe(this.canvas, { box: 'device-pixel-content-box' }); } catch { // Safari
      observer.observe(this.canvas);
      const rearm = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => { measure(); rearm(); }, { once: true });
      rearm();
    }
    measure();
    // iOS lays its keyboard over the page instead of shrinking it.
    visualViewport?.addEventListener('resize', () => {
      const covered = innerHeight - visualViewport.height * visualViewport.scale;
      this.stage.style.bottom = covered > 80 ? `${covered}px` : '';
    });
  }

  #watchContext() {
    this.canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // else the browser does not give another one
      this.call('context_lost');
    });
    this.canvas.addEventListener('webglcontextrestored', () => {
      this.call('context_restored');
      this.draw(true);
    });
  }

  #watchHistory() {
    this.seenFragment = this.fragment();
    const moved = () => {
      const fragment = this.fragment();
      if (fragment === this.seenFragment) return; // popstate and hashchange tell the same move twice
      this.seenFragment = fragment;
      this.call('navigate', fragment);
    };
    window.addEventListener('popstate', moved);
    window.addEventListener('hashchange', moved);
  }

  // --- after each frame --------------------------------------------------------------------------------

  mirror(json) {
    this.mirrorJson = json;
    if (this.mirrorTimer) return;
    const rest = this.mirroredAt + this.mirrorCost * MIRROR_SHARE - performance.now();
    if (rest <= 4) this.#mirrorNow();
    else this.mirrorTimer = setTimeout(() => { this.mirrorTimer = 0; this.#mirrorNow(); }, rest);
  }

  #mirrorNow() {
    const began = performance.now();
    this.mirrorView.update(JSON.parse(this.mirrorJson));
    this.agent.mirrorChanged();
    this.mirroredAt = performance.now();
    this.mirrorCost = this.mirroredAt - began;
  }

  field(id, text, anchor, caret, multiline, x, y, height) {
    this.agent.show({ id: id >>> 0, text, anchor, caret, multiline: multiline !== 0, x, y, height });
  }

  announce(text) { document.getElementById('live').textContent = text; }
  cursor(cursor) { this.stage.style.cursor = CURSORS[cursor] ?? 'none'; }

  theme(dark, language) {
    const look = `${dark ? 'dark' : 'light'} ${language}`;
    if (look === this.look) return;
    this.look = look;
    document.documentElement.className = dark ? 'dark' : 'light';
    document.documentElement.lang = language || 'vi';
  }

  // --- what the program asks of its host -----------------------------------------------------------------

  copyText(text) {
    navigator.clipboard?.writeText(text).catch((reason) => console.warn('clipboard:', reason));
  }

  async fetchFile(request, name) {
    let bytes = new Uint8Array(0);
    let found = true;
    try {
      bytes = await this.files.bytes(name, (share) => this.module._thidua_fetching(request, share));
    } catch (reason) {
      console.error(reason);
      found = false;
    }
    const pointer = this.give(bytes);
    this.module._thidua_fetched(request, pointer, pointer ? bytes.length : 0, found && pointer ? 1 : 0);
    this.requestFrame(0);
  }

  pickFile(request, accept) {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.style.display = 'none';
    input.onchange = async () => {
      input.remove();
      if (input.files[0]) await this.hand(input.files[0], (name, pointer, size) => this.call('picked', request, name, pointer, size));
    };
    input.oncancel = () => input.remove();
    document.body.append(input); // Safari opens nothing for an input outside the document
    input.click();
  }

  // Reads a file a person gave and hands it to the program.
  async hand(file, receive) {
    let pointer = 0;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      pointer = this.give(bytes);
      if (pointer) receive(file.name, pointer, bytes.length);
    } catch (reason) {
      console.warn(file.name, reason); // the disk was pulled out, or the file is larger than memory
    }
    if (!pointer) this.announce(`Không đọc được tệp ${file.name}.`);
    this.requestFrame(0);
  }

  saveFile(request, name, type, pointer, size) {
    const bytes = this.module.HEAPU8.slice(pointer, pointer + size);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([bytes], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000); // the download may begin late
    queueMicrotask(() => this.call('saved', request, ''));
  }

  // The browser's printer dialog over a page of its own, in a frame that nobody sees.
  print(request, html) {
    const frame = document.createElement('iframe');
    frame.className = 'print';
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.style.cssText = 'position:fixed;right:0;bottom:0;width:0;height:0;border:0;visibility:hidden';
    frame.onload = async () => {
      const view = frame.contentWindow;
      await view.document.fonts.ready; // faces that the system lacks
      view.onafterprint = () => frame.remove();
      view.focus();
      view.print();
      this.call('saved', request, '');
    };
    // The faces by their hashed addresses; only the style sheet names files.
    const end = html.indexOf('</style>');
    frame.srcdoc = html.slice(0, end).replace(/url\((fonts\/[^)]+)\)/g, (_, name) => `url(${this.files.address(name)})`) + html.slice(end);
    document.querySelector('iframe.print')?.remove(); // one that was never printed
    document.body.append(frame);
  }

  address() { return location.origin + location.pathname; }
  fragment() { return location.hash.slice(1); }

  setFragment(fragment, push) {
    if (fragment === this.fragment()) return;
    const state = history.state; // keys that are not ours stay
    if (push) history.pushState(state, '', `#${fragment}`); else history.replaceState(state, '', `#${fragment}`);
    this.seenFragment = this.fragment();
  }

  openAddress(url) { window.open(url, '_blank', 'noopener'); }

  setting(key) {
    try { return localStorage.getItem(`thidua.${key}`) ?? ''; } catch { return ''; } // storage may be forbidden
  }

  setSetting(key, value) {
    try { localStorage.setItem(`thidua.${key}`, value); } catch (reason) { console.warn('setting:', reason); }
  }
}
