// Reads a list of cases and counts it, in the browser alone: this module and its page ask for nothing. It counts as the
// package mapping.count of the program does; the tests hold both to the same lists. The vocabulary comes from the page.

const ROLE = { PERSON: 'PERSON', BIRTH: 'BIRTH_DATE', DATE: 'DATE', YEAR: 'YEAR', VICTIM: 'VICTIM' };
const OTHER_ROLES = Object.values(ROLE);
const MIXED = 'OTH_MIX';
const OLDEST = 120;
const OPEN = 999;
const MAX_CELLS = 500_000;
const MAX_INFLATED = 200_000_000;

/** A fault that the reader of the page can correct. Its key names a sentence of the page. */
export class Fault extends Error {
  constructor(key) {
    super(key);
    this.key = key;
  }
}

// ---- Texts

const strip = (text) => text.replace(/^[\0-\x20\s]+|[\0-\x20\s]+$/g, '');

/** Removes case, accents and punctuation. */
export function fold(text) {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function plain(text) {
  return strip(text).normalize('NFKC').replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => digit.charCodeAt(0) & 0xf);
}

const split = (text, separator) => text.split(separator).map(strip).filter((part) => part !== '');
const parts = (text) => split(text, /[;|\n\uFF1B\u061B]/);
const smallParts = (text) => split(text, /[,\u3001\uFF0C\u060C]/);

// ---- CSV

function decode(bytes) {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (one === 0xfe && two === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Splits a text into rows of cells; at most so many rows. */
function records(text, delimiter, most = Infinity) {
  const rows = [];
  let cells = [];
  let cell = '';
  let line = 1;
  let start = 1;
  let quoted = false;
  const endRow = () => {
    cells.push(cell);
    rows.push({ line: start, cells });
    cells = [];
    cell = '';
  };
  for (let i = 0; i < text.length && rows.length < most; i++) {
    const c = text[i];
    if (c === '\n') line++;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (c === '"' && strip(cell) === '') {
      quoted = true;
      cell = '';
    } else if (c === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (c === '\n') {
      endRow();
      start = line;
    } else {
      cell += c;
    }
  }
  if (rows.length < most && (cell !== '' || cells.length > 0)) endRow();
  return rows;
}

/** Returns the character that splits most rows into the same number of cells. If two do, a comma loses. */
function delimiterOf(text) {
  let best = ',';
  let most = 0;
  for (const delimiter of [';', '\t', '|', ',']) {
    const widths = new Map();
    for (const { cells } of records(text, delimiter, 50)) {
      if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    }
    const equal = Math.max(0, ...widths.values());
    if (equal > most) [best, most] = [delimiter, equal];
  }
  return best;
}

function csvSheet(bytes) {
  const text = decode(bytes).replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (text.includes('\0')) throw new Fault('unreadable');
  return { name: '', rows: records(text, delimiterOf(text)) };
}

// ---- XLSX

async function inflate(bytes, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks = [];
  let size = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    size += value.length;
    if (size > most) throw new Fault('large');
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Returns a function that reads a part of a zip archive as XML; null if the archive has no such part. */
function archive(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Fault('unreadable');
  const entries = new Map();
  let at = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    entries.set(name, { method: view.getUint16(at + 10, true), size: view.getUint32(at + 20, true), at: view.getUint32(at + 42, true) });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return async (name) => {
    const entry = entries.get(name);
    if (!entry) return null;
    const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
    const packed = bytes.subarray(start, start + entry.size);
    const text = new TextDecoder().decode(entry.method === 0 ? packed : await inflate(packed, MAX_INFLATED));
    return new DOMParser().parseFromString(text, 'application/xml');
  };
}

const all = (node, name) => (node ? [...node.getElementsByTagNameNS('*', name)] : []);
const first = (node, name) => all(node, name)[0];
const phonetic = (node) => node.parentElement.localName === 'rPh';
const textOf = (node) => all(node, 't').filter((t) => !phonetic(t)).map((t) => t.textContent).join('');

const isDateFormat = (id, code) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  || /[ymdhs]/i.test((code ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

/** Returns whether each cell format is a date. */
function dateFormats(styles) {
  const codes = new Map(all(styles, 'numFmt').map((format) => [format.getAttribute('numFmtId'), format.getAttribute('formatCode')]));
  return all(first(styles, 'cellXfs'), 'xf').map((xf) => {
    const id = xf.getAttribute('numFmtId');
    return isDateFormat(Number(id), codes.get(id));
  });
}

function isoDate(serial, from1904) {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0) + (!from1904 && serial < 60 ? 1 : 0);
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}

function cellText(cell, book) {
  const value = first(cell, 'v')?.textContent ?? '';
  const type = cell.getAttribute('t');
  if (type === 's') return book.shared[Number(value)] ?? '';
  if (type === 'inlineStr') return textOf(cell);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if ((type && type !== 'n') || value === '') return value;
  return book.dates[Number(cell.getAttribute('s') ?? 0)] && Number(value) >= 1 ? isoDate(Number(value), book.from1904) : value;
}

function columnOf(address) {
  let column = 0;
  for (const letter of address.replace(/\d+$/, '')) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function xlsxSheet(name, xml, book) {
  const rows = [];
  let line = 0;
  for (const row of all(xml, 'row')) {
    line = Number(row.getAttribute('r') ?? line + 1);
    const cells = [];
    for (const cell of all(row, 'c')) {
      const address = cell.getAttribute('r');
      const column = address ? columnOf(address) : cells.length;
      if (column > 2_000) throw new Fault('large');
      while (cells.length < column) cells.push('');
      cells[column] = cellText(cell, book);
    }
    rows.push({ line, cells });
  }
  return { name, rows };
}

async function workbook(bytes) {
  const part = archive(bytes);
  const xml = await part('xl/workbook.xml');
  if (!xml) throw new Fault('unreadable');
  const links = new Map(all(await part('xl/_rels/workbook.xml.rels'), 'Relationship')
    .map((link) => [link.getAttribute('Id'), link.getAttribute('Target')]));
  const book = {
    shared: all(await part('xl/sharedStrings.xml'), 'si').map(textOf),
    dates: dateFormats(await part('xl/styles.xml')),
    from1904: /^(1|true)$/.test(first(xml, 'workbookPr')?.getAttribute('date1904') ?? ''),
  };
  const sheets = [];
  for (const sheet of all(xml, 'sheet')) {
    if (sheet.hasAttribute('state') && sheet.getAttribute('state') !== 'visible') continue;
    const id = [...sheet.attributes].find((each) => each.localName === 'id').value;
    const target = links.get(id) ?? '';
    const content = await part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    if (content) sheets.push(xlsxSheet(sheet.getAttribute('name'), content, book));
  }
  return sheets;
}

/** Reads a file as sheets of rows with text. */
export async function read(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let sheets;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    try {
      sheets = await workbook(bytes);
    } catch (error) {
      throw error instanceof Fault ? error : new Fault('unreadable');
    }
  } else {
    sheets = [csvSheet(bytes)];
  }
  let filled = 0;
  for (const sheet of sheets) {
    for (const row of sheet.rows) row.cells = row.cells.map(strip);
    sheet.rows = sheet.rows.filter((row) => row.cells.some((cell) => cell !== ''));
    for (const row of sheet.rows) filled += row.cells.filter((cell) => cell !== '').length;
  }
  if (filled > MAX_CELLS) throw new Fault('large');
  const withText = sheets.filter((sheet) => sheet.rows.length > 0);
  if (withText.length === 0) throw new Fault('unreadable');
  // As for the command line, the only sheet of a workbook needs no name.
  if (withText.length === 1) withText[0].name = '';
  return withText;
}

// ---- Columns

/** Returns the role of a column by its name; empty if it is not known, or not one of the dataflow. */
export function roleOf(name, flow, vocabulary) {
  const role = vocabulary.columns[fold(name)] ?? '';
  return OTHER_ROLES.includes(role) || flow.fields.includes(role) ? role : '';
}

/** Returns the sheet and the row that name most columns. */
export function findHeader(sheets, flow, vocabulary) {
  let best = { sheet: 0, row: 0 };
  let most = 0;
  sheets.forEach((sheet, i) => sheet.rows.slice(0, 50).forEach((row, j) => {
    const known = new Set(row.cells.filter((cell) => roleOf(cell, flow, vocabulary))).size;
    if (known > most) [best, most] = [{ sheet: i, row: j }, known];
  }));
  return best;
}

/** Returns the sheet and the row that a saved mapping describes, with the roles of the columns. */
export function placeOf(sheets, mapping) {
  const roles = new Map(Object.entries(mapping.columns).map(([name, role]) => [fold(name), role]));
  for (const [i, sheet] of sheets.entries()) {
    if (mapping.sheet && mapping.sheet !== sheet.name) continue;
    for (const [j, row] of sheet.rows.entries()) {
      const names = new Set(row.cells.map(fold));
      const fits = mapping.headerLine ? row.line === mapping.headerLine : j < 50;
      if (fits && [...roles.keys()].every((name) => names.has(name))) {
        return { sheet: i, row: j, roles: row.cells.map((cell) => roles.get(fold(cell)) ?? '') };
      }
    }
  }
  throw new Fault('other');
}

// ---- Dates: { year, month, day }; month and day are absent if only the year is known

const YEAR_FIRST = /^(\d{4})[-/.\u5E74](\d{1,2})[-/.\u6708](\d{1,2})\u65E5?(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[T ].*)?$/;
const YEAR = /^(\d{4})(?:[-/.]\d{1,2}|\.0+|\u5E74)?$/;

function valid(year, month, day) {
  const last = new Date(Date.UTC(2000, month, 0));
  last.setUTCFullYear(year, month, 0);
  return month >= 1 && month <= 12 && day >= 1 && day <= last.getUTCDate() ? { year, month, day } : null;
}

class Dates {
  dayFirst = false;
  monthFirst = false;
  open = false;

  watch(cell) {
    const found = YEAR_LAST.exec(plain(cell));
    if (!found) return;
    const day = Number(found[1]) > 12;
    const month = Number(found[2]) > 12;
    this.dayFirst ||= day;
    this.monthFirst ||= month;
    this.open ||= !day && !month && found[1] !== found[2];
  }

  get assumed() {
    return this.open && this.dayFirst === this.monthFirst;
  }

  read(cell) {
    const text = plain(cell);
    const begins = YEAR_FIRST.exec(text);
    if (begins) return valid(...begins.slice(1, 4).map(Number));
    const ends = YEAR_LAST.exec(text)?.slice(1, 4).map(Number);
    if (ends) return this.monthFirst && !this.dayFirst ? valid(ends[2], ends[0], ends[1]) : valid(ends[2], ends[1], ends[0]);
    const year = YEAR.exec(text);
    return year ? { year: Number(year[1]) } : null;
  }
}

// ---- Codes of a dimension

const range = (begin, end) => (begin <= end && end <= OLDEST ? [begin, end] : null);

function ageRange(text) {
  let found = /^(\d{1,3})(?:[.,]\d+)?$/.exec(text);
  if (found) return range(Number(found[1]), Number(found[1]));
  found = /^(\d{1,3})\s*[-\u2013\u2014]\s*(\d{1,3})$/.exec(text);
  if (found) return range(Number(found[1]), Number(found[2]));
  found = /^(<=|<|\u2264)\s*(\d{1,3})$/.exec(text);
  if (found) return range(0, Number(found[2]) - (found[1] === '<' ? 1 : 0));
  found = /^(?:(>=|>|\u2265)\s*(\d{1,3})|(\d{1,3})\s*\+)$/.exec(text);
  if (!found) return null;
  const begin = Number(found[3] ?? found[2]) + (found[1] === '>' ? 1 : 0);
  return begin > OLDEST ? null : [begin, OPEN];
}

class Field {
  constructor(id, vocabulary, own, given) {
    Object.assign(this, vocabulary.fields[id], { id });
    this.blanks = new Set(vocabulary.blanks);
    this.parents = new Map(this.codes.map(([code, parent]) => [code, parent]));
    this.positions = new Map(this.codes.map(([code], i) => [code, i]));
    this.known = new Map(Object.entries(this.words));
    for (const [word, code] of Object.entries(given)) if (this.positions.has(code)) this.known.set(fold(word), code);
    this.letterGiven = Object.keys(given).some((word) => fold(word) === 'm');
    if (this.nationals && this.positions.has(own)) {
      for (const [word, code] of this.known) if (code === this.nationals) this.known.set(word, own);
    }
  }

  get needed() {
    return !this.total || (this.several === 'EACH' && !this.unknown);
  }

  /** Beside H or V for hombre or varón, M may be mujer, so only the mapping says what it is. */
  watch(cell) {
    if (this.id === 'SEX' && !this.letterGiven && ['h', 'v'].includes(fold(cell))) this.known.set('m', '');
  }

  code(text) {
    const word = this.known.get(fold(text));
    if (word !== undefined) return word || null;
    return this.age ? this.ofAge(ageRange(plain(text))) : null;
  }

  isBlank(text) {
    const folded = fold(text);
    return (folded === '' || this.blanks.has(folded)) && !this.known.has(folded);
  }

  ofAge(age) {
    let best = null;
    const contains = (outer, inner) => outer[0] <= inner[0] && inner[1] <= outer[1];
    for (const [code, ages] of age ? Object.entries(this.ages) : []) {
      if (contains(ages, age) && (best === null || contains(this.ages[best], ages))) best = code;
    }
    return best;
  }

  above(code) {
    const above = [];
    for (let parent = this.parents.get(code); parent; parent = this.parents.get(parent)) above.push(parent);
    return above;
  }

  /** Returns the codes under which a person counts, without their broader codes. */
  resolve(found, own, each) {
    const narrow = new Set(found);
    for (const code of found) for (const broader of this.above(code)) narrow.delete(broader);
    if (narrow.size > 1) narrow.delete(this.unknown);
    const codes = [...narrow];
    if (codes.length === 0) return this.unknown ? [this.unknown] : [];
    if (codes.length === 1 || this.several === 'EACH' || (this.several === 'MIXED' && each)) return codes;
    if (this.several === 'MIXED') return [this.common(codes)];
    return [this.citizenship && codes.includes(own) ? own : codes[0]];
  }

  common(codes) {
    const shared = this.above(codes[0]).find((broader) =>
      broader !== this.total && codes.every((code) => this.above(code).includes(broader)));
    return shared && !codes.includes(MIXED) ? shared : MIXED;
  }

  withBroader(codes) {
    return this.total ? new Set([...codes, this.total, ...codes.flatMap((code) => this.above(code))]) : new Set(codes);
  }
}

// ---- Counting

const product = (sets) => sets.reduce((cells, set) => cells.flatMap((cell) => [...set].map((code) => [...cell, code])), [[]]);

/**
 * What to count: { flow, sheet, header, roles, words, yearEnd, area, year, eachForm }. The header is the index of its row;
 * the roles are those of the columns in their order; the year is empty for all years.
 */
class Counter {
  constructor(request, vocabulary) {
    this.request = request;
    this.vocabulary = vocabulary;
    this.flow = vocabulary.flows[request.flow];
    this.rows = request.sheet.rows.slice(request.header + 1);
    this.columns = new Map();
    request.roles.forEach((role, i) => {
      if (role) this.columns.set(role, [...(this.columns.get(role) ?? []), i]);
    });
    this.fields = this.flow.fields.map((id) => new Field(id, vocabulary, request.area, request.words[id] ?? {}));
    this.blanks = new Set(vocabulary.blanks);
    this.totals = new Set(vocabulary.totals);
    this.victims = new Map(Object.entries(vocabulary.victims));
    for (const [word, code] of Object.entries(request.words[ROLE.VICTIM] ?? {})) this.victims.set(fold(word), code);
    this.dates = { [ROLE.DATE]: new Dates(), [ROLE.BIRTH]: new Dates(), [ROLE.YEAR]: new Dates() };
    this.salt = crypto.getRandomValues(new Uint8Array(32));
    this.byHash = new Map();
    this.cases = [];
    this.report = { rows: 0, used: 0, leftOut: {}, unknown: {}, unreadable: {}, anonymous: 0, dayAssumed: false };
  }

  has(role) {
    return this.columns.has(role);
  }

  cells(row, role) {
    return (this.columns.get(role) ?? []).map((i) => row.cells[i] ?? '');
  }

  isBlank(cell) {
    const folded = fold(cell);
    return folded === '' || this.blanks.has(folded);
  }

  check() {
    const once = ['SEX', 'AGE', ROLE.BIRTH, ROLE.DATE, ROLE.YEAR, ROLE.VICTIM];
    if (once.some((role) => (this.columns.get(role) ?? []).length > 1)) throw new Fault('twice');
    if (this.fields.some((field) => field.needed && !this.has(field.id))) throw new Fault('needed');
    if (!this.request.year && !this.has(ROLE.DATE) && !this.has(ROLE.YEAR)) throw new Fault('undated');
  }

  async count() {
    this.check();
    for (const role of [ROLE.DATE, ROLE.BIRTH]) {
      for (const row of this.rows) for (const cell of this.cells(row, role)) this.dates[role].watch(cell);
    }
    for (const field of this.fields) {
      for (const row of this.rows) for (const cell of this.cells(row, field.id)) field.watch(cell);
    }
    for (const row of this.rows) await this.add(row);
    const { report } = this;
    report.rows = this.rows.length;
    report.used = this.cases.length;
    report.dayAssumed = this.has(ROLE.BIRTH) && this.fields.some((field) => field.age)
      && (this.dates[ROLE.DATE].assumed || this.dates[ROLE.BIRTH].assumed);
    return { report, cells: this.crossing() };
  }

  async add(row) {
    const date = this.date(row);
    const reason = this.refuse(row, date);
    if (reason) {
      this.leftOut(reason);
      return;
    }
    const year = date ? String(date.year) : this.request.year;
    const found = this.fields.map((field) => (field.age ? this.ages(field, row, date, year) : this.codes(field, row)));
    if (this.fields.some((field, i) => field.unknown && found[i].has(field.total))) this.leftOut('NO_PERSON');
    else if (this.fields.some((field, i) => field.needed && found[i].size === 0)) this.leftOut('NO_CODE');
    else await this.place(row, { year, found });
  }

  leftOut(reason) {
    this.report.leftOut[reason] = (this.report.leftOut[reason] ?? 0) + 1;
  }

  refuse(row, date) {
    const describing = [...this.columns.keys()].filter((role) => role !== ROLE.DATE && role !== ROLE.YEAR)
      .flatMap((role) => this.cells(row, role));
    if (describing.every((cell) => this.isBlank(cell)) || this.cells(row, ROLE.PERSON).some((cell) => this.totals.has(fold(cell)))) {
      return 'NO_PERSON';
    }
    if (this.cells(row, ROLE.VICTIM).some((cell) => this.victims.get(fold(cell)) === 'N')) return 'NO_VICTIM';
    if (this.has(ROLE.DATE) || this.has(ROLE.YEAR)) {
      if (!date || date.year < this.flow.firstYear || date.year > this.flow.lastYear) return 'NO_YEAR';
    }
    return date && this.request.year && this.request.year !== String(date.year) ? 'OTHER_YEAR' : null;
  }

  date(row) {
    const read = (role) => this.cells(row, role).map((cell) => this.dates[role].read(cell)).find((found) => found) ?? null;
    const day = read(ROLE.DATE);
    const year = read(ROLE.YEAR);
    if (!year) return day;
    return day && day.year === year.year ? day : { year: year.year };
  }

  codes(field, row) {
    const found = new Set();
    for (const cell of this.cells(row, field.id)) {
      if (field.isBlank(cell)) continue;
      const whole = field.code(cell) !== null || !field.list;
      for (const part of whole ? [cell] : parts(cell)) {
        const known = field.code(part) !== null || !field.list;
        for (const word of known ? [part] : smallParts(part)) {
          const code = field.code(word);
          if (code !== null) found.add(code);
          else if (!field.isBlank(word)) this.unknown(field.id, word);
        }
      }
    }
    return found;
  }

  unknown(id, word) {
    const words = (this.report.unknown[id] ??= {});
    words[word] = (words[word] ?? 0) + 1;
  }

  ages(field, row, date, year) {
    const found = new Set();
    for (const cell of this.cells(row, ROLE.BIRTH)) {
      const birth = this.dates[ROLE.BIRTH].read(cell);
      const age = birth ? this.ageOf(birth, date, Number(year)) : -1;
      const code = age < 0 ? null : field.ofAge([age, age]);
      if (code !== null) found.add(code);
      else if (!this.isBlank(cell)) this.report.unreadable[ROLE.BIRTH] = (this.report.unreadable[ROLE.BIRTH] ?? 0) + 1;
    }
    return found.size > 0 ? found : this.codes(field, row);
  }

  /** Returns the age in completed years on the date of the row, or on 31 December; -1 before birth. */
  ageOf(birth, date, year) {
    const on = !this.request.yearEnd && date?.day ? date : { year, month: 12, day: 31 };
    if (!birth.day) return on.year - birth.year;
    const before = on.month < birth.month || (on.month === birth.month && on.day < birth.day);
    return on.year - birth.year - (before ? 1 : 0);
  }

  async place(row, person) {
    const identifiers = this.cells(row, ROLE.PERSON);
    if (identifiers.every((cell) => this.isBlank(cell))) {
      this.report.anonymous++;
      this.cases.push(person);
      return;
    }
    const hash = await this.hash([person.year, ...identifiers.map((cell) => plain(cell).toLowerCase())].join('\x1f'));
    const earlier = this.byHash.get(hash);
    if (!earlier) {
      this.byHash.set(hash, person);
      this.cases.push(person);
      return;
    }
    this.leftOut('SAME_PERSON');
    person.found.forEach((codes, i) => codes.forEach((code) => earlier.found[i].add(code)));
  }

  /** Returns a salted hash, which serves only to compare. Without a secure connection browsers offer no hashes. */
  async hash(identifier) {
    if (!crypto.subtle) return identifier;
    const text = new TextEncoder().encode(identifier);
    const salted = new Uint8Array(this.salt.length + text.length);
    salted.set(this.salt);
    salted.set(text, this.salt.length);
    return String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', salted)));
  }

  crossing() {
    const { area, eachForm } = this.request;
    const used = this.fields.map(() => new Set());
    const counts = new Map();
    const years = new Set();
    for (const { year, found } of this.cases) {
      const codes = this.fields.map((field, i) => {
        const mapped = this.has(field.id) || (field.age && this.has(ROLE.BIRTH));
        const all = field.withBroader(mapped ? field.resolve(found[i], area, eachForm) : []);
        all.forEach((code) => used[i].add(code));
        return all;
      });
      years.add(year);
      for (const cell of product([[year], ...codes])) {
        const key = cell.join('|');
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    const sorted = used.map((codes, i) => {
      const { positions } = this.fields[i];
      return [...codes].sort((one, other) => positions.get(one) - positions.get(other));
    });
    return product([[...years].sort(), ...sorted]).map((cell) => ({ codes: cell, value: counts.get(cell.join('|')) ?? 0 }));
  }
}

/** Counts the persons of a list: { report, cells }. A cell has the year and the codes of the fields, and their count. */
export function count(request, vocabulary) {
  return new Counter(request, vocabulary).count();
}

/** Returns the counts as SDMX-CSV, in the columns of a submission. */
export function csv(request, cells, vocabulary) {
  const flow = vocabulary.flows[request.flow];
  const rows = cells.map(({ codes, value }) => {
    const row = { ...flow.fixed, [flow.area]: request.area, [flow.time]: codes[0], [flow.measure]: value };
    const set = (id, text) => { if (flow.attributes.includes(id)) row[id] = text; };
    if (flow.status) row[flow.status] = 'A';
    if (request.roles.includes(ROLE.PERSON)) set('DEDUPLICATED', 'Y');
    flow.fields.forEach((id, i) => {
      const { total, several, age } = vocabulary.fields[id];
      row[id] = codes[i + 1];
      if (row[id] === total) return;
      if (several === 'MIXED' && request.eachForm) set('MULTI_RESPONSE', 'Y');
      if (age && request.roles.includes(ROLE.BIRTH)) {
        set('AGE_BASIS', `Age in completed years ${request.yearEnd ? 'on 31 December' : 'on the date of the case'}`);
      }
    });
    return row;
  });
  const attributes = flow.attributes.filter((id) => rows.some((row) => row[id] !== undefined));
  const columns = [...flow.dimensions, flow.measure, ...attributes];
  const lines = rows.map((row) => ['dataflow', flow.id, 'I', ...columns.map((id) => row[id] ?? '')].join(','));
  return [['STRUCTURE', 'STRUCTURE_ID', 'ACTION', ...columns].join(','), ...lines, ''].join('\n');
}
