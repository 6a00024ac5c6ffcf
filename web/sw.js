// Service worker: the program opens without a network after the first visit.
// The page itself comes from the network first, so that a new version shows at once; files with a hash in their name
// never change and come from the cache first. BUILD is filled in by the build: another value is another worker, and
// the page then offers to reload.
const BUILD = '{{version}}';
const CACHE = `thidua-${BUILD}`;
const HASHED = /[.-][0-9a-f]{8,}\.[a-z0-9]+$/;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add(new Request('./', { cache: 'no-cache' })))
    .then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (!name.startsWith('thidua-') || name === CACHE) continue;
      // What both versions share (fonts, the language model) is carried over, not fetched again.
      const [old, fresh] = [await caches.open(name), await caches.open(CACHE)];
      const page = await fresh.match('./').then((response) => response?.text()) ?? '';
      for (const request of await old.keys()) {
        const file = new URL(request.url).pathname.split('/').pop();
        if (HASHED.test(file) && page.includes(file)) await fresh.put(request, await old.match(request));
      }
      await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

// The page asks which version this worker serves.
self.addEventListener('message', (event) => event.ports[0]?.postMessage(BUILD));

self.addEventListener('fetch', (event) => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (HASHED.test(url.pathname)) event.respondWith(cacheFirst(request));
  else event.respondWith(networkFirst(request));
});

async function cacheFirst(request) {
  const known = await caches.match(request);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok && response.status === 200) (await caches.open(CACHE)).put(request, response.clone());
  return response;
}

async function networkFirst(request) {
  try {
    const response = await fetch(request);
    if (response.ok && response.status === 200) (await caches.open(CACHE)).put(request, response.clone());
    return response;
  } catch (offline) {
    const known = await caches.match(request, { ignoreSearch: request.mode === 'navigate' });
    if (known) return known;
    throw offline;
  }
}
