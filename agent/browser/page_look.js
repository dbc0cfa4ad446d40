// Puts one document's description together and answers the questions asked of its elements. Runs after page_map.js.

const buttonText = (el) => {
  if (localName(el) !== 'input') return clip(groupName(el) || ownText(el) || tidy(attr(el, 'title')) || tidy(attr(el, 'value')), MOST.label);
  const own = tidy(el.type === 'image' ? attr(el, 'alt') : el.value);
  return clip(own || groupName(el) || tidy(attr(el, 'title')) || (el.type === 'reset' ? 'Reset' : el.type === 'submit' ? 'Submit' : ''), MOST.label);
};
const drawnOn = (el) => clip(localName(el) === 'input' ? tidy(el.value) : ownText(el), MOST.label);
const describeButton = (el, found, keep) => ({
  ref: keep(el), form: formIndex(el, found.forms), type: ['submit', 'reset', 'image'].includes(el.type) ? el.type : 'button', text: buttonText(el),
  name: clip(attr(el, 'name'), 500), value: clip(attr(el, 'value'), 1000), id: clip(attr(el, 'id'), 500), disabled: isOff(el),
  visible: !withheld(el) && seen(el), box: plainBox(rectOf(el)), drawn: drawnOn(el),
});
const absolute = (address) => guarded(() => new URL(address, document.baseURI).href, '');
const describeLink = (el, keep) => {
  const href = absolute(attr(el, 'href').trim());
  if (!/^https?:/.test(href) || href.length > 8000) return null;
  return { ref: keep(el), text: clip(groupName(el) || ownText(el) || tidy(attr(el, 'title')), MOST.label), href, visible: seen(el) };
};
const describeForm = (form) => ({
  id: clip(attr(form, 'id'), 500), action: clip(absolute(attr(form, 'action').trim()) || document.baseURI, 8000),
  method: ['post', 'dialog'].includes(attr(form, 'method').toLowerCase()) ? attr(form, 'method').toLowerCase() : 'get',
  enctype: clip(attr(form, 'enctype').toLowerCase() || 'application/x-www-form-urlencoded', 100),
});
const describeFrame = (item, keep) => {
  const { el } = item, rect = rectOf(el), style = getComputedStyle(el);
  return { ...item, el: undefined, ref: keep(el), visible: !withheld(el) && seen(el),
    at: [rect.left + el.clientLeft + parseFloat(style.paddingLeft || 0), rect.top + el.clientTop + parseFloat(style.paddingTop || 0)] };
};

const SUMMARIES = '[role=alert],[class*="error-summary"],[class*="alert-danger"],[class*="alert--error"],[class*="validation-summary"]';
const WELCOME = /(^|[-_ ])(success|info|primary|secondary|light|dark|notification-banner)([-_ ]|$)/i;
const summaries = (root, errors) => {
  for (const el of [...findAll(root, SUMMARIES)].slice(0, MOST.errors)) {
    if (WELCOME.test(attr(el, 'class')) || holdsField(el)) continue;
    const lines = [...findAll(el, 'li')].map(saying).filter(Boolean);
    errors.push(...(lines.length ? lines : [saying(el)]));
  }
};
const pageErrors = (controls, shadows) => {
  const errors = [];
  for (const root of [documentElement(document), ...shadows]) for (const el of nodeType(root) === ELEMENT ? [root] : [...root.children]) guarded(() => summaries(el, errors));
  errors.push(...controls.filter((control) => control.visible).map((control) => control.error));
  return [...new Set(errors.filter(Boolean))].slice(0, MOST.errors);
};
// Lists that belong to a box, and boxes drawn in place of a select: no controls of their own.
const popupsOf = (controls) => new Set(controls.filter((item) => item.type === 'combobox' || (localName(item.el) === 'input' && isOpener(item.el)))
  .flatMap((item) => [...referenced(item.el, 'aria-controls'), ...referenced(item.el, 'aria-owns')]));
// The native radio or box that a component keeps, put away, beside the one that it draws (role=radio, checkbox, switch).
const BOXES = ['radio', 'checkbox', 'switch'];
const isShadowOfRole = (el) => localName(el) === 'input' && COVERABLE.has(el.type) && (isInsideBox(el) || (withheld(el) && [previousSibling, nextSibling].some((step) => {
  const at = step(el);
  return at && nodeType(at) === ELEMENT && BOXES.includes(roleOf(at));
})));
const isInsideBox = (el) => {
  const around = composedParent(el) && composedClosest(composedParent(el), (at) => BOXES.includes(roleOf(at)) && hasAttribute(at, 'aria-checked'));
  return Boolean(around);
};
const twinsOf = (controls) => controls.filter((item) => localName(item.el) === 'select').map((item) => twinOf(item.el)).filter(Boolean);

// Where a page shows no button at all, what it draws as one: short words under a pointing hand, nothing else in it.
const buttonsOf = (found) => {
  if (!found.drawn.length || found.buttons.some((el) => guarded(() => seen(el), false))) return found.buttons;
  const alone = (el) => !holdsField(el) && !findAll(el, 'a[href],button,[role]')[0] && !composedClosest(el, (at) => ['a', 'label', 'summary'].includes(localName(at)));
  return [...found.buttons, ...found.drawn.filter((el) => guarded(() => seen(el) && alone(el) && /^(?=.*\p{L}{2}).{2,30}$/u.test(ownText(el, 40)), false))];
};
const lines = (parts) => clip(parts.join('').replace(/[ \t\u00a0]+/g, ' ').replace(/ ?\n[\s]*/g, '\n').trim(), MOST.text);
// Whether nothing of its own could change a page: see `glance`.
const readyState = getter(Document, 'readyState');
const ACTIVE = 'script,iframe,frame,object,embed,fencedframe,meta[http-equiv=refresh i]';
const hasHandlers = () => document.evaluate('//@*[starts-with(name(), "on")]', document, null, XPathResult.BOOLEAN_TYPE).booleanValue;
const stillOnItsOwn = (root) => !findAll(root, ACTIVE).length && ![...findAll(root, '*')].some(shadowOf) && !guarded(hasHandlers, true) && !performance.getEntriesByType('resource').some((each) => each.initiatorType === 'script');
const describe = (elements) => {
  optionsRead = 0;
  const keep = (el) => elements.push(el) - 1;
  const found = survey();
  const popups = popupsOf(found.controls), twins = twinsOf(found.controls);
  const partOfTwin = (el) => localName(el) !== 'select' && twins.some((twin) => contains(twin, el));
  const all = grouped(found.controls.filter((item) => !popups.has(item.el) && !partOfTwin(item.el) && !isShadowOfRole(item.el)));
  const place = new Map(all.map((item, index) => [item.el, index]));
  const controls = all.map((item, index) => guarded(() => describeControl(item, index, all, found, keep), null));
  const shadows = new Set(found.controls.map((item) => rootOf(item.el)).filter((root) => root instanceof ShadowRoot));
  // A frame stands after as many grouped controls as there are groups begun before it.
  const begun = (count) => found.controls.slice(0, count).filter((item) => place.has(item.el)).length;
  return {
    url: clip(location.href, 8000), title: clip(tidy(documentTitle(document)), 500), language: clip(attr(documentElement(document), 'lang'), 50),
    scroll: [scrollX, scrollY],
    text: lines(found.text), said: lines(found.said), still: isStill(),
    headings: found.headings, forms: found.forms.map((form) => guarded(() => describeForm(form), {})), controls,
    buttons: buttonsOf(found).filter((el) => !partOfTwin(el)).map((el) => guarded(() => describeButton(el, found, keep), null)),
    links: found.links.map((el) => guarded(() => describeLink(el, keep), null)),
    errors: pageErrors(controls.filter(Boolean), shadows),
    frames: found.frames.map((item) => guarded(() => describeFrame({ ...item, controls: begun(item.controls) }, keep), null)),
  };
};

// Each look is kept under its token so that a reference means the very element that was described.
const looks = new Map();
const carry = (answer) => { const el = createElement(document, 'div'); el.textContent = JSON.stringify(answer); return el; };
const look = (token) => {
  const elements = [];
  const answer = during(() => describe(elements));
  looks.set(token, elements);
  while (looks.size > 6) looks.delete(looks.keys().next().value);
  return carry(answer);
};

// What changes while a page comes to rest, in a few words. A page without scripts, frames and timed leaving stands as it
// is once it has loaded; a script that took itself out is overlooked, but what it sends later meets a shut gate.
// Of megabytes of text drawing it all at each glance takes seconds: there all text counts.
const isStill = () => readyState(document) === 'complete' && stillOnItsOwn(documentElement(document));
const glance = () => {
  const root = documentElement(document);
  if (!root) return carry({ state: 'loading', seen: '', count: 0, still: false });
  const size = root.textContent.length, count = findAll(root, '*').length, state = readyState(document);
  return carry({ state, count, seen: `${location.href} ${size < 2e6 ? root.innerText.length : size} ${count}`, still: isStill() });
};
const storage = () => carry({ items: guarded(() => Object.entries(localStorage).map(([name, value]) => [name, value]), []) });
const verbs = { look };
const answer = (selector) => {
  const [verb, token, index, ...rest] = selector.split(':');
  if (verb === 'glance') return glance();
  if (verb === 'storage') return storage();
  if (!Object.hasOwn(verbs, verb)) return null;
  if (verb === 'look') return look(token);
  const elements = looks.get(token);
  return elements ? verbs[verb](elements, index, ...rest) : carry({ gone: true });
};
const engine = { query: (_root, selector) => answer(selector), queryAll: (_root, selector) => [answer(selector)].filter(Boolean) };
