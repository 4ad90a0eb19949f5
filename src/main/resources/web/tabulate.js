// The page that counts a list of cases. Everything happens here: once loaded, the page asks for nothing. All sentences
// come from the page, the codes and words from the script of the vocabulary beside this one.
import { announce } from './base.js';
import { Fault, count, csv, findHeader, placeOf, read, roleOf } from './tabulate-engine.js';

const MAX_ROWS_SHOWN = 20;
const MAX_CELLS_SHOWN = 200;
const MAX_WORDS_SHOWN = 50;

const byId = (id) => document.getElementById(id);
const numbers = new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-latn`);
const sentences = new Map(
  [...byId('tabulate-texts').content.querySelectorAll('[data-key]')].map((p) => [p.dataset.key, p.textContent]));
const { default: vocabulary } = await import(byId('vocabulary').src);

/** The list: its sheets, the chosen sheet and row, the roles of the columns, the words with their codes, the counts. */
const list = { sheets: [], sheet: 0, row: 0, roles: [], words: {}, asked: new Map(), request: null, cells: [] };

const say = (key) => sentences.get(key);
const flow = () => vocabulary.flows[byId('flow').value];
const nameOf = (role) => vocabulary.fields[role]?.name ?? say(role);

function make(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** A text of the list, isolated because its direction may differ from that of the page. */
function cellOf(name, text, attributes) {
  const cell = make(name, undefined, attributes);
  cell.append(make('bdi', text));
  return cell;
}

function rowOf(...cells) {
  const row = make('tr');
  row.append(...cells);
  return row;
}

function selectOf(options, chosen, label, change) {
  const select = make('select', undefined, { 'aria-label': label });
  select.append(...options.map(([value, text]) => new Option(text, value, false, value === chosen)));
  select.addEventListener('change', () => change(select.value));
  return select;
}

function show(id, is = true) {
  byId(id).hidden = !is;
}

/** Shows a fault; a text is the key of its sentence. Any other fault is one of the program. */
function fail(error) {
  const key = error instanceof Fault ? error.key : error;
  if (typeof key !== 'string') throw error;
  show('result', false);
  byId('fault').replaceChildren(make('span', say(key)));
  show('fault');
}

function settled() {
  show('fault', false);
  show('result', false);
}

// ---- Steps

async function openList() {
  const [file] = byId('list-file').files;
  settled();
  for (const id of ['header-step', 'columns-step', 'words-step', 'count-step']) show(id, false);
  if (!file) return;
  try {
    list.sheets = await read(file);
  } catch (error) {
    fail(error);
    return;
  }
  await place();
}

/** Finds the header by the saved choices, or by the names of columns. */
async function place() {
  list.words = {};
  list.asked.clear();
  const [saved] = byId('mapping-file').files;
  try {
    const mapping = saved ? JSON.parse(await saved.text()) : null;
    const found = mapping ? placeOf(list.sheets, mapping) : findHeader(list.sheets, flow(), vocabulary);
    if (mapping) {
      list.words = mapping.words ?? {};
      byId('year-end').checked = mapping.referenceDate === 'year-end';
    }
    Object.assign(list, { sheet: found.sheet, row: found.row });
    showHeader();
    showColumns(found.roles);
  } catch (error) {
    fail(error instanceof Fault || error instanceof SyntaxError || error instanceof TypeError ? 'other' : error);
  }
}

function showHeader() {
  const several = list.sheets.length > 1;
  byId('sheet').replaceChildren(...(several ? list.sheets : [])
    .map((sheet, i) => new Option(sheet.name, String(i), false, i === list.sheet)));
  show('sheet-field', several);
  const { rows } = list.sheets[list.sheet];
  byId('header-rows').replaceChildren(...rows.slice(0, Math.max(MAX_ROWS_SHOWN, list.row + 1)).map((row, i) => {
    const radio = make('input', undefined, { type: 'radio', name: 'header', id: `header-${i}` });
    radio.checked = i === list.row;
    radio.addEventListener('change', () => {
      list.row = i;
      settled();
      showColumns();
    });
    const label = make('label');
    label.append(radio, make('span', numbers.format(row.line)));
    const head = make('th', undefined, { scope: 'row', class: 'options' });
    head.append(label);
    return rowOf(head, cellOf('td', row.cells.filter((cell) => cell !== '').join(' · ')));
  }));
  show('header-step');
}

/** Shows the columns. @param given their roles, as far as they are known; other columns have the role of their name */
function showColumns(given = []) {
  const { rows } = list.sheets[list.sheet];
  const names = rows[list.row].cells;
  const roles = [...flow().fields, 'BIRTH_DATE', 'PERSON', 'DATE', 'YEAR', 'VICTIM']
    .filter((role) => role !== 'BIRTH_DATE' || flow().fields.some((id) => vocabulary.fields[id].age));
  list.roles = names.map((name, i) => given[i] ?? roleOf(name, flow(), vocabulary))
    .map((role) => (roles.includes(role) ? role : ''));
  const options = [['', say('leave')], ...roles.map((role) => [role, nameOf(role)])];
  byId('columns').replaceChildren(...names.map((name, i) => {
    const label = name || `${say('column')} ${i + 1}`;
    const example = rows.slice(list.row + 1).find((row) => row.cells[i])?.cells[i] ?? '';
    const meaning = make('td');
    meaning.append(selectOf(options, list.roles[i], label, (role) => {
      list.roles[i] = role;
      settled();
    }));
    return rowOf(cellOf('th', label, { scope: 'row' }), cellOf('td', example), meaning);
  }));
  show('columns-step');
  show('count-step');
}

// ---- Words

function choose(id, word, code) {
  const words = (list.words[id] ??= {});
  if (code) words[word] = code;
  else delete words[word];
}

/** Shows the words that are not known, and keeps those that have a meaning by now. */
function showWords(unknown) {
  let more = false;
  for (const [id, words] of Object.entries(unknown)) {
    const sorted = Object.entries(words).sort((one, other) => other[1] - one[1]);
    more ||= sorted.length > MAX_WORDS_SHOWN;
    for (const [word, cells] of sorted.slice(0, MAX_WORDS_SHOWN)) list.asked.set(`${id}|${word}`, { id, word, cells });
  }
  byId('words').replaceChildren(...[...list.asked.values()].map(({ id, word, cells }) => {
    const { codes, total, unknown: none } = vocabulary.fields[id];
    const options = codes.filter(([code]) => code !== total && code !== none).map(([code, , name]) => [code, name]);
    const meaning = make('td');
    meaning.append(selectOf([['', say('unknown')], ...options], list.words[id]?.[word] ?? '', word, (code) => choose(id, word, code)));
    return rowOf(make('td', nameOf(id)), cellOf('th', word, { scope: 'row' }), make('td', numbers.format(cells), { class: 'n' }), meaning);
  }));
  show('words-more', more);
  show('words-step', list.asked.size > 0);
}

// ---- Counting

async function run() {
  settled();
  const area = byId('area').value;
  const year = byId('year').value.trim();
  if (!area) return fail('area');
  if (year && !/^\d{4}$/.test(year)) return fail('year');
  const request = {
    flow: byId('flow').value, sheet: list.sheets[list.sheet], header: list.row, roles: [...list.roles], words: list.words,
    yearEnd: byId('year-end').checked, area, year, eachForm: byId('each-form').checked,
  };
  try {
    const { report, cells } = await count(request, vocabulary);
    Object.assign(list, { request, cells });
    showWords(report.unknown);
    if (cells.length === 0) return fail('empty');
    showReport(report);
    showCounts(cells);
    show('result');
    byId('result-heading').focus();
    announce(`${say('used')}: ${numbers.format(report.used)}`);
  } catch (error) {
    fail(error);
  }
}

function showReport(report) {
  const facts = [['rows', report.rows], ['used', report.used], ...Object.entries(report.leftOut)];
  if (report.anonymous > 0) facts.push(['anonymous', report.anonymous]);
  if (report.unreadable.BIRTH_DATE) facts.push(['unreadableDates', report.unreadable.BIRTH_DATE]);
  byId('report').replaceChildren(...facts.map(([key, value]) =>
    rowOf(make('th', say(key), { scope: 'row' }), make('td', numbers.format(value), { class: 'n', 'data-fact': key }))));
  show('day', report.dayAssumed);
}

function showCounts(cells) {
  const fields = flow().fields.map((id) => vocabulary.fields[id]);
  const names = fields.map((field) => new Map(field.codes.map(([code, , name]) => [code, name])));
  byId('counts-head').replaceChildren(rowOf(
    ...[say('YEAR'), ...fields.map((field) => field.name)].map((name) => make('th', name, { scope: 'col' })),
    make('th', say('value'), { scope: 'col', class: 'n' })));
  const shown = cells.filter((cell) => cell.value > 0).slice(0, MAX_CELLS_SHOWN);
  byId('counts').replaceChildren(...shown.map(({ codes, value }) => rowOf(
    ...codes.map((code, i) => make('td', i === 0 ? code : names[i - 1].get(code))),
    make('td', numbers.format(value), { class: 'n' }))));
}

function save(text, type, name) {
  const link = make('a', undefined, { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}

function mapping() {
  const { request } = list;
  const { cells, line } = request.sheet.rows[request.header];
  const columns = Object.fromEntries(cells.map((name, i) => [name, request.roles[i]]).filter(([name, role]) => name && role));
  const words = Object.fromEntries(Object.entries(list.words).filter(([, codes]) => Object.keys(codes).length > 0));
  const sheet = request.sheet.name ? { sheet: request.sheet.name } : {};
  return { columns, words, referenceDate: request.yearEnd ? 'year-end' : 'row', ...sheet, headerLine: line };
}

byId('list-file').addEventListener('change', openList);
byId('mapping-file').addEventListener('change', () => {
  settled();
  if (list.sheets.length > 0) place();
});
byId('sheet').addEventListener('change', () => {
  Object.assign(list, { sheet: Number(byId('sheet').value), row: 0 });
  settled();
  showHeader();
  showColumns();
});
byId('flow').addEventListener('change', () => {
  settled();
  list.asked.clear();
  show('words-step', false);
  if (list.sheets.length > 0) showColumns(list.roles.map((role) => role || undefined));
});
for (const id of ['area', 'year', 'row-date', 'year-end', 'each-form']) byId(id).addEventListener('change', settled);
byId('count').addEventListener('click', run);
byId('download').addEventListener('click', () =>
  save(csv(list.request, list.cells, vocabulary), 'text/csv', `${list.request.flow}-${list.request.area}.csv`.toLowerCase()));
byId('save').addEventListener('click', () => save(JSON.stringify(mapping(), null, 2), 'application/json', 'columns.json'));
byId('tabulate').inert = false;
