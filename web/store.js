// Files of the store in IndexedDB, for src/store/storage_web.cpp. An Emscripten library (--js-library web/store.js);
// needs no exported runtime methods, works with 3.1.6 and later. No syntax beyond ES2020: 3.1.6 parses with an older acorn.
//
// Database "thidua": "files" (name → {id, size, commit, changed}), "pages" ([id, block number] → Uint8Array(4096)).
// A rename touches one record; a commit writes the blocks it changed and its file's record in one transaction.
//
// Answers come through `answer(request, event, a, b)`; what is more than two numbers waits in `staged` until it is taken.
// Events: 1 blocks are staged (a = how many, b = share loaded), 2 done (a, b as each function says), 3 failed (a = reason,
// the text is staged), 4 the page may be gone soon.
// Reasons: 1 no space, 2 no storage here, 3 somebody else wrote or has it open, 4 closed by the browser, 5 other, 6 not there,
// 7 name taken.

mergeInto(LibraryManager.library, {
  $ThiduaPages: {
    database: null,  // the promise of it
    opened: null,    // itself, once it is there
    staged: {},
    held: {},  // request → gives the lock back
    mine: {},  // name → the same
    known: {},  // name → {id, most}: what this page has loaded; `most` is the largest size it ever had
    asked: false,

    text: function (pointer, length) {
      return new TextDecoder().decode(HEAPU8.slice(pointer, pointer + length));
    },

    open: function () {
      if (ThiduaPages.database) return ThiduaPages.database;
      ThiduaPages.database = new Promise(function (resolve, reject) {
        if (typeof indexedDB === 'undefined' || !indexedDB) throw {name: 'NoStorage'};
        var opening = indexedDB.open('thidua', 1);
        opening.onupgradeneeded = function () {
          opening.result.createObjectStore('files');
          opening.result.createObjectStore('pages');
        };
        opening.onsuccess = function () {
          var database = opening.result;
          // Closed by the browser (storage cleared) or by a newer page: opened again at the next need.
          database.onclose = function () { ThiduaPages.database = ThiduaPages.opened = null; };
          database.onversionchange = function () { database.close(); ThiduaPages.database = ThiduaPages.opened = null; };
          ThiduaPages.opened = database;
          resolve(database);
        };
        opening.onerror = function () { reject({name: 'NoStorage', message: String(opening.error)}); };
        opening.onblocked = function () { reject({name: 'NoStorage', message: 'blocked'}); };
      });
      ThiduaPages.database.catch(function () { ThiduaPages.database = null; });
      return ThiduaPages.database;
    },

    // One transaction; `work(files, pages, transaction)` makes its requests, the promise tells how the whole ended.
    // Begins at once when the database is open: a page that is being left gets no later chance.
    transact: function (mode, work) {
      var begin = function (database) {
        return new Promise(function (resolve, reject) {
          var transaction;
          try {
            transaction = database.transaction(['files', 'pages'], mode, {durability: 'strict'});
          } catch (error) {  // the connection is closing
            ThiduaPages.database = ThiduaPages.opened = null;
            reject(error);
            return;
          }
          transaction.oncomplete = function () { resolve(transaction.thiduaResult); };
          transaction.onabort = function () { reject(transaction.thiduaError || transaction.error || {name: 'AbortError'}); };
          work(transaction.objectStore('files'), transaction.objectStore('pages'), transaction);
        });
      };
      return ThiduaPages.opened ? begin(ThiduaPages.opened) : ThiduaPages.open().then(begin);
    },

    give_up: function (transaction, name) {
      transaction.thiduaError = {name: name};
      transaction.abort();
    },

    pages_of: function (id, from) {
      return IDBKeyRange.bound([id, from], [id, Infinity]);
    },

    reason: function (error) {
      var name = (error && error.name) || '';
      if (name === 'QuotaExceededError') return 1;
      if (name === 'NoStorage' || name === 'SecurityError') return 2;
      if (name === 'Conflict') return 3;
      if (name === 'AbortError' || name === 'InvalidStateError') return 4;
      if (name === 'NotThere') return 6;
      if (name === 'ConstraintError') return 7;
      return 5;
    },

    stage_text: function (request, text) {
      ThiduaPages.staged[request] = new TextEncoder().encode(text);
      return ThiduaPages.staged[request].length;
    },

    // The lock of a name: resolves to a function that gives it back, or to null when somebody else has it. A live tab that has it
    // says so at once; a page that is being reloaded no longer speaks, and its lock is worth waiting for.
    lock: function (name, patience) {
      if (typeof navigator === 'undefined' || !navigator.locks) {
        return Promise.resolve(function () {});  // no secure context: the commit number still tells two writers apart
      }
      if (ThiduaPages.mine[name]) return Promise.resolve(null);
      return new Promise(function (resolve) {
        var patient = new AbortController();
        var channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('thidua');
        var ended = false;
        var end = function (release) {
          if (ended) return;
          ended = true;
          clearTimeout(timer);
          if (channel) channel.close();
          resolve(release);
        };
        // Chromium 156 may never answer a request that is taken back early, so this does not wait for its refusal.
        var give_up = function () {
          end(null);
          patient.abort();
        };
        var timer = setTimeout(give_up, patience);
        if (channel) {
          channel.onmessage = function (event) { if (event.data.held === name) give_up(); };
          channel.postMessage({ask: name});
        }
        navigator.locks.request('thidua:' + name, {signal: patient.signal}, function () {
          if (ended) return undefined;
          return new Promise(function (release) {
            ThiduaPages.mine[name] = function () {
              delete ThiduaPages.mine[name];
              release();
            };
            end(ThiduaPages.mine[name]);
          });
        }).catch(function () { end(null); });
      });
    },
  },

  // Takes the lock. Done: a = 1 when it was got, 0 when another tab has the file.
  thidua_pages_lock__deps: ['$ThiduaPages'],
  thidua_pages_lock: function (request, name, length, answer) {
    ThiduaPages.lock(ThiduaPages.text(name, length), 10000).then(function (release) {
      if (release) ThiduaPages.held[request] = release;
      {{{ makeDynCall('viidd', 'answer') }}}(request, 2, release ? 1 : 0, 0);
    });
  },

  thidua_pages_unlock__deps: ['$ThiduaPages'],
  thidua_pages_unlock: function (request) {
    var release = ThiduaPages.held[request];
    delete ThiduaPages.held[request];
    if (release) release();
  },

  // All blocks of a file, in one reading transaction. Done: a = bytes, b = commit; both 0 when there is no such file.
  thidua_pages_load__deps: ['$ThiduaPages'],
  thidua_pages_load: function (request, name, length, answer) {
    var file = ThiduaPages.text(name, length);
    ThiduaPages.transact('readonly', function (files, pages, transaction) {
      var asking = files.get(file);
      asking.onsuccess = function () {
        var found = asking.result;
        ThiduaPages.known[file] = {id: found ? found.id : Date.now() + Math.random(), most: found ? found.size : 0};
        if (!found) return;
        transaction.thiduaResult = found;
        var total = Math.ceil(found.size / 4096);
        var loaded = 0;
        var next = function (from) {
          var range = ThiduaPages.pages_of(found.id, from);
          var keys = pages.getAllKeys(range, 256);
          var blocks = pages.getAll(range, 256);  // answered after the keys
          blocks.onsuccess = function () {
            var count = blocks.result.length;
            if (count === 0) return;
            loaded += count;
            ThiduaPages.staged[request] = {keys: keys.result, blocks: blocks.result};
            {{{ makeDynCall('viidd', 'answer') }}}(request, 1, count, total ? Math.min(1, loaded / total) : 1);
            delete ThiduaPages.staged[request];
            if (count === 256) next(keys.result[count - 1][1] + 1);
          };
        };
        next(0);
      };
    }).then(function (found) {
      {{{ makeDynCall('viidd', 'answer') }}}(request, 2, found ? found.size : 0, found ? found.commit : 0);
    }, function (error) {
      ThiduaPages.stage_text(request, String((error && (error.message || error.name)) || error));
      {{{ makeDynCall('viidd', 'answer') }}}(request, 3, ThiduaPages.reason(error), 0);
    });
  },

  // Copies one staged block to `target` (4096 bytes) and returns its number.
  thidua_pages_take__deps: ['$ThiduaPages'],
  thidua_pages_take: function (request, index, target) {
    var staged = ThiduaPages.staged[request];
    HEAPU8.set(staged.blocks[index].subarray(0, 4096), target);
    return staged.keys[index][1];
  },

  // Copies the staged text to `target`, at most `most` bytes; returns how many. The text is then gone.
  thidua_pages_text__deps: ['$ThiduaPages'],
  thidua_pages_text: function (request, target, most) {
    var staged = ThiduaPages.staged[request] || new Uint8Array(0);
    delete ThiduaPages.staged[request];
    var bytes = staged.subarray(0, most);
    HEAPU8.set(bytes, target);
    return bytes.length;
  },

  // Writes `count` blocks (their numbers, and pointers to 4096 bytes each) and the file's record. Fails with reason 3 unless
  // the newest commit that is kept is `after`. With `after` = -1 the page may be gone at once: no check, and the whole
  // transaction is handed to the browser before this returns.
  thidua_pages_write__deps: ['$ThiduaPages'],
  thidua_pages_write: function (request, name, length, after, commit, size, numbers, blocks, count, answer) {
    var file = ThiduaPages.text(name, length);
    var known = ThiduaPages.known[file];
    var changed = [];
    for (var i = 0; i < count; ++i) {
      var at = HEAPU32[(blocks >> 2) + i];
      changed.push([HEAPU32[(numbers >> 2) + i], HEAPU8.slice(at, at + 4096)]);
    }
    ThiduaPages.transact('readwrite', function (files, pages, transaction) {
      if (after >= 0) {
        var asking = files.get(file);
        asking.onsuccess = function () {
          var found = asking.result;
          if (found ? found.commit !== after || found.id !== known.id : after !== 0) ThiduaPages.give_up(transaction, 'Conflict');
        };
      }
      changed.forEach(function (block) { pages.put(block[1], [known.id, block[0]]); });
      if (size < known.most) pages.delete(ThiduaPages.pages_of(known.id, Math.ceil(size / 4096)));
      known.most = Math.max(known.most, size);
      files.put({id: known.id, size: size, commit: commit, changed: Date.now()}, file);
      if (after < 0 && transaction.commit) transaction.commit();
    }).then(function () {
      {{{ makeDynCall('viidd', 'answer') }}}(request, 2, commit, 0);
    }, function (error) {
      ThiduaPages.stage_text(request, String((error && (error.message || error.name)) || error));
      {{{ makeDynCall('viidd', 'answer') }}}(request, 3, ThiduaPages.reason(error), 0);
    });
  },

  // Done: a = bytes of the staged text, a line a file: size, commit, changed, name, separated by tabs.
  thidua_pages_list__deps: ['$ThiduaPages'],
  thidua_pages_list: function (request, answer) {
    ThiduaPages.transact('readonly', function (files, pages, transaction) {
      var names = files.getAllKeys();
      var records = files.getAll();
      records.onsuccess = function () {
        transaction.thiduaResult = records.result.map(function (file, index) {
          return [file.size, file.commit, file.changed, names.result[index]].join('\t') + '\n';
        }).join('');
      };
    }).then(function (lines) {
      {{{ makeDynCall('viidd', 'answer') }}}(request, 2, ThiduaPages.stage_text(request, lines || ''), 0);
    }, function (error) {
      ThiduaPages.stage_text(request, String((error && (error.message || error.name)) || error));
      {{{ makeDynCall('viidd', 'answer') }}}(request, 3, ThiduaPages.reason(error), 0);
    });
  },

  // Renames, or removes when `to` is empty. Refused while the file is open anywhere.
  thidua_pages_move__deps: ['$ThiduaPages'],
  thidua_pages_move: function (request, from, from_length, to, to_length, answer) {
    var old_name = ThiduaPages.text(from, from_length);
    var new_name = ThiduaPages.text(to, to_length);
    var give_back = null;
    ThiduaPages.lock(old_name, 2000).then(function (release) {
      if (!release) throw {name: 'Conflict'};
      give_back = release;
      return ThiduaPages.transact('readwrite', function (files, pages, transaction) {
        var asking = files.get(old_name);
        asking.onsuccess = function () {
          var found = asking.result;
          if (!found) return ThiduaPages.give_up(transaction, 'NotThere');
          files.delete(old_name);
          if (new_name === '') {
            pages.delete(ThiduaPages.pages_of(found.id, 0));
          } else {
            files.add(found, new_name);  // fails with ConstraintError when there is one: then nothing was moved
          }
        };
      });
    }).then(function () {
      if (give_back) give_back();
      {{{ makeDynCall('viidd', 'answer') }}}(request, 2, 0, 0);
    }, function (error) {
      if (give_back) give_back();
      ThiduaPages.stage_text(request, String((error && (error.message || error.name)) || error));
      {{{ makeDynCall('viidd', 'answer') }}}(request, 3, ThiduaPages.reason(error), 0);
    });
  },

  // Asks, once a page, that the browser keeps what is stored, and tells when the page may be gone soon (event 4, request 0).
  thidua_pages_watch__deps: ['$ThiduaPages'],
  thidua_pages_watch: function (answer) {
    if (ThiduaPages.asked) return;
    ThiduaPages.asked = true;
    if (typeof navigator !== 'undefined' && navigator.storage && navigator.storage.persist) {
      navigator.storage.persist().catch(function () {});
    }
    if (typeof document === 'undefined') return;
    var leaving = function () { {{{ makeDynCall('viidd', 'answer') }}}(0, 4, 0, 0); };
    document.addEventListener('visibilitychange', function () { if (document.visibilityState === 'hidden') leaving(); });
    addEventListener('pagehide', function (event) {
      leaving();
      // What was begun is ahead of whatever the next page asks of the database. A page that may come back keeps its locks.
      if (!event.persisted) Object.keys(ThiduaPages.mine).forEach(function (name) { ThiduaPages.mine[name](); });
    });
    if (typeof BroadcastChannel === 'undefined') return;
    var channel = new BroadcastChannel('thidua');
    channel.onmessage = function (event) {
      if (ThiduaPages.mine[event.data.ask]) channel.postMessage({held: event.data.ask});
    };
  },
});
