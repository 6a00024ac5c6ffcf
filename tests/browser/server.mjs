// A static server for the tests, on a free port of this machine: types, compressed files where they stand beside, as
// tools/static-server does for people.
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.wasm': 'application/wasm',
  '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.svg': 'image/svg+xml', '.ttf': 'font/ttf',
};

export async function serve(folder) {
  const requests = []; // {path, bytes}: what went over the wire
  const site = { requests, replace: null }; // replace: {path, from, to}: one file is served with a change, as a newer version
  const server = createServer(async (request, response) => {
    try {
      let path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
      if (path.endsWith('/')) path += 'index.html';
      const file = join(folder, path); // normalize() has removed every ".."
      const headers = { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream', 'Cache-Control': /\.[0-9a-f]{8}\.\w+$/.test(path) ? 'max-age=31536000, immutable' : 'no-cache' };
      let body;
      const changed = site.replace?.path === path ? site.replace : null;
      if (changed) {
        body = Buffer.from((await readFile(file, 'utf8')).replace(changed.from, changed.to));
      } else if (/\bbr\b/.test(request.headers['accept-encoding'] ?? '') && await stat(`${file}.br`).catch(() => null)) {
        body = await readFile(`${file}.br`);
        headers['Content-Encoding'] = 'br';
      } else {
        body = await readFile(file);
      }
      requests.push({ path, bytes: body.length });
      response.writeHead(200, { ...headers, 'Content-Length': body.length }).end(body);
    } catch {
      requests.push({ path: request.url, bytes: 0, missing: true });
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found');
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return Object.assign(site, {
    // localhost, not 127.0.0.1: secure context either way, but Brotli is offered to https and localhost only.
    address: `http://localhost:${server.address().port}/`,
    close: () => new Promise((done) => { server.closeAllConnections?.(); server.close(done); }),
  });
}
