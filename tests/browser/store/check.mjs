// The store in a real Chromium: what is committed is there after a reload, after a closed tab, after a killed browser; a second
// tab reads only. A browser of its own, because it is killed on the way. By hand: node check.mjs FOLDER, the folder that holds
// thidua_store_probe.js and .wasm (cmake --build build/web --target thidua_store_probe).
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const types = { '.js': 'text/javascript', '.wasm': 'application/wasm' };
// A browser of our own making: only so it can be killed with its profile kept.
async function start(profile) {
  const flags = ['--headless=new', '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--disable-quic',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', 'about:blank'];
  const child = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', flags, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const endpoint = await new Promise((found, lost) => {
    let said = '';
    child.stderr.on('data', (bytes) => {
      said += bytes;
      const match = /DevTools listening on (ws:\S+)/.exec(said);
      if (match) found(match[1]);
    });
    child.on('exit', () => lost(new Error(`Chromium did not start:\n${said}`)));
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const gone = new Promise((ended) => child.on('exit', ended));
  return {
    context: browser.contexts()[0],
    async kill() {
      process.kill(-child.pid, 'SIGKILL'); // the group that we began, and nothing else
      await gone;
    },
  };
}

class Probe {
  static async in(context, address) {
    const probe = new Probe();
    probe.address = address;
    probe.page = await context.newPage();
    probe.page.setDefaultTimeout(30000); // a busy machine is slow
    probe.page.on('pageerror', (error) => { throw error; });
    await probe.load();
    return probe;
  }
  async load() {
    await this.page.goto(this.address);
    await this.page.evaluate(async () => { window.probe = await createProbe(); });
  }
  call(name, type = 'number', ...values) {
    return this.page.evaluate(([n, t, v]) => probe.ccall(n, t, v.map((x) => (typeof x === 'string' ? 'string' : 'number')), v), [name, type, values]);
  }
  // By the clock: a tab in the background gets no animation frames.
  until(condition, value) { return this.page.waitForFunction(condition, value, { polling: 20 }); }
  async said() {
    await this.until(() => probe.ccall('probe_said', 'string', [], []) !== '');
    return this.call('probe_said', 'string');
  }
  async open(name) {
    await this.call('probe_open', null, name);
    return this.said();
  }
  async saved() {
    await this.until(() => probe.ccall('probe_state', 'number', [], []) !== 1);
    assert.equal(await this.call('probe_state'), 0, await this.call('probe_storage_error', 'string'));
  }
  async do(name, ...values) {
    await this.call(name, null, ...values);
    return this.said();
  }
  people() { return this.call('probe_people'); }
}

function serve(folder) {
  const server = createServer((request, response) => {
    const name = request.url.slice(1);
    if (name === '') {
      response.setHeader('content-type', 'text/html');
      return response.end('<!doctype html><meta charset=utf-8><title>probe</title><script src=thidua_store_probe.js></script>');
    }
    try {
      const bytes = readFileSync(join(folder, name));
      response.setHeader('content-type', types[name.slice(name.lastIndexOf('.'))] ?? 'application/octet-stream');
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  return new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(server)));
}

// Throws at the first step that is not as it should be.
export async function checkStore(folder, say = () => {}) {
  const server = await serve(folder);
  const address = `http://127.0.0.1:${server.address().port}/`;
  const profile = mkdtempSync(join(tmpdir(), 'thidua-store-'));
  const steps = [];
  const step = (words) => { steps.push(words); say(`ok: ${words}`); };
  let chrome = await start(profile);
  try {
    let first = await Probe.in(chrome.context, address);
    assert.equal(await first.open('năm 2024'), 'ok');
    assert.equal(await first.call('probe_read_only'), 0);
    assert.deepEqual(await first.page.evaluate(() => {
      const added = probe.ccall('probe_add_people', 'number', ['number', 'number'], [0, 5]);
      return [added, probe.ccall('probe_state', 'number', [], [])];
    }), [5, 1], 'five people, and saving under way');
    await first.saved();
    await first.load();
    assert.equal(await first.open('năm 2024'), 'ok');
    assert.equal(await first.people(), 5);
    assert.equal(await first.call('probe_read_only'), 0);
    step('what was saved is there after a reload');

    await first.call('probe_undo');
    await first.saved();
    await first.load();
    assert.equal(await first.open('năm 2024'), 'ok');
    assert.equal(await first.people(), 4);
    assert.equal(await first.call('probe_read_only'), 0);
    step('undo works after a reload, and is kept');

    const second = await Probe.in(chrome.context, address);
    assert.equal(await second.open('năm 2024'), 'ok');
    assert.equal(await second.call('probe_read_only'), 1);
    assert.equal(await second.people(), 4);
    assert.equal(await second.call('probe_add_people', 'number', 4, 1), 0);
    assert.match(await second.do('probe_rename', 'năm 2024', 'khác'), /another tab/);
    assert.match(await second.do('probe_remove', 'năm 2024'), /another tab/);
    step('a second tab reads only, and can neither rename nor remove');

    await first.page.close();
    assert.equal(await second.open('năm 2024'), 'ok');
    assert.equal(await second.call('probe_read_only'), 0);
    step('the lock is given back with the tab');

    // A tab that is closed in the same moment as it commits.
    await second.page.evaluate(() => { probe.ccall('probe_add_people', 'number', ['number', 'number'], [4, 40]); });
    await second.page.close({ runBeforeUnload: true });
    await new Promise((closed) => (second.page.isClosed() ? closed() : second.page.on('close', closed)));
    let third = await Probe.in(chrome.context, address);
    assert.equal(await third.open('năm 2024'), 'ok');
    assert.equal(await third.people(), 44);
    step('forty acts and a closed tab in one moment: all forty are there');

    assert.match(await third.do('probe_list'), /^files:\nnăm 2024 \d+$/);
    await third.call('probe_close', null);
    assert.equal(await third.do('probe_rename', 'năm 2024', 'năm 2024 (cũ)'), 'ok');
    assert.equal(await third.open('tệp mới'), 'ok');
    await third.saved();
    await third.call('probe_close', null);
    assert.match(await third.do('probe_rename', 'tệp mới', 'năm 2024 (cũ)'), /already a file/);
    assert.match(await third.do('probe_list'), /^files:\ntệp mới \d+\nnăm 2024 \(cũ\) \d+$/);
    assert.equal(await third.do('probe_remove', 'tệp mới'), 'ok');
    assert.match(await third.do('probe_list'), /^files:\nnăm 2024 \(cũ\) \d+$/);
    assert.equal(await third.open('năm 2024 (cũ)'), 'ok');
    assert.equal(await third.people(), 44);
    step('files are listed, renamed without touching their pages, and removed');

    // Killed in the middle of commits, several times.
    let known = 44;
    for (let round = 0; round < 3; ++round) {
      await third.page.evaluate((begin) => {
        let next = begin;
        window.counts = { made: 0, saved: 0 };
        setInterval(() => {
          next += probe.ccall('probe_add_people', 'number', ['number', 'number'], [next, 3]);
          window.counts = { made: next, saved: next - (probe.ccall('probe_newest_commit', 'number', [], []) - probe.ccall('probe_saved_commit', 'number', [], [])) };
        }, 1);
      }, known);
      await third.until((begin) => counts.saved > begin + 10 && counts.made > counts.saved, known);
      const counts = await third.page.evaluate(() => counts);
      await chrome.kill();
      chrome = await start(profile);
      third = await Probe.in(chrome.context, address);
      assert.equal(await third.open('năm 2024 (cũ)'), 'ok');
      known = await third.people();
      assert.ok(known >= counts.saved, `${known} people, but ${counts.saved} were told to be saved`);
      say(`    killed with ${counts.saved} saved of ${counts.made}: ${known} there`);
    }
    step('a killed browser leaves a complete commit, not older than what was told to be saved');

    // Broken underneath: storage that refuses is told, and loses nothing.
    await third.page.evaluate(() => {
      window.realPut = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...values) {
        const transaction = this.transaction;
        setTimeout(() => { try { transaction.abort(); } catch { /* it has ended */ } });
        return realPut.apply(this, values);
      };
    });
    assert.equal(await third.call('probe_add_people', 'number', known, 1), 1);
    await third.until(() => probe.ccall('probe_state', 'number', [], []) === 2);
    assert.notEqual(await third.call('probe_storage_error', 'string'), '');
    await third.page.evaluate(() => { IDBObjectStore.prototype.put = realPut; });
    await third.call('probe_retry', null);
    await third.saved();
    await third.load();
    assert.equal(await third.open('năm 2024 (cũ)'), 'ok');
    assert.equal(await third.people(), known + 1);
    step('a refused transaction is told, tried again on demand, and then kept');

    // What a commit costs, small file and large.
    const cost = async () => third.page.evaluate(async () => {
      const begin = performance.now();
      const state = () => probe.ccall('probe_state', 'number', [], []);
      const people = probe.ccall('probe_people', 'number', [], []);
      const acted = performance.now();
      probe.ccall('probe_add_people', 'number', ['number', 'number'], [people, 1]);
      const done = performance.now();
      while (state() === 1) await new Promise((next) => setTimeout(next, 1));
      return { act: done - acted, save: performance.now() - done };
    });
    const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
    const measure = async () => {
      const all = [];
      for (let i = 0; i < 15; ++i) all.push(await cost());
      return `act ${median(all.map((c) => c.act)).toFixed(1)} ms, saved after ${median(all.map((c) => c.save)).toFixed(1)} ms`;
    };
    const small = await measure();
    await third.call('probe_add_people', 'number', await third.people(), 3000);
    await third.saved();
    say(`    a commit into ${known} people: ${small}; into ${await third.people()}: ${await measure()}`);
    say(`${steps.length} steps, all as they should be`);
  } finally {
    await chrome.kill().catch(() => {});
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!process.argv[2]) throw new Error('usage: node check.mjs FOLDER');
  await checkStore(process.argv[2], console.log);
}
