// The semantic tree as DOM elements over the canvas: screen readers and tests find and operate the program through them.
// Updated by difference: a node whose description is the same as before costs one string comparison.

// What a pointer can do something with; all else lets it through, so that text never covers a button.
const INTERACTIVE = new Set(['button', 'link', 'checkbox', 'radio', 'tab', 'textbox', 'combobox', 'option', 'listitem', 'menuitem', 'row', 'columnheader']);
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

  // Moves the DOM's focus without telling the program, which knows already.
  focus(element) {
    this.focusing = true;
    element.focus({ preventScroll: true });
    this.focusing = false;
  }

  update(nodes) {
    const seen = new Set();
    const parents = new Set(nodes.map((node) => node.parent));
    for (const node of nodes) seen.add(node.id);
    for (const [id, entry] of this.entries) {
      if (!seen.has(id)) { entry.element.remove(); this.entries.delete(id); }
    }
    const last = new Map(); // parent element → its child placed last
    let focused = 0;
    for (const node of nodes) {
      const above = this.entries.get(node.parent);
      const parent = above?.element ?? this.root;
      const outer = above?.node.rect ?? [0, 0, this.page.stage.clientWidth, this.page.stage.clientHeight];
      // A group without a place of its own is as large as what it stands in, so that it clips nothing, and takes no pointer.
      const placeless = parents.has(node.id) && (node.rect[2] === 0 || node.rect[3] === 0);
      if (placeless) node.rect = outer;
      const left = node.rect[0] - outer[0], top = node.rect[1] - outer[1];
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
        element.style.pointerEvents = placeless ? 'none' : '';
      }
      Object.assign(entry, { key, node, left, top });
      const expected = last.has(parent) ? last.get(parent).nextSibling : firstElement(parent);
      if (expected !== element) parent.insertBefore(element, expected); // only what is new or out of order is moved
      last.set(parent, element);
      if (node.focused) focused = node.id;
    }
    this.#follow(focused);
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
  if (INTERACTIVE.has(node.role)) element.tabIndex = -1; else element.className = 'away';
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
