// The store by itself, in a page of its own; the steps stand in store/check.mjs.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from './test.mjs';
import { checkStore } from './store/check.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const site = resolve(process.env.THIDUA_SITE ?? join(root, 'build/web/site'));

test('store: what is committed is kept, through reload, second tab, closed tab and killed browser', () => checkStore(join(site, '../bin')));
