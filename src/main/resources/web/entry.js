// Makes the form to type figures in quicker: cells are pasted from a spreadsheet, parts are added up, the figures are checked
// while they are typed, and the arrows move from cell to cell. The form works without this script. Sentences come from the
// page (data-…).
import { announce } from './base.js';

const MILLIS_BEFORE_CHECK = 900;

/** The zeros of scripts with digits of their own: Arabic, Persian, Devanagari, Bengali, Thai, Burmese, Khmer, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040, 0x17e0, 0xff10];

const form = document.getElementById('entry');
const lines = [...form.querySelectorAll('tr[data-row]')];
const cells = [...form.querySelectorAll('td > input')];
const years = form.querySelectorAll('input[name=year]').length;
const state = document.getElementById('entry-state');
const found = document.getElementById('found');
/** What the cells held when they were last saved. */
let saved = cells.map((cell) => cell.value);
const numbers = new Map(cells.map((cell, i) => [cell, i]));
const rows = new Map(lines.map((line, i) => [line.dataset.row, i]));
const comment = document.getElementById('comment');
let unsaved = false;

const latin = (text) => [...text].map((sign) => {
  const zero = ZEROS.find((start) => sign.codePointAt(0) >= start && sign.codePointAt(0) < start + 10);
  return zero ? String(sign.codePointAt(0) - zero) : sign;
}).join('');

// ---- Sums. A row without a figure of its own counts as the sum of its parts, as on the server.

/** By row: the dimensions with the rows that add up to it. */
const sums = lines.map((row) => (row.dataset.sums ?? '').split(';').filter(Boolean)
  .map((sum) => sum.split(':')).map(([name, rows]) => ({ name, rows: rows.split(',').map(Number) })));
/** By row: the rows whose sums it changes. */
const above = sums.map(() => new Set());
sums.forEach((own, row) => own.forEach(({ rows }) => rows.forEach((part) => above[part].add(row))));

function figure(row, year) {
  const cell = cells[row * years + year];
  const text = latin(cell.value.trim()) || (cell.parentElement.querySelector('.given')?.textContent ?? '');
  if (text === '') return null;
  if (/^\+?\d{1,15}$/.test(text)) return { value: Number(text), open: false, count: true };
  return { value: 0, open: text.toUpperCase() !== 'M', count: false };
}

function sumOf(row, name, year) {
  let sum = null;
  for (const part of sums[row].find((own) => own.name === name)?.rows ?? []) {
    const next = figure(part, year) ?? sumOf(part, name, year);
    if (next) sum = { value: (sum?.value ?? 0) + next.value, open: next.open || (sum?.open ?? false) };
  }
  return sum;
}

function showSums(row, year) {
  const place = cells[row * years + year].parentElement;
  place.querySelectorAll('.sum').forEach((old) => old.remove());
  const own = figure(row, year);
  for (const { name } of sums[row]) {
    const sum = sumOf(row, name, year);
    if (!sum) continue;
    const shown = document.createElement('span');
    shown.className = 'sum';
    shown.textContent = `Σ ${name}${sum.open ? ' ≥ ' : ' '}${sum.value}${own?.count && sum.value > own.value ? ` > ${own.value}` : ''}`;
    place.append(shown);
  }
}

/** Shows the sums of a cell, and those that it is a part of. */
function addUp(number) {
  const year = number % years;
  const done = new Set();
  const next = [Math.floor(number / years)];
  while (next.length > 0) {
    const row = next.pop();
    if (done.has(row)) continue;
    done.add(row);
    showSums(row, year);
    next.push(...above[row]);
  }
}

// ---- Checks

let timer = null;
let asked = null;

/** Returns the cell of a finding; undefined if the form does not have it. */
const cellOf = ({ row, column }) => (column < 0 ? undefined : cells[rows.get(row) * years + column]);

function shown(finding) {
  const item = document.createElement('li');
  const tag = document.createElement('strong');
  tag.className = `tag ${finding.tone}`;
  tag.textContent = finding.word;
  item.append(tag, ' ');
  if (finding.where !== '') {
    const cell = cellOf(finding);
    const place = document.createElement(cell ? 'a' : 'span');
    place.textContent = finding.where;
    if (cell) {
      place.href = '#entry';
      place.addEventListener('click', (event) => {
        event.preventDefault();
        cell.focus();
      });
    }
    item.append(place, ' ');
  }
  item.append(finding.text);
  return item;
}

function mark(findings) {
  for (const cell of form.querySelectorAll('.bad > input')) {
    cell.removeAttribute('aria-invalid');
    cell.removeAttribute('title');
    cell.parentElement.className = 'n';
  }
  for (const finding of findings.filter(cellOf).reverse()) {
    const cell = cellOf(finding);
    if (finding.tone === 'error') cell.setAttribute('aria-invalid', 'true');
    else cell.removeAttribute('aria-invalid');
    cell.title = finding.text;
    cell.parentElement.className = `n bad ${finding.tone}`;
  }
}

async function check() {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  try {
    const answer = await fetch(form.dataset.entry, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const { summary, findings } = await answer.json();
    mark(findings);
    document.getElementById('found-summary').textContent = summary;
    document.getElementById('found-list').replaceChildren(...findings.map(shown));
    found.hidden = false;
    announce(summary);
  } catch (fault) {
    if (!signal.aborted) state.textContent = form.dataset.unchecked;
  }
}

function checkSoon() {
  clearTimeout(timer);
  timer = setTimeout(check, MILLIS_BEFORE_CHECK);
}

// ---- Sending. All cells go as lines of few fields, because a form has at most 1,000 fields: the key of a row and its texts.

/** Characters in one field. */
const MOST_IN_FIELD = 50_000;

/** Stands for a text that nobody changed here. Another window may have saved another one meanwhile. */
const UNTOUCHED = '\u001a';

/** A form that was refused shows what is typed although it is not saved, so the service needs all its cells. */
let refused = form.dataset.refused !== undefined;

form.addEventListener('formdata', ({ formData }) => {
  formData.delete('row');
  formData.delete('cell');
  let field = '';
  lines.forEach((line, row) => {
    const from = row * years;
    const texts = cells.slice(from, from + years)
      .map((cell, i) => (refused || cell.value !== saved[from + i] ? cell.value : UNTOUCHED));
    if (texts.every((text) => text === UNTOUCHED)) return;
    const next = `${[line.dataset.row, ...texts].join('\t')}\n`;
    if (field.length + next.length > MOST_IN_FIELD) {
      formData.append('typed', field);
      field = '';
    }
    field += next;
  });
  if (field !== '') formData.append('typed', field);
});

// ---- Typing

const isUnsaved = () => refused || cells.some((cell, i) => cell.value !== saved[i]) || (comment?.value ?? '') !== ''
  || form.querySelector('[name=uncomment]:checked') !== null;

function changed(number) {
  addUp(number);
  unsaved = isUnsaved();
  state.textContent = unsaved ? form.dataset.unsaved : '';
  checkSoon();
}

form.addEventListener('input', (event) => {
  const number = numbers.get(event.target);
  if (number !== undefined) changed(number);
  if (event.target === comment) unsaved = isUnsaved();
});

/** A comment is on the figure that was typed last. */
form.addEventListener('focusin', (event) => {
  const number = numbers.get(event.target);
  if (number === undefined || comment === null || comment.value !== '') return;
  document.getElementById('comment-row').selectedIndex = Math.floor(number / years);
  document.getElementById('comment-year').selectedIndex = number % years;
});

/** Pastes a block of a spreadsheet: its first cell goes into the given one. */
function paste(text, first) {
  const rows = text.replace(/\r?\n$/, '').split(/\r?\n/).map((row) => row.split('\t'));
  const year = first % years;
  let done = 0;
  let beyond = 0;
  rows.forEach((row, down) => row.forEach((value, right) => {
    const number = first + down * years + right;
    if (year + right >= years || number >= cells.length) {
      beyond += 1;
      return;
    }
    cells[number].value = latin(value.trim()).slice(0, cells[number].maxLength);
    addUp(number);
    done += 1;
  }));
  changed(first);
  announce(form.dataset.pasted.replace('%', done) + (beyond > 0 ? ` ${form.dataset.beyond.replace('%', beyond)}` : ''));
}

form.addEventListener('paste', (event) => {
  const number = numbers.get(event.target);
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (number === undefined || !/[\t\n]/.test(text)) return;
  event.preventDefault();
  paste(text, number);
});

/** Returns by how many cells a key moves; 0 if it stays in its cell. */
function step(event) {
  const { selectionStart: start, selectionEnd: end, value } = event.target;
  const whole = start === 0 && end === value.length;
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)) return years;
  if (event.key === 'ArrowUp' || event.key === 'Enter') return -years;
  if (event.key === forward && (whole || start === value.length)) return 1;
  if (event.key === back && (whole || end === 0)) return -1;
  return 0;
}

form.addEventListener('keydown', (event) => {
  const number = numbers.get(event.target);
  if (number === undefined || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const by = step(event);
  if (by === 0) return;
  event.preventDefault();
  const next = cells[number + by];
  next?.focus();
  next?.select();
});

// ---- Leaving. The script saves what is typed before the form leaves its page, because browsers may not bring it back.

const MILLIS_BEFORE_GIVING_UP = 30_000;

let taken = false;
let asking = false;

const ask = (how) => fetch(form.action, { redirect: 'manual', signal: AbortSignal.timeout(MILLIS_BEFORE_GIVING_UP), ...how });
const post = () => ask({ method: 'POST', body: new URLSearchParams(new FormData(form)) });

/** Takes over the new session if the same person signed in again meanwhile. */
async function renew() {
  const answer = await ask();
  if (answer.status === 429 || answer.status >= 500) throw new Error(`${answer.status}`);
  const other = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('entry');
  if (other?.dataset.account !== form.dataset.account) return false;
  form.querySelector('input[name=form-token]').value = other.querySelector('input[name=form-token]').value;
  return true;
}

/** @param texts what the cells held when they were sent */
function keepSaved(texts) {
  const version = form.querySelector('input[name=version]');
  version.value = Number(version.value) + 1;
  saved = texts;
  refused = false;
  if (comment) comment.value = '';
  form.querySelectorAll('[name=uncomment]:checked').forEach((box) => { box.checked = false; });
}

/**
 * Saves what is typed. Returns whether the form may leave: the service saved it, or shows it again on the next page. Returns
 * false if the session has ended.
 */
async function isTaken() {
  const texts = cells.map((cell) => cell.value);
  let answer = await post();
  if (answer.status === 401 || answer.status === 403) {
    if (!await renew()) return false;
    answer = await post();
  }
  // The service leads on from a form that it saved.
  if (answer.type === 'opaqueredirect') keepSaved(texts);
  else if (answer.status !== 422 || !(await answer.text()).includes('id="entry"')) throw new Error(`${answer.status}`);
  return true;
}

form.addEventListener('submit', async (event) => {
  if (taken || !isUnsaved()) {
    unsaved = false;
    return;
  }
  event.preventDefault();
  if (asking) return;
  asking = true;
  const { submitter } = event;
  const ended = document.getElementById('entry-ended');
  const unsent = document.getElementById('entry-unsent');
  try {
    taken = await isTaken();
    ended.hidden = taken;
    unsent.hidden = true;
  } catch {
    unsent.hidden = false;
  }
  asking = taken;
  if (taken) form.requestSubmit(submitter);
});
addEventListener('pageshow', () => {
  taken = false;
  asking = false;
  unsaved = isUnsaved();
});
addEventListener('beforeunload', (event) => { if (unsaved) event.preventDefault(); });
