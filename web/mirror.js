// The semantic tree as DOM elements over the canvas: screen readers and tests find and operate the program through them.
// Updated by difference: a node whose description is the same as before costs one string comparison.

// What a pointer can do something with; all else lets it through, so that text never covers a button.
const INTERACTIVE = new Set(['button', 'link', 'checkbox', 'radio', 'tab', 'textbox', 'combobox', 'option', 'listitem', 'menuitem', 'row', 'columnheader']);
// What lies over the rest. In the DOM it stands at the end of the root: inside its parent, what comes after it would take
// its clicks.
const FLOATING = new Set(['menu', 'listbox', 'dialog']);
const SELECTABLE = new Set(['tab', 'option', 'row', 'listitem']);

export class Mirror {
  constructor(page) {
    this.page = page;
    this.root = document.getElementById('mirror');
    this.entries = new Map(); // id → {element, key, node}
    this.focused = 0;
    this.focusing = false;
    // A screen reader "clicks" without a pointer. A real click has already reached the program as pointer events.
    this.root.addEventListener('click', (event) => {
      const id = this.idOf(event.target);
      const byPointer = event.detail > 0 && performance.now() - page.input.pointerUpAt < 700;
      if (id && !byPointer) { page.call('activate', id); page.requestFrame(0); }
    });
    this.root.addEventListener('scroll', () => { if (this.followScroll()) page.requestFrame(0); }, { capture: true });
    this.root.addEventListener('focusin', (event) => {
      const id = this.idOf(event.target);
      if (!id || this.focusing) return;
      page.call('set_focus', id);
      page.requestFrame(0);
    });
  }

  idOf(element) { return Number(element?.closest?.('[data-node]')?.dataset.node ?? 0); }

  // The <input> or <textarea> of a text field.
  field(id) {
    const entry = this.entries.get(id);
    return entry?.node.role === 'textbox' ? entry.element : null;
  }

  // A browser scrolls an element into view, for a screen reader or a test: by scrolling the elements around it. The
  // program does the same to what they mirror, and its next picture puts the elements back in their places.
  followScroll() {
    let followed = false;
    for (const [id, entry] of this.entries) {
      if (!entry.holds) continue;
      const { element, shift } = entry;
      const x = element.scrollLeft - shift[0], y = element.scrollTop - shift[1];
      if (Math.abs(x) < 1 && Math.abs(y) < 1) continue;
      const item = this.#itemIn(id);
      if (!item) continue;
      entry.shift = [element.scrollLeft, element.scrollTop];
      this.page.call('scroll', item, x, y);
      followed = true;
    }
    return followed;
  }

  // Something of the program's own inside a container, as near to its top as there is.
  #itemIn(id) {
    for (let level = [...this.entries.get(id).element.children]; level.length > 0; level = level.flatMap((element) => [...element.children])) {
      const item = level.find((element) => INTERACTIVE.has(this.entries.get(Number(element.dataset.node))?.node.role));
      if (item) return Number(item.dataset.node);
    }
    return 0;
  }

  // Moves the DOM's focus without telling the program, which knows already.
  focus(element) {
    this.focusing = true;
    element.focus({ preventScroll: true });
    this.focusing = false;
  }

  update(nodes) {
    for (const node of nodes) if (FLOATING.has(node.role)) node.parent = 0;
    const seen = new Map(nodes.map((node) => [node.id, node]));
    const parents = new Set(nodes.map((node) => node.parent));
    const whole = [0, 0, this.page.stage.clientWidth, this.page.stage.clientHeight];
    const above = new Map(); // container → how far its children reach out to the left and the top
    for (const node of nodes) {
      const outer = seen.get(node.parent)?.rect ?? whole;
      // A group without a place of its own is as large as what it stands in, so that it clips nothing, and takes no pointer.
      node.placeless = parents.has(node.id) && (node.rect[2] === 0 || node.rect[3] === 0);
      if (node.placeless) node.rect = outer;
      const out = above.get(node.parent) ?? [0, 0];
      above.set(node.parent, [Math.max(out[0], outer[0] - node.rect[0]), Math.max(out[1], outer[1] - node.rect[1])]);
    }
    for (const [id, entry] of this.entries) {
      if (!seen.has(id)) { entry.element.remove(); this.entries.delete(id); }
    }
    const last = new Map(); // parent element → its child placed last
    let focused = 0;
    for (const node of nodes) {
      const container = this.entries.get(node.parent);
      const parent = container?.element ?? this.root;
      const outer = container?.node.rect ?? whole;
      // What is scrolled out at the top could not be scrolled to in the DOM, where nothing is above 0: so a container's
      // content begins where its topmost child does, and the container is scrolled to where it is in the program.
      const [shiftX, shiftY] = container ? above.get(node.parent) : [0, 0];
      const left = node.rect[0] - outer[0] + shiftX, top = node.rect[1] - outer[1] + shiftY;
      node.leaf = !parents.has(node.id);
      const key = JSON.stringify(node);
      let entry = this.entries.get(node.id);
      if (entry && entry.kind !== kindOf(node)) { entry.element.remove(); entry = undefined; }
      if (!entry) {
        entry = { element: create(node), kind: kindOf(node), key: '' };
        entry.element.dataset.node = node.id;
        this.entries.set(node.id, entry);
      }
      const { element } = entry;
      if (entry.key !== key) describe(element, node, entry.node, element === this.page.agent?.element);
      if (entry.key !== key || entry.left !== left || entry.top !== top) {
        element.style.transform = `translate(${left}px,${top}px)`;
        element.style.width = `${Math.max(1, node.rect[2])}px`;
        element.style.height = `${Math.max(1, node.rect[3])}px`;
        element.style.pointerEvents = node.placeless ? 'none' : '';
      }
      Object.assign(entry, { key, node, left, top });
      const expected = last.has(parent) ? last.get(parent).nextSibling : firstElement(parent);
      if (expected !== element) parent.insertBefore(element, expected); // only what is new or out of order is moved
      last.set(parent, element);
      if (node.focused) focused = node.id;
    }
    for (const [id, entry] of this.entries) this.#shift(entry, parents.has(id) ? above.get(id) : null);
    this.#follow(focused);
  }

  #shift(entry, wanted) {
    const { element, node } = entry;
    if (Boolean(wanted) !== Boolean(entry.holds)) element.classList.toggle('holds', Boolean(wanted));
    entry.holds = Boolean(wanted);
    const [x, y] = wanted ?? [0, 0];
    // There is room to scroll by that much, whatever the content.
    const reach = x > 0 || y > 0 ? `${x + node.rect[2]}px ${y + node.rect[3]}px` : '';
    if (reach !== (entry.reach ?? '')) {
      element.classList.toggle('shifted', reach !== '');
      element.style.setProperty('--reach-x', `${x + node.rect[2]}px`);
      element.style.setProperty('--reach-y', `${y + node.rect[3]}px`);
      entry.reach = reach;
    }
    const [oldX, oldY] = entry.shift ?? [0, 0];
    entry.shift = [x, y];
    if (x !== oldX) element.scrollLeft = x;
    if (y !== oldY) element.scrollTop = y;
  }

  // Where the program's focus is, the DOM's is, so that it is spoken. Text fields are the text agent's.
  #follow(focused) {
    if (focused === this.focused) return;
    this.focused = focused;
    const entry = this.entries.get(focused);
    const here = document.activeElement;
    if (!entry || entry.node.role === 'textbox' || !(here === document.body || this.page.stage.contains(here))) return;
    this.focus(entry.element);
  }
}

function kindOf(node) { return node.role === 'textbox' ? (node.multiline ? 'textarea' : 'input') : node.role; }

function firstElement(parent) {
  // A leaf's own text is a text node in front of nothing else; containers hold elements only.
  return parent.firstElementChild;
}

function create(node) {
  if (node.role === 'textbox') {
    const field = document.createElement(node.multiline ? 'textarea' : 'input');
    for (const [name, value] of [['autocomplete', 'off'], ['autocorrect', 'off'], ['autocapitalize', 'off'], ['spellcheck', 'false'], ['tabindex', '-1']]) {
      field.setAttribute(name, value);
    }
    return field;
  }
  const element = document.createElement('div');
  if (node.role && node.role !== 'text') element.setAttribute('role', node.role);
  if (INTERACTIVE.has(node.role)) element.tabIndex = -1; else element.className = FLOATING.has(node.role) || node.role === 'status' ? 'away floating' : 'away';
  return element;
}

function describe(element, node, before, beingEdited) {
  const set = (name, value) => {
    if (value === undefined || value === null || value === '') element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  };
  const text = textOf(node);
  if (node.role === 'textbox') {
    set('aria-label', node.name);
    if (!beingEdited && element.value !== (node.value ?? '')) element.value = node.value ?? '';
    element.readOnly = Boolean(node.disabled);
  } else if (node.leaf) {
    if (element.textContent !== text) element.textContent = text;
    set('aria-label', node.name && node.name !== text ? node.name : '');
  } else {
    if (before?.leaf) element.textContent = '';
    set('aria-label', node.name);
  }
  set('aria-description', node.description);
  set('aria-disabled', node.disabled || undefined);
  set('aria-checked', node.checked);
  set('aria-expanded', node.expanded);
  set('aria-selected', SELECTABLE.has(node.role) ? Boolean(node.selected) : undefined);
  set('aria-level', node.role === 'heading' ? node.level || 2 : undefined);
  set('aria-rowcount', node.role === 'table' ? node.count : undefined);
  set('aria-rowindex', node.role === 'row' ? node.count : undefined);
  if (node.role === 'status') set('aria-live', 'polite');
  if (node.role === 'dialog') set('aria-modal', 'true');
  if (node.role === 'progressbar') set('aria-valuenow', Number.parseFloat(node.value) || 0);
}

// What a leaf reads: a combo box its choice, an image nothing, all others their name (and value, where they have both).
function textOf(node) {
  if (node.role === 'combobox') return node.value ?? '';
  if (node.role === 'image' || node.role === 'progressbar') return '';
  return node.name || node.value || '';
}
