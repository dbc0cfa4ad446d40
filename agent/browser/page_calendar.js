// Fields that only their calendar fills: says which they are, and finds the parts of the calendar that is on view.
// Runs after page_acts.js.

const PICKER = /date[-_]?picker|flatpickr|pikaday|calendar/i;
const DATE_SHAPE = /^[dmytjag]{1,4}\s?[-./]\s?[dmtjag]{1,4}\s?[-./]\s?[ymdjag]{2,4}$/i;
const DATE_WORD = /\b(date|datum|fecha|data|dato|day|tag|birth)\b/i;
const onceEmpty = new WeakSet();
const picksDate = (el) => {
  if (localName(el) !== 'input' || el.type !== 'text' || !el.readOnly) return false;
  const parent = parentNode(el);
  const marks = ['class', 'id', 'name', 'data-provide', 'data-toggle'].map((name) => attr(el, name));
  if (parent && nodeType(parent) === ELEMENT) marks.push(attr(parent, 'class'));
  if (PICKER.test(marks.join(' '))) return true;
  if (!el.value) onceEmpty.add(el);   // what came filled in and can't be typed into is the page's own
  if (onceEmpty.has(el) && !hasAttribute(el, 'aria-readonly') && DATE_WORD.test(`${attr(el, 'placeholder')} ${labelOf(el)}`)) return true;
  return hasAttribute(el, 'aria-haspopup') && (DATE_SHAPE.test(attr(el, 'placeholder').trim()) || DATE_WORD.test(attr(el, 'aria-label') + labelOf(el)));
};

// Month names as the page may write them: its own language first, then the ones that are known.
const monthsByName = () => {
  const names = new Map();
  for (const language of [attr(documentElement(document), 'lang') || 'en', 'en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt']) {
    for (const length of ['long', 'short']) {
      const format = guarded(() => new Intl.DateTimeFormat(language, { month: length, timeZone: 'UTC' }), null);
      for (let month = 0; format && month < 12; month++) {
        const name = format.format(Date.UTC(2024, month, 15)).toLowerCase().replace('.', '');
        if (name.length > 2 && !names.has(name)) names.set(name, month + 1);
      }
    }
  }
  return names;
};
const DAY = /^0?([1-9]|[12]\d|3[01])$/;
const dayLeaves = () => [...findAll(documentElement(document), 'td,button,a,span,div,abbr,time,p,li,[role]')].filter((el) =>
  el.childElementCount === 0 && el.textContent.length < 6 && DAY.test(tidy(el.textContent)) && seen(el));
// The months on view: days that count up from 1 to at least 28, in document order.
const monthRuns = () => {
  const runs = [];
  let run = [];
  for (const el of dayLeaves()) {
    const number = Number(tidy(el.textContent));
    if (number !== run.length + 1) run = [];
    if (number !== run.length + 1) continue;
    run.push(el);
    if (run.length === 28) runs.push(run);
  }
  return runs;
};
const holderOf = (run) => composedClosest(run[0], (at) => contains(at, run[27]));
const outsideText = (panel, holders) => {
  const parts = [];
  const visit = (node, depth) => {
    if (depth > 40 || holders.includes(node)) return;
    if (nodeType(node) === TEXT) { parts.push(node.data); return; }
    if (nodeType(node) !== ELEMENT || SILENT.has(localName(node))) return;
    if (localName(node) === 'select') { parts.push(' ', node.selectedOptions[0] ? node.selectedOptions[0].label : '', ' '); return; }
    if (localName(node) === 'input') { parts.push(' ', node.value, ' '); return; }
    for (let at = firstChild(node); at; at = nextSibling(at)) visit(at, depth + 1);
    parts.push(' ');
  };
  visit(panel, 0);
  return tidy(parts.join(''));
};
const titlesIn = (text, names) => {
  const titles = [];
  let month = 0, year = 0;
  for (const word of text.toLowerCase().split(/[^\p{L}\d]+/u)) {
    if (names.has(word)) month = names.get(word);
    else if (/^(19|20)\d\d$/.test(word)) year = Number(word);
    if (month && year) { titles.push([year, month]); month = year = 0; }
  }
  return titles;
};
const calendarOnView = () => {
  const runs = monthRuns();
  if (!runs.length) return null;
  const names = monthsByName(), holders = runs.map(holderOf);
  for (let panel = holders[0], steps = 0; panel && steps < 8 && localName(panel) !== 'body'; panel = composedParent(panel), steps++) {
    const inside = holders.filter((holder) => contains(panel, holder));
    const titles = titlesIn(outsideText(panel, inside), names);
    if (!titles.length) continue;
    const months = inside.map((holder, place) => titles[place] || [titles[0][0] + Math.floor((titles[0][1] - 1 + place) / 12), (titles[0][1] - 1 + place) % 12 + 1]);
    return { panel, holders: inside, runs: runs.slice(0, inside.length), months, names };
  }
  return null;
};

const FORTH = /next|forward|weiter|n(ä|ae)chst|suivant|siguiente|successiv|volgend|nast(ę|e)pn|seguinte|pr(ó|o)xim/i;
const BACK = /prev|backward|zur(ü|ue)ck|vorherig|pr(é|e)c(é|e)dent|anterior|precedente|vorige|poprzedn/i;
const YEARLY = /super|double|year|jahr|ann(é|e)e|a(ñ|n)o\b|anno|jaar|rok\b/i;
const ARROWS = { next: /^[›>→▶▸❯]$/, prev: /^[‹<←◀◂❮]$/ };
const off = (el) => [el, parentNode(el), closest(el, 'button,a,td,[role=gridcell]')].some((at) =>
  at && nodeType(at) === ELEMENT && (isOff(at) || /disabled|unselectable/i.test(attr(at, 'class'))));
const turner = (view, way) => {
  const words = way === 'next' ? FORTH : BACK;
  const found = [...findAll(view.panel, 'button,a,[role=button],th,td,span,div')].filter((el) => {
    if (view.holders.some((holder) => contains(el, holder) || contains(holder, el))) return false;
    const said = ['class', 'title', 'aria-label', 'data-handler', 'data-action'].map((name) => attr(el, name)).join(' ');
    const text = clip(tidy(el.textContent), 40);
    return (words.test(`${said} ${text}`) || ARROWS[way].test(text)) && !YEARLY.test(`${said} ${text}`) && seen(el);
  });
  const press = found.find((el) => ['button', 'a'].includes(localName(el)) || roleOf(el) === 'button') ||
    found.find((el) => getComputedStyle(el).cursor === 'pointer') || found[0];
  return press && !off(press) ? press : null;
};
const yearList = (view) => [...findAll(view.panel, 'select')].find((el) => [...el.options].every((option) => /^(19|20)\d\d$/.test(tidy(option.label)))) || null;
const yearBox = (view) => [...findAll(view.panel, 'input')].find((el) => /^(19|20)\d\d$/.test(el.value) && !el.readOnly && seen(el)) || null;
const ACCEPTS = /^(ok|okay|apply|done|set|confirm|select|accept|(ü|ue)bernehmen|fertig|valider|aceptar|conferma|kies|wybierz)$/i;

verbs.calendar = () => {
  const view = calendarOnView();
  if (!view) return carry({ months: [] });
  const years = yearList(view);
  return carry({ months: view.months, off: view.runs.map((run) => run.map((el, place) => (off(el) ? place + 1 : 0)).filter(Boolean)),
    days: view.runs.map((run) => run.length), year_box: Boolean(yearBox(view)), next: Boolean(turner(view, 'next')), prev: Boolean(turner(view, 'prev')),
    years: years ? [...years.options].map((option) => Number(tidy(option.label))) : [] });
};
verbs.calendar_part = (_elements, _index, part, month, day) => {
  const view = calendarOnView();
  if (!view) return null;
  if (part === 'day') return (view.runs[Number(month)] || [])[Number(day) - 1] || null;
  if (part === 'years') return yearList(view);
  if (part === 'year') return yearBox(view);
  if (part === 'accept') return [...findAll(view.panel, 'button,[role=button]')].find((el) => ACCEPTS.test(tidy(el.textContent)) && seen(el)) || null;
  return turner(view, part);
};
