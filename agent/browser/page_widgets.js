// Widgets made of other elements: boxes that open a list, selects that a script draws anew, sliders, dates in segments.
// Runs after page_dom.js; says what they are and what they hold, and changes nothing.

const FIELDS = 'input:not([type=hidden]),select,textarea';
const OPENERS = '[role=combobox],[aria-haspopup=listbox]';
// What widely used scripts without roles write on a box once it suggests (jQuery UI, Typeahead).
const SUGGESTING = /(^|\s)(ui-autocomplete-input|tt-input)(\s|$)/;
const TYPED = new Set(['text', 'search', 'email', 'tel', 'url', 'number', '']);
const isTextInput = (el) => localName(el) === 'input' && TYPED.has(el.type);

// A box that opens a list. ARIA 1.1 puts role=combobox around the input instead of on it: there the input is the box.
const typedInside = (el) => (roleOf(el) === 'combobox' ? [...findAll(el, 'input')].find((at) => isTextInput(at) && attr(at, 'tabindex') !== '-1') : null);
const isOpener = (el) => {
  if (localName(el) === 'select' || localName(el) === 'textarea') return false;
  if (isTextInput(el)) {
    const lists = ['list', 'both'].includes(attr(el, 'aria-autocomplete'));
    if (['dialog', 'grid'].includes(attr(el, 'aria-haspopup').toLowerCase()) && !lists) return false;   // a date with its calendar
    if (lists || roleOf(el) === 'combobox' || attr(el, 'aria-haspopup').toLowerCase() === 'listbox' || SUGGESTING.test(attr(el, 'class'))) return true;
    for (let at = composedParent(el), steps = 0; at && nodeType(at) === ELEMENT && steps < 3; at = composedParent(at), steps++) if (roleOf(at) === 'combobox') return true;
    return isBareSelectInput(el);
  }
  return (matches(el, OPENERS) || opensOwnList(el) || isBareSelect(el)) && !typedInside(el) && !isArrow(el);
};
// A select that no role says: what the keys reach, called a selection and drawn around no field; or a nameless input in it.
const SELECTION = /(^|[-_ ])(select|selection|selector)([-_ ]|$)/i;
const ROLELESS = (el) => !hasAttribute(el, 'role') && !hasAttribute(el, 'name');
const isBareSelect = (el) => ['div', 'span'].includes(localName(el)) && attr(el, 'tabindex') === '0' && ROLELESS(el) && SELECTION.test(attr(el, 'class')) &&
  !findAll(el, `${FIELDS},${OPENERS},a,button,[tabindex="0"]`)[0] && !closest(el, '[role=listbox],[role=menu],nav') && seen(el);
const isBareSelectInput = (el) => {
  if (!ROLELESS(el) || hasAttribute(el, 'list') || attr(el, 'id')) return false;
  for (let at = composedParent(el), steps = 0; at && nodeType(at) === ELEMENT && steps < 3; at = composedParent(at), steps++) {
    if (SELECTION.test(attr(at, 'class'))) return [...findAll(at, FIELDS)].length === 1 && !findAll(at, 'label')[0];
  }
  return false;
};
// A component's button that says only that something pops up, beside the one list of the same component.
const opensOwnList = (el) => {
  const root = localName(el) === 'button' && ['true', 'menu'].includes(attr(el, 'aria-haspopup').toLowerCase()) && rootOf(el);
  return root instanceof ShadowRoot && [...root.children].flatMap((at) => [at, ...findAll(at, '[role=listbox]')]).filter((at) => roleOf(at) === 'listbox').length === 1 &&
    ![...root.children].some((at) => isField(at) && at !== el && localName(at) === 'input');
};
// The little button beside an input that opens the input's own list.
const isArrow = (el) => {
  if (localName(el) !== 'button' && roleOf(el) !== 'button') return false;
  for (let at = parentNode(el), steps = 0; at && nodeType(at) === ELEMENT && steps < 2 && localName(at) !== 'form'; at = parentNode(at), steps++) {
    const boxes = [...findAll(at, OPENERS)].filter((other) => other !== el);
    if (boxes.length) return boxes.length === 1 && isTextInput(boxes[0]);
  }
  return false;
};

// The visible box that a script draws in place of a select it hid (Select2, Choices, Chosen, Radix and the like).
const DRAWN = /(^|[-_ ])(\w*select\w*|dropdown|choices|chosen\w*|combo\w*|ts)([-_ ]|$)/i;
const PRESSED = `${OPENERS},button,[tabindex],a:not([href])`;
const isTwin = (el) => {
  if (matches(el, OPENERS)) return seen(el);
  if (['select', 'label', 'option', 'textarea', 'input'].includes(localName(el)) || findAll(el, 'input[name],textarea')[0]) return false;
  const drawn = DRAWN.test(attr(el, 'class')) && (matches(el, PRESSED) || Boolean(findAll(el, `${PRESSED},input`)[0]));
  return (drawn || Boolean(findAll(el, OPENERS)[0])) && seen(el);
};
const besides = (el) => {
  for (const step of [nextSibling, previousSibling]) {
    for (let at = step(el), met = 0; at && met < 3; at = step(at)) {
      if (nodeType(at) !== ELEMENT || SILENT.has(localName(at))) continue;
      met++;
      if (localName(at) === 'select' || findAll(at, 'select')[0]) break;
      if (isTwin(at)) return at;
    }
  }
  return null;
};
const twinOf = remembered((el) => {
  if (localName(el) !== 'select' || seen(el) || el.options.length < 2) return null;   // some keep a select of the chosen option alone
  const around = composedClosest(composedParent(el) || el, (at) => ['combobox', 'listbox'].includes(roleOf(at)));
  if (around && seen(around) && findAll(around, 'select').length === 1) return around;
  const near = besides(el);
  if (near) return near;
  // Kept out of a person's way on purpose, yet drawn: then its wrapper may stand beside the box too.
  const aside = checkVisibility(el) && (withheld(el) || attr(el, 'tabindex') === '-1');
  for (let at = composedParent(el), steps = 0; at && nodeType(at) === ELEMENT && steps < 3; at = composedParent(at), steps++) {
    if (['form', 'body', 'fieldset'].includes(localName(at)) || findAll(at, 'select').length > 1) return null;
    if (isTwin(at)) return at;
    const beside = aside && besides(at);
    if (beside) return beside;
  }
  return null;
});
// The drawn frame of a box whose own input is transparent or put away: the nearest seen around it, without another field.
const frameOf = remembered((el) => {
  for (let at = composedParent(el), steps = 0; at && nodeType(at) === ELEMENT && steps < 5; at = composedParent(at), steps++) {
    if (['form', 'body', 'fieldset', 'main', 'table'].includes(localName(at))) return null;
    if ([...findAll(at, `${FIELDS},${OPENERS}`)].some((other) => other !== el && !contains(other, el) && !withheld(other) && attr(other, 'tabindex') !== '-1' && !isArrow(other))) return null;
    if (seen(at)) return at;
  }
  return null;
});
const isBoxed = (el) => isTextInput(el) && !seen(el) && checkVisibility(el) && !withheld(el) && isOpener(el) && Boolean(frameOf(el));
// A real control that a component keeps transparent, or clips away, within what it draws for it: a slider in its thumb, a
// box or switch laid over its picture, a text box whose label floats where the text will stand. Not what nobody sees
// anything of, nor what is kept from the keys: that is a trap or a part of something else.
const meets = (one, other) => one.right > other.left && one.left < other.right && one.bottom > other.top && one.top < other.bottom;
const isVeiled = remembered((el) => {
  const typed = isTextInput(el) || localName(el) === 'textarea' || roleOf(el) === 'spinbutton';
  if (!(typed || (localName(el) === 'input' && ['range', 'checkbox', 'radio'].includes(el.type)))) return false;
  if (seen(el) || withheld(el) || attr(el, 'tabindex') === '-1' || !checkVisibility(el, { visibilityProperty: true })) return false;
  const frame = frameOf(el), rect = rectOf(el);
  if (!frame) return false;
  if (el.type === 'range') return true;
  if (rect.width <= 4 || rect.height <= 4 || withinClipped(el)) return false;
  const around = rectOf(frame);
  if (!meets(rect, around)) return false;
  if (!typed) return around.width <= rect.width * 2 && around.height <= rect.height * 2;
  const group = roleOf(el) === 'spinbutton' ? segmentGroup(el) : el;
  if (nameElements(group).some((label) => seen(label) && meets(rectOf(label), around))) return true;
  const named = labelOf(group).replace(STAR, '');
  return Boolean(named) && ownText(frame).includes(named);
});
// What lies on top at the middle of an element, if that belongs to it: what a person's press would meet.
const meetsPress = (el) => {
  const rect = rectOf(el), root = rootOf(el);
  const at = (root instanceof Document ? Document : ShadowRoot).prototype.elementFromPoint;
  const hit = at.call(root, rect.left + rect.width / 2, rect.top + rect.height / 2);
  return Boolean(hit) && (hit === el || contains(el, hit));
};
const pressedOf = (el) => {
  const opener = openerOf(el);
  opener.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  if (seen(opener) && meetsPress(opener)) return opener;
  for (let at = composedParent(opener), steps = 0; at && nodeType(at) === ELEMENT && steps < 5; at = composedParent(at), steps++) {
    if (['form', 'body', 'fieldset', 'main', 'table'].includes(localName(at))) break;
    if ([...findAll(at, FIELDS)].some((other) => other !== opener && other !== el && !withheld(other) && attr(other, 'tabindex') !== '-1')) break;
    if (seen(at) && meetsPress(at)) return at;
  }
  return opener;
};
// What a person presses to open the list.
const openerOf = (el) => {
  const twin = twinOf(el);
  if (!twin || matches(twin, OPENERS)) return twin || el;
  return [...findAll(twin, `${OPENERS},button,[tabindex="0"]`)].find(seen) || twin;
};

// A date or time typed into segments of its own (role=spinbutton), one group a value.
const spinners = (at) => [...findAll(at, '[role=spinbutton]')].filter((each) => localName(each) !== 'input').slice(0, 12);
const segmentGroup = remembered((el) => {
  const holds = (at) => { const all = spinners(at); return all.length > 1 && segmentType(all) !== 'number'; };
  for (let at = composedParent(el), steps = 0; at && nodeType(at) === ELEMENT && steps < 5; at = composedParent(at), steps++) {
    if (['form', 'body', 'fieldset'].includes(localName(at))) break;
    if (holds(at)) return roleOf(at) === 'group' ? at : composedClosest(at, (up) => roleOf(up) === 'group' && spinners(up).length === spinners(at).length) || at;
  }
  return el;
});
const segmentsOf = (el) => { const group = segmentGroup(el); return group === el ? [el] : spinners(group); };
const SEGMENTS = [
  ['year', /\b(year|jahr|ann\u00e9e|a\u00f1o|anno|jaar|rok|ano)\b|^[yja]{4}$/i], ['month', /\b(month|monat|mois|mes|mese|maand|miesi\u0105c|m\u00eas)\b|^mm$/i],
  ['day', /\b(day|tag|jour|d\u00eda|giorno|dag|dzie\u0144|dia)\b|^(dd|tt|jj|gg)$/i], ['minute', /\b(minutes?|minuten?|minutos?|minuti)\b/i],
  ['second', /\b(seconds?|sekunden?)\b/i], ['hour', /\b(hours?|stunden?|heures?|horas?|ore|uur)\b|^hh$/i], ['period', /am ?\/? ?pm|period/i]];
const segmentKind = (el) => {
  const said = [attr(el, 'data-type'), attr(el, 'aria-label'), tidy(el.textContent), attr(el, 'data-placeholder')];
  for (const text of said) for (const [kind, words] of SEGMENTS) if (text && (text.toLowerCase() === kind || words.test(text))) return kind;
  if (/period/i.test(said[0])) return 'period';
  const low = Number(attr(el, 'aria-valuemin') || NaN), high = Number(attr(el, 'aria-valuemax') || NaN);
  if (high >= 1000) return 'year';
  return low === 1 && high === 12 ? 'month' : low === 1 && high >= 28 && high <= 31 ? 'day' : high === 59 ? 'minute' : high === 23 ? 'hour' : '';
};
const segmentType = (segments) => {
  const kinds = segments.map(segmentKind).filter((kind) => kind !== 'period' && kind !== 'second').sort().join(' ');
  return { 'day month year': 'date', 'month year': 'month', 'hour minute': 'time', 'day hour minute month year': 'datetime-local' }[kinds] || 'number';
};
const segmentValue = (segments) => {
  if (segments.length === 1) return attr(segments[0], 'aria-valuenow');
  const at = (kind, width) => { const el = segments.find((each) => segmentKind(each) === kind); const now = el ? attr(el, 'aria-valuenow') || (tidy(el.textContent).match(/^\d+$/) || [''])[0] : ''; return now && now.padStart(width, '0'); };
  const parts = { date: [at('year', 4), at('month', 2), at('day', 2)], month: [at('year', 4), at('month', 2)], time: [at('hour', 2), at('minute', 2)] };
  // Twelve-hour clocks say the half of the day in a segment of its own.
  const half = segments.find((each) => segmentKind(each) === 'period');
  if (half && parts.time[0]) {
    const late = /^p/i.test(attr(half, 'aria-valuetext') || tidy(half.textContent)), hour = Number(parts.time[0]);
    parts.time[0] = String(hour > 12 ? hour : hour % 12 + (late ? 12 : 0)).padStart(2, '0');
  }
  const type = segmentType(segments);
  const join = (list, mark) => (list.every(Boolean) ? list.join(mark) : '');
  if (type === 'datetime-local') return join([join(parts.date, '-'), join(parts.time, ':')], 'T');
  return join(parts[type] || [], type === 'time' ? ':' : '-');
};

// What a box shows as chosen: its input's text, or the words drawn beside that input.
const CHIP = /chip|tag|token/i;   // what was chosen, on a button of its own that takes it away again
const isChip = (el) => roleOf(el) === 'button' && CHIP.test(attr(el, 'class'));
const NO_VALUE = 'button,[role=button],fieldset,legend,[class*="placeholder" i],[id*="placeholder"],[data-placeholder],[aria-live],label,[role=listbox],[role=option],[role=tooltip],[class*="error"],[class*="arrow"],[class*="icon"],[class*="clear"]';
const drawnValue = (el) => {
  const parts = [];
  const names = new Set(['aria-labelledby', 'aria-describedby', 'aria-errormessage'].flatMap((name) => referenced(el, name)).filter((at) => at !== el && !contains(at, el)));
  const visit = (node, depth) => {
    if (depth > 12 || parts.length > 200) return;
    if (nodeType(node) === TEXT) { parts.push(node.data); return; }
    if (nodeType(node) !== ELEMENT || SILENT.has(localName(node))) return;
    const mayHoldValue = names.has(node) && !/placeholder|label|hint|help|error/i.test(attr(node, 'id') + attr(node, 'class'));
    if (depth > 0 && ((matches(node, NO_VALUE) && !isChip(node) && !(roleOf(node) === 'option' && findAll(el, '[role=option]').length === 1)) || ['input', 'select', 'textarea'].includes(localName(node)) || (names.has(node) && !mayHoldValue) || !isDrawn(node))) return;
    parts.push(' ');
    for (let at = firstChild(shadowOf(node) || node); at; at = nextSibling(at)) visit(at, depth + 1);
    if (localName(node) === 'slot') for (const given of node.assignedNodes()) visit(given, depth + 1);
    parts.push(' ');
  };
  visit(el, 0);
  return clip(tidy(parts.join('')), 1000);
};
// A label that is drawn inside its box says nothing of what is chosen.
const shownValue = (el) => {
  const text = shownText(el), label = text && (labelOf(el) || labelOf(openerOf(el))).replace(STAR, '');
  let rest = text;
  while (label && rest.startsWith(label) && /^[\s*]|^$/.test(rest.slice(label.length))) rest = rest.slice(label.length).replace(/^[\s*]+/, '');
  return rest;
};
// Some draw the chosen words where they drew their "please choose", under the same name: known by that they changed.
const firstHint = new WeakMap();
const changedHint = (opener, frame) => {
  const hint = tidy([...findAll(frame, '[class*="placeholder" i]')].filter((at) => isDrawn(at) && !isField(at)).map((at) => ownText(at, 300)).join(' '));
  if (!firstHint.has(opener)) firstHint.set(opener, hint);
  return hint === firstHint.get(opener) ? '' : hint;
};
const shownText = (el) => {
  const opener = openerOf(el);
  if (!isTextInput(opener)) return drawnValue(opener);
  if (opener.value.trim() || isSecret(opener)) return isSecret(opener) ? '' : opener.value;
  for (let at = composedParent(opener), steps = 0; at && nodeType(at) === ELEMENT && steps < 3; at = composedParent(at), steps++) {
    if (['form', 'fieldset', 'body', 'label'].includes(localName(at)) || findAll(at, 'label')[0]) break;
    if ([...findAll(at, FIELDS)].some((other) => other !== opener && !withheld(other) && attr(other, 'tabindex') !== '-1')) break;
    const text = drawnValue(at) || (steps === 2 ? changedHint(opener, at) : '');
    if (text) return text;
  }
  return '';
};
const SEVERAL = /(^|[-_ ])multi(ple)?([-_ ]|$)|-multi-?select([-_ ]|$)/i;   // "multiselect" alone is the name of a component that takes one as well
const takesSeveral = (el) => {
  for (let at = openerOf(el), steps = 0; at && nodeType(at) === ELEMENT && steps < 5 && !['form', 'body', 'fieldset'].includes(localName(at)); at = composedParent(at), steps++) if (SEVERAL.test(attr(at, 'class')) || hasAttribute(at, 'multiple')) return true;
  return false;
};
// The hidden field that carries a drawn box's answer to the server, where it has just one.
const carrierOf = (el) => {
  const host = rootOf(el) instanceof ShadowRoot && rootOf(el).host;
  if (host && hasAttribute(host, 'name')) return host;
  for (let at = composedParent(el), steps = 0; at && nodeType(at) === ELEMENT && steps < 5; at = composedParent(at), steps++) {
    if (['form', 'fieldset', 'body'].includes(localName(at))) return null;
    const others = [...findAll(at, `${FIELDS},${OPENERS}`)].filter((other) => other !== el && !contains(el, other) && !contains(other, el));
    if (others.some((other) => !withheld(other) && attr(other, 'tabindex') !== '-1')) return null;
    const carriers = [...findAll(at, 'input[name],select[name]')].filter((other) => other !== el && (other.type === 'hidden' || withheld(other) || attr(other, 'tabindex') === '-1'));
    if (carriers.length) return carriers.length === 1 ? carriers[0] : null;
  }
  return null;
};

// The handle of a slider that says nothing of itself (jQuery UI): alone in its slider, moved by keys like one with a role.
const isBareHandle = (el) => attr(el, 'class').includes('ui-slider-handle') && !roleOf(el) && (hasAttribute(el, 'tabindex') || localName(el) === 'a');
// What such a slider holds is known only where one number, and no other, is shown beside it.
const shownBySlider = (el) => {
  let at = closest(el, '.ui-slider');
  if (!at || findAll(at, '.ui-slider-handle').length !== 1) return '';
  for (let steps = 0; steps < 3 && (at = composedParent(at)) && nodeType(at) === ELEMENT; steps++) {
    const said = [...findAll(at, '*')].slice(0, 200).map((one) => tidy(localName(one) === 'input' && one.readOnly ? one.value : one.children.length ? '' : one.textContent));
    const numbers = said.filter((text) => /^-?\d+(\.\d+)?$/.test(text));
    if (numbers.length) return numbers.length === 1 ? numbers[0] : '';
    if (holdsField(at)) return '';
  }
  return '';
};
