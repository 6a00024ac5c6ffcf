// The files that the program is made of, by their plain names ("fonts/ui-regular.ttf"). The build's list, in index.html,
// gives each one's hashed address and its size when unpacked: Content-Length is that of the compressed file, so a
// progress bar that tells the truth needs the list.
// A connection that says nothing for this long is given up, so that whoever waits can try again.
const SILENCE = 30000; // ms

function soon(promise, giveUp, name) {
  let timer;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(() => { giveUp(); reject(new Error(`${name}: nothing came for ${SILENCE / 1000} s`)); }, SILENCE);
  });
  return Promise.race([promise, silence]).finally(() => clearTimeout(timer));
}

export class Files {
  constructor(list, moved = () => {}) {
    this.list = list;
    this.moved = moved;
    this.started = new Map();
    this.loading = null; // names that the loading bar counts; null: it is gone
    this.received = new Map();
  }

  address(name) { return this.list[name]?.url ?? name; }

  // Begins to fetch these at once, side by side; the bar counts their bytes.
  begin(names) {
    this.loading = names;
    for (const name of names) if (name !== 'thidua.wasm') this.bytes(name).catch(() => {}); // who asks for it hears of it
  }

  progress() {
    let all = 0, here = 0;
    for (const name of this.loading ?? []) {
      const size = this.list[name]?.size ?? 0;
      all += size;
      here += Math.min(size, this.received.get(name) ?? 0);
    }
    return all > 0 ? here / all : 0;
  }

  // The whole file as bytes; fetched once, kept only until somebody has taken it.
  bytes(name, moved = () => {}) {
    const known = this.started.get(name);
    if (known) { this.started.delete(name); return known; }
    const promise = this.#read(name, moved);
    if (this.loading?.includes(name)) this.started.set(name, promise);
    return promise;
  }

  async #read(name, moved) {
    const stop = new AbortController();
    const response = await soon(fetch(this.address(name), { signal: stop.signal }), () => stop.abort(), name);
    if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
    const parts = [];
    await this.#count(name, response, (part) => parts.push(part), moved);
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) { bytes.set(part, at); at += part.length; }
    return bytes;
  }

  async #count(name, response, take, moved) {
    const size = this.list[name]?.size ?? 0;
    const reader = response.body.getReader();
    for (let here = 0; ;) {
      const { done, value } = await soon(reader.read(), () => reader.cancel(), name);
      if (done) break;
      take(value);
      here += value.length;
      this.received.set(name, here);
      moved(size ? Math.min(1, here / size) : 0);
      this.moved();
    }
  }

  // Compiles while it loads. The response goes to the browser untouched, because only then does the browser keep the
  // compiled code for the next visit; a clone of it is counted.
  async wasm(name, imports) {
    const response = await fetch(this.address(name));
    if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
    const counted = response.clone();
    this.#count(name, counted, () => {}, () => {}).catch(() => {});
    if (response.headers.get('Content-Type')?.startsWith('application/wasm')) {
      return WebAssembly.instantiateStreaming(response, imports);
    }
    return WebAssembly.instantiate(await response.arrayBuffer(), imports); // a server that does not know .wasm
  }
}
