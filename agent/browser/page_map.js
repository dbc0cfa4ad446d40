// Describes everything a person can operate in one document. Runs after page_dom.js, in the same isolated world.

const MOST = { controls: 2000, links: 2000, buttons: 1000, headings: 500, forms: 200, frames: 100, options: 500,
  listed: 10000, listed_in_all: 20000, errors: 100, label: 500, value: 10000, text: 20000, said: 2000, nodes: 200000, depth: 900 };

const controlType = (el) => {
  const name = localName(el), role = roleOf(el);
  if (name === 'input') return ['submit', 'button', 'image', 'reset'].includes(el.type) ? '' : picksDate(el) ? 'date' : el.type;
  if (name === 'select') return el.type;
  if (name === 'textarea') return 'textarea';
  if (role === 'spinbutton') return 'segment';
  if (editable(el)) return findAll(el, '[role=spinbutton]')[0] ? '' : 'contenteditable';
  if (isOpener(el)) return 'combobox';
  if (isBareHandle(el)) return 'range';
  if (!WIDGET_ROLES.has(role) || role === 'combobox') return '';
  if (role === 'switch') return 'checkbox';
  if (role === 'slider') return 'range';
  return role === 'searchbox' ? 'textbox' : role;
};
const isButton = (el) => {
  const name = localName(el);
  return name === 'button' || roleOf(el) === 'button' ||
    (name === 'input' && ['submit', 'button', 'image', 'reset'].includes(el.type));
};

// Most elements of a page are boxes and text: they need none of the questions below.
const NOTABLE = new Set(['input', 'select', 'textarea', 'button', 'a', 'area', 'form', 'iframe', 'frame', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const isNotable = (el, name) => NOTABLE.has(name) || hasAttribute(el, 'role') || hasAttribute(el, 'contenteditable') || hasAttribute(el, 'aria-haspopup') || attr(el, 'tabindex') === '0' || isBareHandle(el);

// One walk over the composed tree: collects the elements and, for those a person sees, the text.
const survey = () => {
  const found = { controls: [], buttons: [], drawn: [], links: [], headings: [], forms: [], frames: [], alerts: [], ids: new Map(), text: [], said: [] };
  let size = 0, nodes = 0, own = 0, heading = '';
  const say = (part, told) => {
    if (size >= MOST.text * 4) return;
    found.text.push(part);
    if (told) found.said.push(part);
    size += part.length;
  };
  const add = (list, item) => { if (found[list].length < MOST[list]) found[list].push(item); };
  const collect = (el, name, shown, told) => {
    const id = attribute(el, 'id');
    if (id) found.ids.set(id, (found.ids.get(id) || 0) + 1);
    if (!isNotable(el, name)) return '';
    if (name === 'form') add('forms', el);
    if (name === 'iframe' || name === 'frame') {
      add('frames', { el, controls: found.controls.length, buttons: found.buttons.length, links: found.links.length,
        headings: found.headings.length });
    }
    const level = /^h[1-6]$/.test(name) ? Number(name[1]) : (roleOf(el) === 'heading' ? Number(attr(el, 'aria-level')) || 2 : 0);
    if (level && shown) {
      const text = ownText(el);
      if (text) { heading = text; add('headings', [Math.min(6, Math.max(1, level)), text, !told]); }
    }
    const type = controlType(el);
    if (type) add('controls', { el, type, heading });
    else if (isButton(el)) add('buttons', el);
    if ((name === 'a' || name === 'area') && hasAttribute(el, 'href')) add('links', el);
    return type;
  };
  // told: it belongs to what the page itself says; ink: the letters differ from the ground they stand on.
  const visit = (node, depth, shown, drawn, told, ground, ink, pointed = false) => {
    if (++nodes > MOST.nodes || depth > MOST.depth) return;
    const kind = nodeType(node);
    if (kind === TEXT) { if (drawn && node.data.trim()) say(node.data.replace(/\s+/g, ' '), told && ink); return; }
    if (kind !== ELEMENT) return;
    const name = localName(node);
    if (SILENT.has(name) && name !== 'object') return;
    const style = getComputedStyle(node);
    if (shown && (style.display === 'none' || style.opacity === '0')) shown = false;
    const here = shown && style.visibility === 'visible';
    // A page that confirms is short; of a giant one only the beginning is looked at so closely.
    const before = told;
    if (told) told = shown && ++own <= MOST.said && !guarded(() => standsBeside(node, name) || undrawn(node, name, style), false);
    if (told) {
      if (style.backgroundImage !== 'none' || isPlaced(style)) ground = '';   // it may lie over anything
      if (!isClear(style.backgroundColor)) ground = style.backgroundColor;
      ink = style.color !== ground && !isClear(style.color);
    }
    const type = guarded(() => collect(node, name, here, told && ink), '');
    const points = style.cursor === 'pointer';
    if (points && !pointed && here && (name === 'div' || name === 'span') && !isNotable(node, name) && found.drawn.length < 50) found.drawn.push(node);
    if (name === 'select' || name === 'textarea' || type === 'contenteditable' || type === 'textbox') return;
    const breaks = style.display !== 'inline' && style.display !== 'contents';
    const gap = style.display === 'table-cell' || style.display.startsWith('inline') ? ' ' : '\n';
    if (breaks && shown) say(gap, before);
    if (name === 'br') say('\n', before);
    const folded = name === 'details' && !hasAttribute(node, 'open');
    const inside = (at, shows, draws) => visit(at, depth + 1, shows, draws, told && (!folded || (nodeType(at) === ELEMENT && localName(at) === 'summary')), ground, ink, points);
    const shadow = shadowOf(node);
    if (name === 'slot' && node.assignedNodes().length) for (const given of node.assignedNodes()) inside(given, shown, here);
    else for (let at = firstChild(shadow || node); at; at = nextSibling(at)) inside(at, shown, here);
    if (shadow) {
      for (let at = firstChild(node); at; at = nextSibling(at)) if (!at.assignedSlot) inside(at, false, false);
    }
    if (breaks && shown) say(gap, before);
  };
  visit(documentElement(document), 0, true, true, true, '', true);
  return found;
};

// The widest ancestor that still holds no control but these: what stands in it belongs to them.
const surroundings = (first, last, before, after) => {
  let group = first;
  for (let at = composedParent(first), steps = 0; at && steps < 8; at = composedParent(at), steps++) {
    if (nodeType(at) !== ELEMENT || ['form', 'body', 'html', 'table', 'main'].includes(localName(at))) break;
    if ((before && contains(at, before)) || (after && contains(at, after))) break;
    if (contains(at, last)) group = at;
  }
  return group;
};
const ROWLESS = new Set(['form', 'body', 'html', 'main', 'section', 'article', 'table', 'tbody', 'thead', 'ul', 'ol', 'dl', 'tr']);
const columnHeading = (cell) => {
  const table = closest(cell, 'table');
  const row = table && table.rows[0];
  const head = row && !contains(row, cell) && row.cells[cell.cellIndex];
  return head && localName(head) === 'th' ? ownText(head, 200) : '';
};
const holdsField = (el) => isField(el) || Boolean(findAll(el, 'input:not([type=hidden]),select,textarea')[0]);
const textBeside = (start, step) => {
  const parts = [], shown = checkVisibility(start);
  for (let at = step(start); at; at = step(at)) {
    if (nodeType(at) === TEXT) { parts.push(at.data); continue; }
    if (nodeType(at) !== ELEMENT || SILENT.has(localName(at)) || (shown && !checkVisibility(at))) continue;
    if (/^h[1-6]$/.test(localName(at)) || holdsField(at) || errorLike(at)) break;
    if (['br', 'hr', 'legend'].includes(localName(at))) { if (tidy(parts.join(' '))) break; continue; }
    parts.push(ownText(at, 200));
    const inline = getComputedStyle(at).display.startsWith('inline');
    if (!inline && tidy(parts.join(' '))) break;
  }
  if (step === previousSibling) parts.reverse();
  const text = clip(tidy(parts.join(' ')), 200);
  return /[\p{L}\p{N}]/u.test(text) ? text : '';
};
const textBefore = (start) => {
  for (let at = start, steps = 0; at && nodeType(at) === ELEMENT && steps < 7; at = composedParent(at), steps++) {
    if (ROWLESS.has(localName(at)) || localName(at) === 'fieldset') break;
    const text = textBeside(at, previousSibling);
    if (text) return text;
    if (localName(at) === 'td') return columnHeading(at);
    const parent = composedParent(at);
    if (parent && nodeType(parent) === ELEMENT && steps > 0 && textBeside(at, nextSibling) && holdsField(parent) === false) break;
  }
  return '';
};
// "Name *": the star says that an answer is wanted, it is no part of the name.
const STAR = /\s*\*+\s*$|^\s*\*+\s*|\s+\*(?=\s)/g;
const starred = (text) => /\*\s*$|^\s*\*|\s\*\s/.test(text);
// A star that only the style sheet draws before or after a label.
const starDrawn = (label) => ['::before', '::after'].some((part) => /^["']\s*\*\s*["']/.test(getComputedStyle(label, part).content));
// A name that stands behind its field, where a wrapper holds nothing else and nothing stands before it.
const textBehind = (el) => {
  const parent = composedParent(el);
  if (!parent || nodeType(parent) !== ELEMENT || ROWLESS.has(localName(parent)) || ['td', 'label', 'fieldset'].includes(localName(parent))) return '';
  let nodes = 0;
  for (let at = firstChild(parent); at && nodes < 9; at = nextSibling(at)) nodes++;
  if (nodes > 8 || !isTextInput(el) || findAll(parent, 'input:not([type=hidden]),select,textarea,button').length !== 1) return '';
  for (let at = nextSibling(el); at; at = nextSibling(at)) {
    if (nodeType(at) !== ELEMENT || SILENT.has(localName(at))) continue;
    const text = HINTS.test(attr(at, 'class')) || errorLike(at) ? '' : ownText(at, 60);
    return /\p{L}{2}/u.test(text) && text.length <= 40 && !/[.!?]$/.test(text) ? text : '';
  }
  return '';
};
const nameElements = (at) => [...referenced(at, 'aria-labelledby'), ...labelsOf(at)];
const labelOf = (el) => {
  const own = labelsOf(el);
  // A script that puts a button before a file control gives the button the control's label.
  const button = !own.length && localName(el) === 'input' && el.type === 'file' ? fileButton(el) : null;
  const labels = (button ? labelsOf(button) : own).filter((label) => !errorLike(label));
  return textOfAll(labels, MOST.label) || namesOf(el) ||
    clip(tidy(attr(el, 'aria-label')), MOST.label) || clip(tidy(attr(el, 'title')), MOST.label);
};
// "l1 box": a box that shows its value is named by its label and by itself.
const namesOf = (el) => {
  const holds = isTextInput(el) && !isSecret(el) ? el.value.trim() : '';
  const named = referenced(el, 'aria-labelledby').filter((at) => !holds || at === el || ownText(at) !== holds), others = named.filter((at) => at !== el && !contains(el, at));
  const hidden = named.filter((at) => at !== el && !checkVisibility(at));   // within a box that shows its value, only its name is not drawn
  return textOfAll(others.length ? others : hidden.length ? hidden : named, MOST.label);
};
const choiceLabel = (el) => {
  const given = labelOf(el);
  if (given) return given;
  if (localName(el) !== 'input') { const text = ownText(el, 200); if (text) return text; }
  let at = el;
  for (let steps = 0; steps < 3 && at && !ROWLESS.has(localName(at)); steps++, at = composedParent(at)) {
    const text = textBeside(at, nextSibling);
    if (text || textBeside(at, previousSibling)) return text || textBefore(el);
  }
  return textBefore(el);
};
const groupName = (at) =>
  textOfAll(referenced(at, 'aria-labelledby'), MOST.label) || clip(tidy(attr(at, 'aria-label')), MOST.label) ||
  (['group', 'radiogroup'].includes(roleOf(at)) ? textOfAll(labelsOf(at), MOST.label) : '');
// A group that repeats the words of the legend around it, without that legend's star.
const starredAbove = (group, text) => {
  const set = composedParent(group) && composedClosest(composedParent(group), (at) => localName(at) === 'fieldset');
  const legend = set && [...set.children].find((at) => localName(at) === 'legend'), said = legend ? ownText(legend, MOST.label) : '';
  return starred(said) && said.replace(STAR, '') === text;
};
const legendOf = (el) => {
  for (let at = composedParent(el); at && nodeType(at) === ELEMENT; at = composedParent(at)) {
    let text = '';
    if (localName(at) === 'fieldset') {
      for (let child = firstChild(at); child && !text; child = nextSibling(child)) {
        if (nodeType(child) === ELEMENT && localName(child) === 'legend') text = ownText(child, MOST.label);
      }
    }
    if (!text && ['group', 'radiogroup'].includes(roleOf(at)) || localName(at) === 'fieldset') text = text || groupName(at);
    if (text) return starred(text) || !(nameElements(at).some(starDrawn) || starredAbove(at, text)) ? text : `${text} *`;
  }
  return '';
};
// The question above boxes that no group holds together: only what asks or is marked as required.
const boxLegend = (el) => {
  for (let at = composedParent(el), steps = 0; at && nodeType(at) === ELEMENT && steps < 6; at = composedParent(at), steps++) {
    if (['form', 'body', 'main'].includes(localName(at))) return '';
    const fields = [...findAll(at, 'input:not([type=hidden]),select,textarea,[role=checkbox]')];
    if (fields.some((field) => field.type !== 'checkbox' && roleOf(field) !== 'checkbox')) return '';
    if (fields.length > 1) { const text = textBefore(at); return /[?*]$/.test(text) ? text : ''; }
  }
  return '';
};
const groupLabel = (options) => {
  const first = options[0], last = options[options.length - 1];
  const start = composedClosest(first, (at) => localName(at) === 'label') || first;
  const own = choiceLabel(first);
  for (let at = composedParent(first); at && nodeType(at) === ELEMENT; at = composedParent(at)) {
    if (localName(at) === 'fieldset' || localName(at) === 'form' || localName(at) === 'body') break;
    if (['group', 'radiogroup'].includes(roleOf(at)) && groupName(at)) return groupName(at);
  }
  const legend = legendOf(first).replace(STAR, '');
  let text = textBefore(start);
  if (text && (text === own || own.startsWith(text))) text = '';
  const holder = composedClosest(first, (at) => contains(at, last) && at !== first);
  if (!text && holder && !ROWLESS.has(localName(holder)) && localName(holder) !== 'fieldset') text = textBefore(holder);
  return legend || text;
};

const HINTS = /(^|[-_ ])(hint|help|helper|form-text|description|desc)([-_ ]|$)/i;
const ERROR_PLACES = '[role=alert],[class*="error"],[class*="invalid"],[class*="danger"]';
const saying = (el) => { const text = ownText(el, 500); return text.length > 2 && checkVisibility(el, { visibilityProperty: true }) ? text : ''; };
const notice = (el, group) => {
  const set = composedClosest(el, (at) => localName(at) === 'fieldset' || roleOf(at) === 'group' || roleOf(at) === 'radiogroup');
  const described = [el, group, set].filter((at, i, all) => at && all.indexOf(at) === i).flatMap((at) => referenced(at, 'aria-describedby'));
  const hints = described.filter((at) => !errorLike(at)).map((at) => ownText(at, 500));
  const errors = [...described.filter(errorLike), ...referenced(el, 'aria-errormessage')].map(saying);
  if (group !== el) {
    for (const at of [...findAll(group, ERROR_PLACES)].slice(0, 20)) if (errorLike(at) && !isField(at) && !holdsField(at)) errors.push(saying(at));
    if (!hints.length) {
      for (const at of [...findAll(group, 'small,[class]')].slice(0, 40)) {
        if ((localName(at) === 'small' || HINTS.test(attr(at, 'class'))) && !holdsField(at) && !errorLike(at)) hints.push(ownText(at, 300));
      }
    }
  }
  if (!errors.some(Boolean) && LABELLED.has(localName(el)) && guarded(() => matches(el, ':user-invalid'), false)) errors.push(tidy(el.validationMessage || ''));
  const join = (list) => clip([...new Set(list.filter(Boolean))].join(' '), MOST.label);
  return { hint: join(hints), error: join(errors) };
};

const cssPath = (el, ids) => {
  const unique = (at) => { const id = attr(at, 'id'); return id && ids.get(id) === 1 ? `#${CSS.escape(id)}` : ''; };
  const steps = [];
  for (let at = el; at && nodeType(at) === ELEMENT && steps.length < 40; at = composedParent(at)) {
    if (unique(at)) { steps.unshift(unique(at)); break; }
    const name = localName(at);
    if (name === 'body' || name === 'html') { steps.unshift(name); break; }
    let place = 1, alone = true;
    for (let other = previousSibling(at); other; other = previousSibling(other)) if (nodeType(other) === ELEMENT && localName(other) === name) { place++; alone = false; }
    for (let other = nextSibling(at); other && alone; other = nextSibling(other)) if (nodeType(other) === ELEMENT && localName(other) === name) alone = false;
    steps.unshift(CSS.escape(name) + (alone ? '' : `:nth-of-type(${place})`) + (shadowOf(at) ? ' ' : ''));
  }
  return clip(steps.join(' > ').replace(/ {2}> /g, ' '), 1000);
};

const optionOf = (option, label) => ({ ref: -1, id: clip(attr(option, 'id'), 200), value: clip(option.value, 1000), label,
  selected: option.selected, default: option.defaultSelected, disabled: option.disabled || Boolean(closest(option, 'optgroup[disabled]')) });
// Lists of all towns or schools of a country have thousands of options; together they must not grow without end.
let optionsRead = 0;
const selectOptions = (el) => {
  const times = new Map();
  const options = [...el.options];
  for (const option of options) times.set(option.label, (times.get(option.label) || 0) + 1);
  const room = Math.max(MOST.options, Math.min(MOST.listed, MOST.listed_in_all - optionsRead));
  optionsRead += Math.min(options.length, room);
  return options.slice(0, room).map((option) => {
    const day = times.get(option.label) > 1 ? closest(option, 'optgroup') : null;
    return optionOf(option, clip(tidy((day ? `${attr(day, 'label')}: ` : '') + option.label), MOST.label));
  });
};
// A list kept for screen readers alone, in a box without size, holds only a few of the options that are drawn.
const DRAWS_NOTHING = /(^|;)\s*(height|width):\s*0/;
const widgetOptions = (el, keep) => {
  const places = [el, ...referenced(el, 'aria-controls'), ...referenced(el, 'aria-owns')].filter((at) => !DRAWS_NOTHING.test(attr(at, 'style')));
  const options = places.flatMap((place) => [...findAll(place, '[role=option]')]), shown = options.length && isOpener(el) ? shownValue(el) : '';
  const list = options.slice(0, MOST.options).map((option) => ({ ref: keep(option), id: clip(attr(option, 'id'), 200),
    value: clip(attr(option, 'data-value') || ownText(option), 1000), label: labelOf(option) || ownText(option),
    selected: attr(option, 'aria-selected') === 'true' || (Boolean(shown) && (labelOf(option) || ownText(option)) === shown), default: false, disabled: attr(option, 'aria-disabled') === 'true' }));
  return [list, options.length];
};
const isOn = (el) => (localName(el) === 'input' ? el.checked : attr(el, 'aria-checked') === 'true');
const isOff = (el) => attr(el, 'aria-disabled') === 'true' || guarded(() => matches(el, ':disabled'), false);
const choiceOption = (el, keep) => ({ ref: keep(el), id: clip(attr(el, 'id'), 200), value: clip(choiceValue(el), 1000), label: choiceLabel(el),
  selected: isOn(el), default: localName(el) === 'input' && el.defaultChecked, disabled: isOff(el) });
const choiceValue = (el) => (localName(el) === 'input' ? el.value : attr(el, 'data-value') || attr(el, 'value') || choiceLabel(el));

const valueOf = (el, type) => {
  if (isSecret(el)) return '';
  if (type === 'file') return [...el.files].map((file) => file.name).join(', ');
  if (['input', 'select', 'textarea'].includes(localName(el))) return el.value;
  if (type === 'contenteditable') return el.innerText.trim();
  if (roleOf(el) === 'spinbutton') return segmentValue(segmentsOf(el));
  if (type === 'combobox') return shownValue(el);
  if (isBareHandle(el)) return shownBySlider(el);
  return attr(el, 'aria-valuenow') || (localName(el) === 'button' ? ownText(el) : '');
};
const defaultOf = (el, type) => {
  if (isSecret(el) || type === 'file') return '';
  if (localName(el) === 'textarea' || localName(el) === 'input') return el.defaultValue;
  if (localName(el) !== 'select') return '';
  const set = [...el.options].filter((option) => option.defaultSelected).map((option) => option.value);
  if (set.length || el.multiple || el.size > 1) return set.join(', ');
  const first = [...el.options].find((option) => !option.disabled);
  return first ? first.value : '';
};

// Radios (and checkboxes) of one name in one form and root become one control.
const grouped = (controls) => {
  const groups = new Map(), dates = new Map(), list = [];
  for (const item of controls) {
    const { el, type } = item;
    if (type === 'segment') {
      const group = segmentGroup(el), known = dates.get(group);
      if (known) { known.members.push(el); continue; }
      dates.set(group, { ...item, members: [el] });
      list.push(dates.get(group));
      continue;
    }
    if (type !== 'radio' && type !== 'checkbox') { list.push({ ...item, members: [el] }); continue; }
    const native = localName(el) === 'input';
    // Radios without a name belong together by what holds them; so do boxes of a component's group.
    const around = type === 'radio' ? '[role=radiogroup],fieldset' : '[role=group]';
    const set = native && el.name ? null : composedClosest(el, (at) => matches(at, around));
    const holder = native && el.name ? (el.form || rootOf(el)) : set || (type === 'radio' && !native ? parentNode(el) : el);
    const key = native && el.name ? el.name : holder;
    if (!groups.has(holder)) groups.set(holder, new Map());
    const known = groups.get(holder).get(`${type}`) || new Map();
    groups.get(holder).set(`${type}`, known);
    if (known.has(key)) { known.get(key).members.push(el); continue; }
    const made = { ...item, members: [el] };
    known.set(key, made);
    list.push(made);
  }
  return list;
};

const unionBox = (boxes) => {
  const left = Math.min(...boxes.map((b) => b[0])), top = Math.min(...boxes.map((b) => b[1]));
  return [left, top, Math.max(...boxes.map((b) => b[0] + b[2])) - left, Math.max(...boxes.map((b) => b[1] + b[3])) - top];
};
const formIndex = (el, forms) => {
  const native = FIELD_TAGS.has(localName(el)) && el.form ? el.form : null;
  return forms.indexOf(native || composedClosest(el, (at) => localName(at) === 'form'));
};
const twinLabel = (twin, el) => labelOf(twin) || labelOf(openerOf(el)) || [...findAll(twin, 'input,[role],[tabindex]')].slice(0, 50).map((at) => textOfAll(labelsOf(at), MOST.label)).find(Boolean) || '';
// A label around a box holds the words that the box shows as well.
const withoutShown = (text, shown) => (shown && text.length > shown.length && text.endsWith(shown) ? tidy(text.slice(0, -shown.length)) : text);
const describeControl = (item, index, all, found, keep) => {
  const { el, members, heading } = item;
  const opens = item.type === 'combobox' || (localName(el) === 'input' && isOpener(el)), twin = twinOf(el);
  const type = item.type === 'segment' ? segmentType(members) : item.type;
  const before = index ? all[index - 1].members.at(-1) : null, after = index + 1 < all.length ? all[index + 1].members[0] : null;
  const many = (type === 'radio' || type === 'checkbox') && (members.length > 1 || type === 'radio');
  const ref = keep(el);
  const group = surroundings(el, members.at(-1), before, after);
  let options = [], total = 0;
  if (many) { options = members.slice(0, MOST.options).map((at) => choiceOption(at, keep)); total = members.length; }
  else if (localName(el) === 'select') { options = selectOptions(el); total = el.options.length; }
  else if (opens || type === 'listbox') [options, total] = widgetOptions(el, keep);
  const named = localName(el) === 'input' && !opens ? el : hasAttribute(el, 'name') || !(opens || item.type === 'segment') ? el : carrierOf(el) || el;
  const lone = type === 'checkbox' && !many;
  const asked = type === 'hidden' ? labelOf(el) : many ? groupLabel(members) : lone ? choiceLabel(el)
    : item.type === 'segment' ? segmentLabel(el) : labelOf(el) || (twin && twinLabel(twin, el)) || textBefore(twin || el) || textBehind(el);
  const chosen = (field) => options.filter((option) => option[field]).map((option) => option.value).join(', ');
  const shown = type === 'hidden' ? [] : members.filter(visibleTo);
  const said = type === 'hidden' ? { hint: '', error: '' } : notice(el, group);
  const legend = legendOf(el) || (lone && type !== 'hidden' ? boxLegend(el) : '');
  const marked = starred(asked) || (opens && starred(withoutShown(asked, shownValue(el)))) || (many && starred(legend)) || (type !== 'hidden' && !many && nameElements(el).some(starDrawn));
  return {
    ref, form: formIndex(el, found.forms), tag: item.type === 'segment' ? 'segments' : localName(el), type, role: opens ? 'combobox' : roleOf(el), name: clip(attr(named, 'name'), 500),
    id: clip(attr(el, 'id'), 500), selector: cssPath(el, found.ids),
    label: (opens ? withoutShown(asked, shownValue(el)) : asked).replace(STAR, ''), legend: lone ? legend : legend.replace(STAR, ''), heading,
    ...said, placeholder: clip(attr(el, 'placeholder') || attr(el, 'aria-placeholder'), MOST.label), title: clip(attr(el, 'title'), MOST.label),
    autocomplete: clip(attr(el, 'autocomplete'), 200), inputmode: clip(attr(el, 'inputmode'), 50), pattern: clip(attr(el, 'pattern'), 500),
    min: clip(attr(el, 'min') || lowest(el), 50), max: clip(attr(el, 'max') || highest(el), 50), maxlength: Number.isInteger(el.maxLength) ? el.maxLength : -1,
    accept: clip(attr(el, 'accept'), 500), multiple: el.multiple === true || (opens && takesSeveral(el)),
    value: clip(many ? chosen('selected') : lone ? choiceValue(el) : opens ? shownValue(el) : valueOf(el, type), MOST.value),
    default: clip(many ? chosen('default') : defaultOf(el, type), MOST.value),
    checked: lone && isOn(el), default_checked: lone && el.defaultChecked === true, options, option_total: total, popup: opens && !options.length,
    required: marked || members.some((at) => at.required === true || attr(at, 'aria-required') === 'true'),
    disabled: members.every(isOff), readonly: (el.readOnly === true && !picksDate(el) && !opens) || attr(el, 'aria-readonly') === 'true',
    visible: shown.length > 0, language: clip(languageOf(el), 50),
    box: type === 'hidden' ? [0, 0, 0, 0] : unionBox((shown.length ? shown : members).slice(0, MOST.options).map(boxOf)),
  };
};
const isLone = (el) => roleOf(el) === 'slider' || isBareHandle(el) || (roleOf(el) === 'spinbutton' && segmentsOf(el).length === 1);
const lowest = (el) => (isLone(el) ? attr(el, 'aria-valuemin') : '');
const highest = (el) => (isLone(el) ? attr(el, 'aria-valuemax') : '');
const segmentLabel = (el) => { const group = segmentGroup(el); return group === el ? labelOf(el) || textBefore(el) : labelOf(group) || textBefore(group); };
const languageOf = (el) => { const at = composedClosest(el, (node) => hasAttribute(node, 'lang')); return at ? attr(at, 'lang') : ''; };
