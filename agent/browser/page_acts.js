// Questions about one described element and the few acts on it that need no mouse. Runs last, after page_look.js.

const elementAt = (elements, index) => {
  const el = elements[Number(index)];
  return el && el.isConnected ? el : null;
};
verbs.ref = (elements, index) => elementAt(elements, index);
verbs.label = (elements, index) => { const el = elementAt(elements, index); return el && coveringLabel(el); };

// The country code that a button beside a telephone number shows, without its plus.
const callingCode = (el) => {
  if (localName(el) !== 'input' || !['tel', 'text'].includes(el.type)) return '';
  for (let at = composedParent(el), steps = 0; at && nodeType(at) === ELEMENT && steps < 3; at = composedParent(at), steps++) {
    if (findAll(at, 'input:not([type=hidden]):not([type=search])').length > 1) return '';
    for (const button of findAll(at, 'button,[role=button],[role=combobox]')) {
      const found = seen(button) && /(?:^|[^\w+])\+(\d{1,3})(?!\d)/.exec(` ${ownText(button, 100)}`);
      if (found) return found[1];
    }
  }
  return '';
};

const stateOf = (el) => {
  const name = localName(el), secret = isSecret(el), opens = isOpener(el), own = controlType(el);
  const type = own === 'segment' ? segmentType(segmentsOf(el)) : own;
  return {
    tag: name, type, picker: picksDate(el), disabled: isOff(el), readonly: el.readOnly === true || attr(el, 'aria-readonly') === 'true',
    maxlength: Number.isInteger(el.maxLength) ? el.maxLength : -1, secret, calling: callingCode(el),
    value: clip(opens ? shownValue(el) : valueOf(el, type), 100000), length: secret ? el.value.length : -1,
    checked: isOn(el), picked: isPicked(el), opens,
    made: own === 'segment' ? 'segments' : own === 'range' && name !== 'input' ? 'slider' : own === 'contenteditable' ? 'rich' : '',
    drawn_anew: Boolean(twinOf(el)), visible: visibleTo(el), seen: seen(el),
    chosen: name === 'select' ? [...el.options].map((option, i) => (option.selected ? i : -1)).filter((i) => i >= 0) : [],
    chosen_values: name === 'select' ? [...el.selectedOptions].map((option) => clip(option.value, 1000)) : [],
    chosen_text: name === 'select' ? clip([...el.selectedOptions].map((option) => tidy(option.label)).join(', '), 5000) : '',
    files: type === 'file' ? [...el.files].map((file) => [file.name, file.size]) : [],
    drawn: drawnOn(el), bad_input: Boolean(el.validity && el.validity.badInput),
  };
};
verbs.state = (elements, index) => { const el = elementAt(elements, index); return carry(el ? stateOf(el) : { gone: true }); };

// Focus leaves the field as when a person goes on: the browser itself fires change and blur, so validation runs.
verbs.blur = (elements, index) => {
  const el = elementAt(elements, index);
  if (el && el.blur) el.blur();
  return carry(el ? stateOf(el) : { gone: true });
};

// A point of the label that ticks its control: not on a link or button inside it, not under something else.
const labelPoint = (label) => {
  const root = rootOf(label), box = rectOf(label);
  const at = (root instanceof Document ? Document : ShadowRoot).prototype.elementFromPoint;
  const rects = [...label.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1);
  for (const rect of rects) {
    for (const share of [0.5, 0.02, 0.1, 0.25, 0.75, 0.98]) {
      const x = rect.left + Math.min(Math.max(rect.width * share, 2), rect.width - 1), y = rect.top + rect.height / 2;
      const hit = at.call(root, x, y);
      if (hit && contains(label, hit) && !closest(hit, 'a,button,summary')) return [x - box.left - label.clientLeft, y - box.top - label.clientTop];
    }
  }
  return null;
};
// How a person reaches a radio or checkbox: itself, or the label drawn in its place.
verbs.touch = (elements, index) => {
  const el = elementAt(elements, index);
  if (!el) return carry({ gone: true });
  el.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const rect = rectOf(el), root = rootOf(el);
  const at = (root instanceof Document ? Document : ShadowRoot).prototype.elementFromPoint;
  const hit = (seen(el) || isVeiled(el)) && at.call(root, rect.left + rect.width / 2, rect.top + rect.height / 2);
  if (hit && (hit === el || contains(el, hit))) return carry({ by: 'self' });
  const label = coveringLabel(el);
  if (!label) return carry({ by: seen(el) ? 'covered' : 'none' });
  label.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const point = labelPoint(label);
  return carry(point ? { by: 'label', point } : { by: 'covered' });
};

// What a component draws around its own small box or switch.
verbs.drawn = (elements, index) => {
  const el = elementAt(elements, index), frame = el && !seen(el) && frameOf(el);
  if (!frame || findAll(frame, 'label')[0] || composedClosest(frame, (at) => localName(at) === 'label')) return null;
  return rectOf(frame).width <= 120 && rectOf(frame).height <= 80 ? frame : null;
};

// Stops what moves an element for ever, so that a press can find it where it was seen.
verbs.still = (elements, index) => {
  for (let at = elementAt(elements, index), steps = 0; at && nodeType(at) === ELEMENT && steps < 200; at = composedParent(at), steps++) {
    for (const animation of at.getAnimations()) animation.pause();
  }
  return carry({});
};

// Outlines for a picture, and hiding of passwords; every style attribute is put back exactly as it was.
const marked = new Map();
const mark = (el, styles) => {
  if (!marked.has(el)) marked.set(el, { before: attribute(el, 'style'), same: attribute(el, 'style') === el.style.cssText });
  for (const [name, value] of Object.entries(styles)) el.style.setProperty(name, value, 'important');
};
const OUTLINE = { outline: '3px solid #c2185b', 'outline-offset': '2px', transition: 'none' };
const BLIND = { color: 'transparent', '-webkit-text-fill-color': 'transparent', 'text-shadow': 'none', transition: 'none' };
// What to outline for a choice that its label draws: both together, where something holds these two and nothing else.
const drawnAs = (el) => {
  const label = seen(el) ? null : coveringLabel(el);
  if (!label || el.type === 'file') return label || (seen(el) ? el : null);
  const holder = composedClosest(label, (at) => contains(at, el));
  return holder && findAll(holder, 'input:not([type=hidden]),select,textarea').length === 1 ? holder : label;
};
const sizeOf = (root) => ({ width: Math.max(root.scrollWidth, root.clientWidth), height: Math.max(root.scrollHeight, root.clientHeight), scroll: [scrollX, scrollY] });
verbs.mark = (elements, indexes) => {
  const boxes = {}, size = sizeOf(documentElement(document));
  for (const el of [...elements, ...findAll(documentElement(document), 'input')]) if (el.isConnected && isSecret(el)) mark(el, BLIND);
  for (const index of (indexes || '').split(',').filter(Boolean)) {
    const el = elementAt(elements, index);
    if (!el) continue;
    const target = drawnAs(el);
    if (!target) continue;
    mark(target, OUTLINE);
    boxes[index] = plainBox(rectOf(target));
  }
  return carry({ boxes, ...size, fonts: guarded(() => document.fonts.status, '') });
};
verbs.unmark = () => {
  for (const [el, { before, same }] of marked) {
    attribute(el, 'style');   // Chromium writes the attribute only when asked; removed unwritten, it comes back empty
    if (before === null) el.removeAttribute('style');
    else if (same) el.style.cssText = before;
    else el.setAttribute('style', before);
  }
  marked.clear();
  return carry({});
};
verbs.frame = (elements, index) => {
  const el = elementAt(elements, index);
  return carry(el ? describeFrame({ el }, () => 0) : { gone: true });
};
