// Drives the real page in Debian's Chromium. Environment: THIDUA_SITE (the folder to serve; build/web/site otherwise),
// CHROMIUM (the program). Arguments: parts of the names of the tests to run. Prints FAILED <name> for each that failed
// and ends with "N passed, N failed". Pictures go to build/web/artefacts/.
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from './chromium.mjs';
import { serve } from './server.mjs';
import { expect, tests } from './test.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const site = resolve(process.env.THIDUA_SITE ?? join(root, 'build/web/site'));
const artefacts = join(root, 'build/web/artefacts');
const LONGEST = 120000; // ms for one test; a busy machine with two cores and no GPU is slow

// One test's browser context and what it needs most.
class Stage {
  constructor(browser, server, options) { Object.assign(this, { browser, server, options, errors: [] }); }

  async open(fragment = '', options = {}) {
    this.context ??= await this.browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, locale: 'vi-VN', colorScheme: 'light', ...this.options, ...options });
    const page = await this.context.newPage();
    page.setDefaultTimeout(45000);
    page.on('pageerror', (error) => this.errors.push(String(error.stack ?? error)));
    page.on('console', (message) => { if (message.type() === 'error') this.errors.push(`console: ${message.text()}`); });
    this.page = page;
    await page.goto(this.server.address + (fragment ? `#${fragment}` : ''));
    return page;
  }

  // Until the interface is there and nothing is on its way to the screen any more.
  async ready(page = this.page) {
    await page.waitForFunction(() => window.thidua?.running || !document.getElementById('failure').hidden);
    const failure = await page.evaluate(() => document.getElementById('failure').hidden ? '' : document.getElementById('failure').innerText);
    expect(!failure, `the page shows: ${failure}`);
    await this.settled(page);
  }

  settled(page = this.page) { return page.waitForFunction(() => window.thidua.idle()); }

  async shot(name, page = this.page) {
    const path = join(artefacts, `${name}.png`);
    await page.screenshot({ path });
    return path;
  }

  // WebGL 2 is there and the canvas shows more than one colour. Without this every picture could be empty and nobody would see.
  async expectDrawn(page = this.page) {
    const colours = await page.evaluate(async () => {
      const canvas = document.getElementById('canvas');
      const gl = canvas.getContext('webgl2');
      if (!gl) return -1;
      window.thidua.draw(true); // the buffer can be read only in the turn in which it was drawn
      const { width, height } = canvas;
      const pixels = new Uint8Array(width * height * 4);
      gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
      const seen = new Set();
      for (let at = 0; at < pixels.length; at += 4) seen.add((pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2]);
      return seen.size;
    });
    expect(colours !== -1, 'there is no WebGL 2');
    expect(colours > 10, `the canvas shows ${colours} colours only: it is blank`);
  }

  async close() { await this.context?.close(); }
}

async function run({ name, body, options }, browser, server) {
  const stage = new Stage(browser, server, options);
  const began = Date.now();
  let timer;
  try {
    const limit = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`took longer than ${LONGEST / 1000} s`)), LONGEST); });
    await Promise.race([body(stage), limit]);
    expect(stage.errors.length === 0 || options.errorsExpected, `errors in the page:\n${stage.errors.join('\n')}`);
    console.log(`ok     ${name} (${Date.now() - began} ms)`);
    return true;
  } catch (error) {
    console.log(`FAILED ${name}`);
    console.log(`       ${String(error.stack ?? error).replaceAll('\n', '\n       ')}`);
    for (const line of stage.errors) console.log(`       page: ${line}`);
    await stage.page?.screenshot({ path: join(artefacts, `failed-${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`) }).catch(() => {});
    return false;
  } finally {
    clearTimeout(timer);
    await stage.close().catch(() => {});
  }
}

async function main() {
  await mkdir(artefacts, { recursive: true });
  for (const file of (await readdir(here)).filter((name) => name.endsWith('.test.mjs')).sort()) await import(pathToFileURL(join(here, file)));
  const words = process.argv.slice(2);
  const chosen = tests.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const server = await serve(site);
  const browser = await launch();
  let passed = 0;
  for (const each of chosen) if (await run(each, browser, server)) passed++;
  await browser.close();
  await server.close();
  console.log(`${passed} passed, ${chosen.length - passed} failed`);
  process.exitCode = passed === chosen.length && passed > 0 ? 0 : 1;
}

await main();
