// Lists that a box opens: which options are on view, the one asked for, and whether the list is still open. Runs last.

const ROLED = '[role=option],[role=menuitemradio],[role=treeitem]';
const LOOSE = ['[aria-selected]:not([role=tab]):not([role=gridcell]):not([role=row])', '[class*="option"]', 'li'];
// A list that calls itself one of suggestions is one with a single entry too.
const SUGGESTED = '[class*="autocomplete" i],[class*="suggest" i],[class*="typeahead" i],[class~="tt-menu"]';
const MOST_LOOSE = 3000;
const POPUPS = '[role=dialog],[role=grid],[role=listbox],[role=menu],[class*="calendar" i],[class*="datepicker" i],[class*="timepicker" i],[class*="-menu" i],[class*="suggest" i]';

const deepAll = (place, test, most) => {
  const found = [];
  let nodes = 0;
  const visit = (node, depth) => {
    if (nodeType(node) !== ELEMENT || ++nodes > 30000 || depth > 60 || found.length >= most) return;
    if (depth > 0 && test(node)) { found.push(node); return; }
    for (let at = firstChild(shadowOf(node) || node); at; at = nextSibling(at)) visit(at, depth + 1);
    if (localName(node) === 'slot') for (const given of node.assignedNodes()) visit(given, depth + 1);
  };
  visit(place, 0);
  return found;
};
// The document and all open shadow roots in it: a component may draw its options in roots of their own.
const MOST_ROOTS = 3000;
const allRoots = () => {
  const roots = [documentElement(document)];
  for (let place = 0; place < roots.length && roots.length < MOST_ROOTS; place++) {
    for (const el of [roots[place], ...findAll(roots[place], '*')]) { const shadow = shadowOf(el); if (shadow) roots.push(...shadow.children); }
  }
  return roots;
};
const everywhere = (selector) => allRoots().flatMap((root) => [...(matches(root, selector) ? [root] : []), ...[...findAll(root, selector)].slice(0, MOST_LOOSE)]);
const onView = (el) => guarded(() => seen(el), false);
const activeIn = () => { let at = document.activeElement; while (at && shadowOf(at) && shadowOf(at).activeElement) at = shadowOf(at).activeElement; return at; };

// What was on view before the box was pressed; what comes on view after that belongs to it.
const before = new WeakMap(), listed = new WeakMap();
const isNew = (el, at) => { const known = before.get(el); return !known || !known.has(at); };
const leaves = (list) => { const inner = new Set(list); for (const at of list) for (let up = parentNode(at); up; up = parentNode(up)) inner.delete(up); return [...inner]; };
const leadsAway = (option) => {
  const link = closest(option, 'a[href]') || findAll(option, 'a[href]')[0];
  return Boolean(link) && !/^\s*(#|javascript:)/i.test(attr(link, 'href')) && attr(link, 'href').trim() !== '';
};
// The chosen option itself, drawn once more inside the box that shows it.
const isShownChoice = (opener, option) => opener !== option && contains(opener, option) && findAll(opener, '[role=option]').length === 1 && !composedClosest(option, (at) => roleOf(at) === 'listbox');
const optionsOnView = (el) => {
  const opener = openerOf(el);
  const boxes = [opener, ...[composedClosest(opener, (at) => roleOf(at) === 'combobox'), activeIn()].filter((at) => at && at !== opener && nodeType(at) === ELEMENT)];
  const places = boxes.flatMap((at) => [...referenced(at, 'aria-controls'), ...referenced(at, 'aria-owns')]);
  const roled = (at) => matches(at, ROLED);
  let found = (localName(opener) === 'input' ? places : [...places, opener]).flatMap((at) => deepAll(at, roled, MOST.options)).filter((at) => onView(at) && !isShownChoice(opener, at));
  if (!found.length) found = everywhere(ROLED).filter((at) => isNew(el, at) && onView(at) && !isShownChoice(opener, at));
  for (const loose of LOOSE) {
    if (found.length) break;
    found = leaves(everywhere(loose).filter((at) => isNew(el, at) && onView(at) && !isField(at) && tidy(at.textContent)));
    if (found.length < 2 && loose !== LOOSE[0] && !found.some((at) => closest(at, SUGGESTED))) found = [];
  }
  return [...new Set(found)].filter((at) => !leadsAway(at)).slice(0, MOST.options);
};
const scrollerOf = (option) => composedClosest(composedParent(option) || option, (at) => /auto|scroll|hidden/.test(getComputedStyle(at).overflowY) && at.clientHeight > 20 && at.scrollHeight > at.clientHeight + 4);
const isPicked = (option) => attr(option, 'aria-selected') === 'true' || attr(option, 'aria-checked') === 'true';
const optionLabel = (option) => labelOf(option) || ownText(option, 300);
const readList = (el) => {
  const options = optionsOnView(el);
  listed.set(el, options);
  const first = options[0], scroller = first && scrollerOf(first);
  const height = options.reduce((sum, option) => sum + rectOf(option).height, 0);
  const size = Math.max(0, ...options.slice(0, 3).map((option) => Number(attr(option, 'aria-setsize')) || 0));
  const list = first && composedClosest(first, (at) => roleOf(at) === 'listbox');
  return {
    open: options.length > 0 || attr(openerOf(el), 'aria-expanded') === 'true', multiple: (Boolean(list) && attr(list, 'aria-multiselectable') === 'true') || takesSeveral(el), shut: attr(openerOf(el), 'aria-expanded') === 'false', said_open: attr(openerOf(el), 'aria-expanded') === 'true',
    virtual: Boolean(scroller) && (scroller.scrollHeight > height * 1.3 + 60 || size > options.length), typing: isTypable(el),
    options: options.map((option) => ({ label: optionLabel(option), value: clip(attr(option, 'data-value') || attr(option, 'value') || optionLabel(option), 1000), selected: isPicked(option),
      disabled: attr(option, 'aria-disabled') === 'true' || hasAttribute(option, 'disabled') || /(^|[-_ ])disabled([-_ ]|$)/.test(attr(option, 'class')) })),
  };
};
// Keys go into the box's own input, or into a search box that came with the list.
const isTypable = (el) => {
  const active = activeIn(), opener = openerOf(el);
  if (!active || !isTextInput(active) || active.readOnly) return false;
  return active === opener || contains(opener, active) || !seenBefore(el, active);
};
const seenBefore = (el, field) => { const known = before.get(el); return Boolean(known) && known.has(field); };

verbs.watch = (elements, index) => {
  const el = elementAt(elements, index);
  if (!el) return carry({ gone: true });
  const opener = openerOf(el);
  before.set(el, new Set(everywhere(`${ROLED},${LOOSE.join(',')},input`).filter(onView)));
  const presses = localName(opener) === 'button' && opener.type === 'submit' && opener.form;
  opener.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  return carry({ expanded: attr(opener, 'aria-expanded') === 'true', sends: Boolean(presses) || leadsAway(opener), text: isTextInput(opener) && !opener.readOnly });
};
verbs.list = (elements, index) => { const el = elementAt(elements, index); return carry(el ? readList(el) : { gone: true }); };
verbs.option = (elements, index, number) => { const el = elementAt(elements, index); const option = el && (listed.get(el) || [])[Number(number)]; return option && option.isConnected ? option : null; };
verbs.opener = (elements, index) => { const el = elementAt(elements, index); return el && pressedOf(el); };
// Goes down a list that draws only what is on view: says what is there now, then rolls on for the next look.
verbs.roll = (elements, index, to) => {
  const el = elementAt(elements, index);
  if (!el) return carry({ gone: true });
  const view = readList(el), option = (listed.get(el) || [])[0], scroller = option && scrollerOf(option);
  if (!scroller) return carry({ ...view, end: true, next: 0 });
  const end = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2 && to !== '0';
  scroller.scrollTop = to.startsWith('share ') ? Number(to.slice(6)) * scroller.scrollHeight - scroller.clientHeight / 2 : Number(to);
  return carry({ ...view, end, next: Math.ceil(scroller.scrollTop + Math.max(40, scroller.clientHeight * 0.8)) });
};
verbs.leave = (elements, index) => {
  const el = elementAt(elements, index), active = activeIn();
  if (el && active && (active === openerOf(el) || contains(openerOf(el), active)) && active.blur) active.blur();
  return carry(el ? stateOf(el) : { gone: true });
};

// A point of the page where a press means nothing: where a person clicks to be rid of what is open.
const MEANS_SOMETHING = 'a,button,input,select,textarea,label,summary,option,iframe,video,[role],[tabindex],[onclick],[contenteditable]';
verbs.blank = () => {
  const at = Document.prototype.elementFromPoint;
  for (let y = 5; y < innerHeight; y += 23) {
    for (const x of [4, innerWidth - 24, innerWidth / 2]) {
      const hit = at.call(document, x, y);
      if (hit && ['html', 'body', 'main', 'form', 'div', 'p', 'section'].includes(localName(hit)) && getComputedStyle(hit).cursor !== 'pointer' &&
        !composedClosest(hit, (up) => matches(up, MEANS_SOMETHING) && !['main', 'form'].includes(roleOf(up)))) return carry({ point: [x, y] });
    }
  }
  return carry({});
};

// Popups that came on view while a text was typed: a calendar, suggestions.
const popupsBefore = new WeakMap();
verbs.calm = (elements, index) => {
  const el = elementAt(elements, index);
  if (el) popupsBefore.set(el, new Set(everywhere(POPUPS).filter(onView)));
  return carry(el ? stateOf(el) : { gone: true });
};
const cameUp = (el) => { const known = popupsBefore.get(el); return Boolean(known) && everywhere(POPUPS).some((at) => !known.has(at) && !contains(at, el) && onView(at)); };
verbs.popups = (elements, index) => { const el = elementAt(elements, index); return carry(el ? { open: cameUp(el) } : { gone: true }); };
// Leaves a field with which nothing came up, all in one question; `still`: nothing can come up later either.
verbs.left = (elements, index) => {
  const el = elementAt(elements, index);
  if (!el) return carry({ gone: true });
  if (cameUp(el)) return carry({ open: true });
  if (el.blur) el.blur();
  return carry({ ...stateOf(el), still: isStill() });
};
// The states of several elements; with `leaving`, once the focus has left the last.
verbs.states = (elements, indexes, leaving) => {
  const found = indexes.split(',').map((index) => elementAt(elements, index)), last = found.at(-1);
  if (leaving && last && last.blur) last.blur();
  return carry({ states: found.map((el) => (el ? stateOf(el) : { gone: true })), still: isStill() });
};
// The segments of a date, in order, with what each stands for.
verbs.segments = (elements, index) => { const el = elementAt(elements, index); return carry(el ? { kinds: segmentsOf(el).map(segmentKind), now: segmentsOf(el).map((at) => attr(at, 'aria-valuenow')) } : { gone: true }); };
verbs.segment = (elements, index, number) => { const el = elementAt(elements, index); return (el && segmentsOf(el)[Number(number)]) || null; };
