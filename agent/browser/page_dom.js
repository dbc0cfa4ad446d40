// Reading the document without trusting it: pristine accessors, visible text, visibility. Loaded before page_map.js.
//
// All of this runs in an isolated world: the page's own scripts can't change our prototypes. What still crosses the
// worlds is DOM clobbering (<input name="attributes"> inside a form hides form.attributes), so forms and the document
// are only read through accessors taken from the prototypes.

const getter = (type, name) => {
  const get = Object.getOwnPropertyDescriptor(type.prototype, name).get;
  return (object) => get.call(object);
};
const method = (type, name) => {
  const run = type.prototype[name];
  return (object, ...rest) => run.apply(object, rest);
};

const nodeType = getter(Node, 'nodeType');
const firstChild = getter(Node, 'firstChild');
const nextSibling = getter(Node, 'nextSibling');
const previousSibling = getter(Node, 'previousSibling');
const parentNode = getter(Node, 'parentNode');
const contains = method(Node, 'contains');
const rootOf = method(Node, 'getRootNode');
const localName = getter(Element, 'localName');
const shadowOf = getter(Element, 'shadowRoot');
const attribute = method(Element, 'getAttribute');
const hasAttribute = method(Element, 'hasAttribute');
const matches = method(Element, 'matches');
const closest = method(Element, 'closest');
const findAll = method(Element, 'querySelectorAll');
const rectOf = method(Element, 'getBoundingClientRect');
const checkVisibility = method(Element, 'checkVisibility');
const documentElement = getter(Document, 'documentElement');
const documentTitle = getter(Document, 'title');
const createElement = method(Document, 'createElement');
const ELEMENT = 1, TEXT = 3, FRAGMENT = 11;

const attr = (el, name) => attribute(el, name) || '';
const clip = (text, most) => (text.length > most ? text.slice(0, most) : text);
const tidy = (text) => text.replace(/[\s\u00a0\u200b\u00ad]+/g, ' ').trim();
const guarded = (read, otherwise) => { try { return read(); } catch { return otherwise; } };

// The parent in the tree a person sees: out of a slot into the shadow root, out of a shadow root to its host.
const composedParent = (node) => {
  if (nodeType(node) === ELEMENT && node.assignedSlot instanceof HTMLSlotElement) return node.assignedSlot;
  const parent = parentNode(node);
  if (!parent) return null;
  return nodeType(parent) === FRAGMENT ? (parent.host || null) : parent;
};
const composedClosest = (el, test) => {
  for (let at = el; at && nodeType(at) === ELEMENT; at = composedParent(at)) if (test(at)) return at;
  return null;
};
const byId = (el, id) => {
  const root = rootOf(el);
  if (!id || !(root instanceof Document || root instanceof DocumentFragment)) return null;
  const get = root instanceof Document ? Document.prototype : DocumentFragment.prototype;
  return get.getElementById.call(root, id);
};
const referenced = (el, name) =>
  attr(el, name).split(/\s+/).filter(Boolean).slice(0, 20).map((id) => byId(el, id)).filter(Boolean);

const roleOf = (el) => attr(el, 'role').trim().toLowerCase().split(/\s+/)[0];
const WIDGET_ROLES = new Set(['textbox', 'searchbox', 'combobox', 'listbox', 'switch', 'checkbox', 'radio',
  'spinbutton', 'slider']);
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'head', 'svg', 'canvas', 'object', 'audio', 'video']);
const FIELD_TAGS = new Set(['input', 'select', 'textarea', 'button', 'option', 'datalist', 'output', 'meter', 'progress']);
const editable = (el) => hasAttribute(el, 'contenteditable') && attr(el, 'contenteditable').toLowerCase() !== 'false';
const isField = (el) => FIELD_TAGS.has(localName(el)) || WIDGET_ROLES.has(roleOf(el)) || editable(el);

// Not hidden itself: a slot and what has no box of its own (display: contents) draw what is inside them.
const isDrawn = (el) => localName(el) === 'slot' || checkVisibility(el) || getComputedStyle(el).display === 'contents';
// An icon drawn by a font whose letters spell its name ("arrow_drop_down"): no word for anybody.
const isIcon = (el) => attr(el, 'aria-hidden').toLowerCase() === 'true' && /^[a-z]+(_[a-z0-9]+)*$/.test(el.textContent.trim());
// The text of an element without that of the controls inside it (a wrapping label holds its select's options).
const ownText = (el, most = 500) => {
  const parts = [];
  let size = 0;
  const shown = checkVisibility(el);
  const visit = (node, depth) => {
    if (size > most * 2 || depth > 40) return;
    if (nodeType(node) === TEXT) { parts.push(node.data); size += node.data.length; return; }
    if (nodeType(node) !== ELEMENT) return;
    const name = localName(node);
    if (SILENT.has(name) || (depth > 0 && isIcon(node))) return;
    if ((depth > 0 && (isField(node) || (shown && !isDrawn(node))))) return;   // a slot draws no box of its own
    if (name === 'img') { parts.push(' ', attr(node, 'alt'), ' '); return; }
    const inline = depth > 0 && getComputedStyle(node).display.startsWith('inline');
    if (!inline) parts.push(' ');
    // A slot shows what was given to it; its own text stands there only when nothing was.
    const given = name === 'slot' ? node.assignedNodes() : [];
    if (given.length) for (const at of given) visit(at, depth + 1);
    else for (let at = firstChild(shadowOf(node) || node); at; at = nextSibling(at)) visit(at, depth + 1);
    if (!inline) parts.push(' ');
  };
  visit(el, 0);
  return clip(tidy(parts.join('')), most);
};
const textOfAll = (elements, most = 500) => clip(tidy(elements.map((el) => ownText(el, most)).join(' ')), most);

// During one look nothing moves, so what was found out about an element holds until its end.
let memo = null;
const during = (work) => { memo = new Map(); try { return work(); } finally { memo = null; } };
const remembered = (find) => (el) => {
  if (!memo) return find(el);
  if (!memo.has(find)) memo.set(find, new Map());
  const known = memo.get(find);
  if (!known.has(el)) known.set(el, find(el));
  return known.get(el);
};

// What cuts off an element: does any part of it lie where a person could see it, or scroll to it?
const reachable = (el, rect) => {
  let { left, top, right, bottom } = rect;
  let position = getComputedStyle(el).position;
  for (let at = composedParent(el); at && nodeType(at) === ELEMENT && position !== 'fixed'; at = composedParent(at)) {
    const name = localName(at);
    if (name === 'body' || name === 'html') break;
    const style = getComputedStyle(at);
    if (position === 'absolute' && style.position === 'static') continue;
    position = style.position;
    if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
    const box = rectOf(at);
    if (/auto|scroll/.test(style.overflowX + style.overflowY)) {
      ({ left, top, right, bottom } = box);
    } else {
      left = Math.max(left, box.left); right = Math.min(right, box.right);
      top = Math.max(top, box.top); bottom = Math.min(bottom, box.bottom);
    }
    if (right - left <= 1 || bottom - top <= 1) return false;
  }
  return right + scrollX > 0 && bottom + scrollY > 0;
};
const clippedAway = (style) =>
  /^rect\(0(px)?,? 0(px)?,? 0(px)?,? 0(px)?\)$|^rect\(1px,? 1px,? 1px,? 1px\)$/.test(style.clip) ||
  /^inset\((50|100)%/.test(style.clipPath);

const withinClipped = remembered((el) => {
  if (clippedAway(getComputedStyle(el))) return true;
  const parent = composedParent(el);
  return Boolean(parent) && nodeType(parent) === ELEMENT && withinClipped(parent);
});

// Seen by a person: drawn, opaque, of a size, on the page, not cut away.
const seen = remembered((el) => {
  if (!checkVisibility(el, { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false })) return false;
  const rect = rectOf(el);
  if (rect.width <= 1 || rect.height <= 1) return false;
  return !withinClipped(el) && reachable(el, rect);
});
const withheld = remembered((el) => {
  if (attr(el, 'aria-hidden').toLowerCase() === 'true' || hasAttribute(el, 'inert')) return true;
  const parent = composedParent(el);
  return Boolean(parent) && nodeType(parent) === ELEMENT && withheld(parent);
});

const LABELLED = new Set(['input', 'select', 'textarea', 'button', 'meter', 'output', 'progress']);
const ERROR_WORDS = /(^|[-_ ])(errors?|invalid|danger)([-_ ]|$)/i;
const errorLike = (el) => roleOf(el) === 'alert' || ERROR_WORDS.test(attr(el, 'class')) || /(^|[-_])errors?$/i.test(attr(el, 'id'));
const labelsOf = (el) => {
  let labels = LABELLED.has(localName(el)) ? [...(el.labels || [])] : [];
  const id = attr(el, 'id');
  if (!labels.length && id) {
    const root = rootOf(el);
    const list = (root instanceof Document ? Document : DocumentFragment).prototype.querySelectorAll;
    labels = [...list.call(root, `label[for="${CSS.escape(id)}"]`)];
  }
  return (labels.length > 1 && id ? labels.filter((label) => isNearest(el, label, id)) : labels).slice(0, 20);
};
// Pages give one id to several elements; the browser then hands all their labels to the first of them.
const isNearest = (el, label, id) => {
  const root = rootOf(el), list = (root instanceof Document ? Document : DocumentFragment).prototype.querySelectorAll;
  const same = [...list.call(root, `#${CSS.escape(id)}`)];
  if (same.length < 2 || contains(label, el) || attr(label, 'for') !== id) return true;
  for (let at = parentNode(label); at && nodeType(at) === ELEMENT; at = parentNode(at)) {
    const inside = same.filter((other) => contains(at, other));
    if (inside.length) return inside.includes(el);
  }
  return true;
};
// A file control that a page's script put away behind a button of its own ("Choose file", a drop zone): the first
// button seen in the widest surroundings that hold no other control. Never one that sends the form.
const fileButton = remembered((el) => {
  const isButton = (button) => !['submit', 'reset'].includes(button.type) && !withheld(button) && seen(button);
  for (const step of checkVisibility(el) ? [] : [nextSibling, previousSibling]) {
    let at = step(el);
    while (at && (nodeType(at) !== ELEMENT || SILENT.has(localName(at)))) at = step(at);
    const found = at && !findAll(at, 'input:not([type=hidden]),select,textarea')[0] ? [at, ...findAll(at, 'button,[role=button]')].filter((each) => matches(each, 'button,[role=button]') && isButton(each)) : [];
    if (found.length === 1) return found[0];
  }
  for (let at = composedParent(el), steps = 0; at && nodeType(at) === ELEMENT && steps < 4; at = composedParent(at), steps++) {
    if (['form', 'body', 'html', 'main', 'table', 'fieldset'].includes(localName(at))) return null;
    const others = [...findAll(at, 'input:not([type=hidden]),select,textarea')].filter((other) => other !== el);
    if (others.length) return null;
    const found = [...findAll(at, 'button,[role=button]')].find(isButton);
    if (found) return found;
  }
  return null;
});
// What stands in for a control drawn invisibly (styled radios, checkboxes, file buttons), if it is seen.
const COVERABLE = new Set(['radio', 'checkbox', 'file']);
const coveringLabel = (el) => {
  if (localName(el) !== 'input' || !COVERABLE.has(el.type)) return null;
  return labelsOf(el).find((label) => seen(label)) || (el.type === 'file' && fileButton(el)) || null;
};
// Such a button makes its file control a person's to use, although the script hid that from screen readers.
const visibleTo = (el) => Boolean(twinOf(el)) || isBoxed(el) || isVeiled(el) || (withheld(el) ? el.type === 'file' && Boolean(fileButton(el)) : seen(el) || Boolean(coveringLabel(el)));

const plainBox = (rect) => [rect.left, rect.top, rect.width, rect.height];
const boxOf = (el) => plainBox(rectOf(seen(el) ? el : (coveringLabel(el) || twinOf(el) || ((isBoxed(el) || isVeiled(el)) && frameOf(el)) || el)));

const PASSWORD_HINT = /(^|\s)(current|new)-password(\s|$)/i;
const onceSecret = new WeakSet();   // a field that was a password once stays one when the page shows its text
const isSecret = (el) => {
  if (localName(el) !== 'input') return false;
  // Component libraries write new-password on the boxes of their lists, to keep the browser's own suggestions away.
  if (el.type === 'password' || (PASSWORD_HINT.test(attr(el, 'autocomplete')) && roleOf(el) !== 'combobox')) onceSecret.add(el);
  return onceSecret.has(el);
};

// What a page says of its own matter, for the question whether it confirms: not what stands beside it (footers, menus,
// cookie notices, newsletter boxes, chats), and not what nobody sees though the browser lays it out.
const BESIDE_TAGS = new Set(['footer', 'nav', 'aside', 'search']);
const BESIDE_ROLES = new Set(['contentinfo', 'navigation', 'complementary', 'search', 'tooltip']);
const BESIDE_WORDS = /(^|[-_ ])(cookies?|newsletter|sidebar|footer|adverts?|advertisements?|ads?|chat|promo)([-_ ]|$)/i;
const standsBeside = (el, name) => {
  if (name === 'body' || name === 'html' || name === 'main') return false;
  if (BESIDE_TAGS.has(name) || BESIDE_ROLES.has(roleOf(el)) || attr(el, 'aria-hidden').toLowerCase() === 'true') return true;
  return BESIDE_WORDS.test(`${attr(el, 'class')} ${attr(el, 'id')}`) && !findAll(el, 'main,[role=main],h1')[0];
};
const isPlaced = (style) => style.position === 'absolute' || style.position === 'fixed';
const isClear = (colour) => colour === 'transparent' || /^rgba\(.*, 0\)$/.test(colour);
const undrawn = (el, name, style) => {
  if (name === 'body' || name === 'html') return false;
  if (parseFloat(style.fontSize) < 2 || parseFloat(style.opacity) < 0.1 || parseFloat(style.textIndent) < -500) return true;
  if (clippedAway(style) || style.contentVisibility === 'hidden') return true;
  const turned = style.transform !== 'none', cut = style.overflowX === 'hidden' || style.overflowX === 'clip';
  const moved = turned || isPlaced(style) || parseFloat(style.marginLeft) < -500 || parseFloat(style.marginTop) < -500;
  if (!moved && !cut) return false;
  const rect = rectOf(el);
  if ((cut || turned) && (rect.width <= 1 || rect.height <= 1)) return true;
  return rect.right + scrollX < 0 || rect.bottom + scrollY < 0 || rect.left + scrollX > documentElement(document).scrollWidth;
};
