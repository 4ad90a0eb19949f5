// Makes the explorer quicker. Links and forms that lead to another state of the same page are fetched, and the answer takes
// the place of the page's content, so that the reader stays where they are. Boxes of choices and long tables get a search
// field; the boxes find names in all languages and codes. A map gets a slider for its years. Everything works without this
// script.
import { announce, prepare as prepareBase } from './base.js';

/** The address requested last. Answers to earlier requests are dropped. */
let wanted;

/** The address of the state that the page shows. A link within the page changes only what follows #. */
let shown = location.href.split('#')[0];

const content = () => document.getElementById('content');

/** Takes the addresses around the content, for example those of the other languages, from another page. */
function follow(page) {
  const links = (from) => [...from.querySelectorAll('header a[href], footer a[href]')];
  const others = links(page);
  links(document).forEach((link, i) => { if (others[i]) link.href = others[i].getAttribute('href'); });
  const back = 'input[name=back]';
  if (page.querySelector(back)) document.querySelector(back).value = page.querySelector(back).value;
}

function focus(key) {
  const found = key && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  (found?.matches('details') ? found.querySelector('summary') : found)?.focus({ preventScroll: true });
  // The element that had the focus may be gone. The keyboard goes on at the new content, not at the top of the page.
  if (document.activeElement === document.body) content().focus({ preventScroll: true });
}

/** Shows another state of the page. key: the data-key of the element that gets the focus. */
async function show(href, key, change = 'pushState') {
  // In a copy of the website, other choices are on the website itself.
  if (new URL(href, location.href).origin !== location.origin) {
    location.assign(href);
    return;
  }
  wanted = href;
  content().setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(href);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (wanted !== href) return;
    if (!answer.ok || !page.querySelector('.explorer')) throw new Error(`${answer.status}`);
    const after = document.adoptNode(page.getElementById('content'));
    // A page that is only parsed shows what is meant for readers without scripts.
    after.querySelectorAll('noscript').forEach((part) => part.remove());
    follow(page);
    if (change) history[change](null, '', answer.url);
    [shown] = location.href.split('#');
    document.title = page.title;
    content().replaceWith(after);
    prepareBase(after);
    prepare(after);
    focus(key);
    announce(after.querySelector('.empty h2, figcaption h2, caption')?.firstChild.textContent ?? page.title);
  } catch {
    if (wanted === href) location.assign(href);
  }
}

/** Checks if an address is another state of this page. */
function isState(href) {
  const { origin, pathname, search } = new URL(href, location.href);
  return origin === location.origin && pathname === location.pathname && search !== location.search;
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('main a[href]');
  const own = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.defaultPrevented;
  if (!link || own || link.namespaceURI.endsWith('svg') || link.hasAttribute('download') || !isState(link.href)) return;
  event.preventDefault();
  show(link.href.split('#')[0], link.dataset.key);
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'get' || !form.closest('.explorer')) return;
  event.preventDefault();
  const key = document.activeElement.closest('[data-key]')?.dataset.key ?? form.querySelector('[data-key]')?.dataset.key;
  show(`${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`, key);
});

addEventListener('popstate', () => { if (location.href.split('#')[0] !== shown) show(location.href, null, null); });

/** Makes a button of each entry of a legend that says if its series is drawn. */
function buttons(root) {
  for (const link of root.querySelectorAll('.series a')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-pressed', 'c' in link.dataset);
    Object.assign(button.dataset, link.dataset);
    link.querySelector('.verb').remove();
    button.append(...link.childNodes);
    button.addEventListener('click', () => show(link.href, link.dataset.key));
    link.replaceWith(button);
  }
}

const LETTERS = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe', ة: 'ه', ى: 'ي' };

/** Returns the words of a text without accents, signs and Arabic articles, each after a blank. */
const plain = (text) => text.normalize('NFKD').replace(/[\p{M}ـ]/gu, '').toLowerCase()
  .replace(/[ßøłđıæœةى]/g, (letter) => LETTERS[letter])
  .replace(/[^\p{L}\p{N}]+/gu, ' ')
  .replace(/^ ?/, ' ').replace(/ ال(?=[^ ]{3})/g, ' ').trimEnd();

/** Checks that each word begins a word of the text. Chinese has no blanks: there a word may stand anywhere. */
const matches = (text, wanted) => wanted.split(' ').every((word) => text.includes(/\p{Script=Han}/u.test(word) ? word : ` ${word}`));

/** Returns the names of codes in all languages, with other names and codes such as M49. */
async function namesOf(codelist) {
  const answer = await fetch(`/api/v1/codelists/${encodeURIComponent(codelist)}`);
  if (!answer.ok) return new Map();
  const { codes } = await answer.json();
  return new Map(codes.map(({ id, names, annotations = {} }) => {
    const { ISO_ALPHA_2: iso = '', M49: number = '', ALIASES: others = '' } = annotations;
    return [id, [...Object.values(names), iso, number, others].join(' ')];
  }));
}

/** Makes a field that hides what does not match. names: makes more words of the items, when the field is first used. */
function finder(label, none, items, texts, names) {
  const field = document.createElement('input');
  field.type = 'search';
  field.setAttribute('aria-label', label);
  field.placeholder = label;
  field.autocomplete = 'off';
  const message = document.createElement('p');
  message.className = 'hint';
  message.setAttribute('role', 'status');
  const find = () => {
    const sought = plain(field.value).trim();
    items.forEach((item, i) => { item.hidden = !matches(texts[i], sought); });
    message.textContent = items.every((item) => item.hidden) ? none : '';
  };
  if (names) {
    field.addEventListener('focus', async () => {
      const more = await names();
      items.forEach((item, i) => { texts[i] += plain(more(item) ?? ''); });
      find();
    }, { once: true });
  }
  field.addEventListener('input', find);
  field.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  return [field, message];
}

function searchable(box) {
  const fieldset = box.querySelector('fieldset');
  const labels = [...fieldset.querySelectorAll('label')];
  const texts = labels.map((label) => plain(label.querySelector('span').textContent));
  const { search, none, codelist } = box.dataset;
  const names = codelist && (async () => {
    const found = await namesOf(codelist).catch(() => new Map());
    return (label) => found.get(label.control.value);
  });
  fieldset.before(...finder(search, none, labels, texts, names));
}

const LONG_TABLE = 12;

function filterable(scroller) {
  const rows = [...scroller.querySelectorAll('tbody tr')];
  if (rows.length <= LONG_TABLE) return;
  const texts = rows.map((row) => plain([...row.querySelectorAll('th')].map((head) => head.textContent).join(' ')));
  // Beside the table, new fields would make the browser compute the styles of all cells again.
  scroller.previousElementSibling.append(...finder(scroller.dataset.filter, scroller.dataset.none, rows, texts));
}

function allOrSome(box) {
  const [all, ...some] = box.querySelectorAll('input[type=checkbox]');
  box.addEventListener('change', (event) => {
    if (event.target === all && all.checked) some.forEach((one) => { one.checked = false; });
    else if (some.includes(event.target) && event.target.checked) all.checked = false;
  });
}

/** Adds a slider to the years of a map. */
function slider(years) {
  const values = [...years.options].map((option) => option.value);
  const range = document.createElement('input');
  range.type = 'range';
  range.className = 'year-range';
  range.dataset.key = 'years';
  range.min = 0;
  range.max = values.length - 1;
  range.value = years.selectedIndex;
  range.setAttribute('aria-label', years.labels[0].textContent);
  range.setAttribute('aria-valuetext', years.value);
  range.addEventListener('input', () => {
    years.selectedIndex = range.value;
    range.setAttribute('aria-valuetext', years.value);
  });
  range.addEventListener('change', () => {
    const form = years.form;
    show(`${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`, 'years', 'replaceState');
  });
  years.closest('.years-of').after(range);
}

/** A menu closes when the reader goes on elsewhere: after the click, because what is below it moves on a phone. */
document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll(':is(.menu, .chips details)[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && event.target.closest?.(':is(.menu, .chips details)[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

function prepare(root) {
  buttons(root);
  for (const box of root.querySelectorAll('.chips details')) {
    if (box.querySelector('input[type=checkbox]')) allOrSome(box);
    if (box.dataset.search) searchable(box);
  }
  for (const scroller of root.querySelectorAll('[data-filter]')) filterable(scroller);
  const years = root.querySelector('#map-year');
  if (years) slider(years);
  if (root.querySelector('figure[data-chart]')) import('./charts.js').then(({ watch }) => watch(root));
  if (root.querySelector('.world-map')) import('./map.js').then((maps) => maps.prepare(root));
}

prepare(document);
