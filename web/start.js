// Loads the program and shows how far it is; shows an error page when it cannot run.
import { Files } from 'page/files';
import { Page } from 'page/page';

const FONTS = ['ui-regular', 'ui-semibold', 'icons'];
const FIRST = ['thidua.wasm', ...FONTS.map((name) => `fonts/${name}.ttf`)];

const element = (id) => document.getElementById(id);
let over = false; // an error page is shown: nothing runs any more

function showProgress(share) {
  const percent = Math.round(share * 100);
  const bar = element('bar');
  if (!bar || bar.getAttribute('aria-valuenow') === String(percent)) return;
  bar.setAttribute('aria-valuenow', percent);
  bar.firstElementChild.style.transform = `scaleX(${share})`;
  element('bar-text').textContent = percent < 100 ? `Đang tải… ${percent} %` : 'Đang mở…';
}

function fail(vi, en, detail = '') {
  if (over) return;
  over = true;
  element('loading')?.remove();
  element('stage').remove();
  element('failure').hidden = false;
  element('failure-vi').textContent = vi;
  element('failure-en').textContent = en;
  element('failure-detail').textContent = detail;
  document.title = 'Thi Đua: không mở được';
}

function crashed(reason) {
  fail('Chương trình gặp lỗi và đã dừng. Hãy tải lại trang; nếu lỗi lặp lại, hãy gửi phần chi tiết dưới đây cho người phụ trách.',
    'The program stopped because of an error. Reload the page; if it happens again, report the details below.',
    String(reason?.stack ?? reason));
}

function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address}: not loaded`));
    document.head.append(script);
  });
}

function watchForNewVersion() {
  if (!('serviceWorker' in navigator) || !window.isSecureContext) return;
  // A page that was just reloaded may be the new version itself, whose worker comes after it.
  const offerIfNewer = (worker) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => { if (data !== document.documentElement.dataset.version) element('update').hidden = false; };
    worker.postMessage('version', [port2]);
  };
  element('update-now').onclick = () => location.reload();
  element('update-later').onclick = () => { element('update').hidden = true; };
  navigator.serviceWorker.register('sw.js').then((registration) => {
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing;
      coming.addEventListener('statechange', () => { if (coming.state === 'activated') offerIfNewer(coming); });
    });
    // A page that stays open for days asks now and then.
    document.addEventListener('visibilitychange', () => { if (!document.hidden) registration.update().catch(() => {}); });
  }).catch((reason) => console.warn('service worker:', reason)); // the page works without
}

async function start() {
  element('reload').onclick = () => location.reload();
  if (!document.createElement('canvas').getContext('webgl2')) {
    return fail('Trình duyệt này không có WebGL 2, hoặc WebGL đang bị tắt. Hãy dùng bản mới của Chrome, Edge, Firefox hay Safari.',
      'This browser has no WebGL 2, or it is turned off. Please use a recent Chrome, Edge, Firefox or Safari.');
  }
  const list = JSON.parse(element('files').textContent);
  const files = new Files(list, () => showProgress(files.progress()));
  files.begin(FIRST);
  window.addEventListener('error', (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) crashed(event.error);
  });

  await loadScript(files.address('thidua.js'));
  const page = new Page(files, {
    fail,
    started() { showProgress(1); files.loading = null; element('loading').remove(); },
  });
  const module = await createThiDua({
    canvas: element('canvas'),
    page,
    noExitRuntime: true,
    locateFile: (name) => files.address(name),
    instantiateWasm(imports, done) {
      files.wasm('thidua.wasm', imports).then(({ instance, module }) => done(instance, module), crashed);
      return {};
    },
    // main() runs before the promise below is kept; the page must know the module by then.
    preRun: [(module) => page.attach(module)],
    onAbort: crashed,
  });
  page.attach(module);
  window.thidua = page; // for tests and for the console
  watchForNewVersion();
}

start().catch(crashed);
