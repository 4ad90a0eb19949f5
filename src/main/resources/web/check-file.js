// Checks a file without leaving the page: sends it, shows the report, offers the file with remarks. Every sentence comes
// from the page (template "sentences"), every piece of markup from its templates; nothing is put in as HTML.

const ROWS_AT_FIRST = 100;
const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

const byId = (id) => document.getElementById(id);
const language = document.documentElement.lang;
const numbers = new Intl.NumberFormat(`${language}-u-nu-latn`);
const plural = new Intl.PluralRules(language);
const sentences = new Map(
  [...byId('sentences').content.querySelectorAll('[data-key]')].map((p) => [p.dataset.key, p.textContent]));

/** A sentence with its blanks filled; the number n chooses between its forms. */
function say(key, values = {}) {
  const form = values.n === undefined ? key : `${key}.${plural.select(values.n)}`;
  const text = sentences.get(key) ?? sentences.get(form) ?? sentences.get(`${key}.other`) ?? key;
  return text.replace(/\{(\w+)\}/g, (blank, name) => {
    const value = values[name] ?? blank;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

function size(bytes) {
  if (bytes < 1000) return say('bytes', { n: bytes });
  if (bytes < 1e6) return say('kilobytes', { n: Math.round(bytes / 100) / 10 });
  return say('megabytes', { n: Math.round(bytes / 1e5) / 10 });
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

const copyOf = (template) => byId(template).content.firstElementChild.cloneNode(true);
const ruleAddress = (rule) => `/${language}/methods/rules/${encodeURIComponent(rule)}`;

function ruleLink(rule, text) {
  const link = element('a', text);
  link.href = ruleAddress(rule);
  return link;
}

// ---- The form

const form = byId('check-form');
const input = byId('file');
const drop = byId('drop');
const fault = byId('file-fault');
const choice = byId('dataflow');
const status = byId('check-status');
const result = byId('check-result');
let running = null;

function prepare() {
  byId('plain').hidden = true;
  byId('plain').disabled = true;
  byId('quick').hidden = false;
  byId('drop-hint').hidden = false;
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!running) check();
  });
  input.addEventListener('change', () => showFault(null));
  byId('cancel').addEventListener('click', () => running?.abort());
  byId('example')?.addEventListener('click', (event) => tryExample(event.currentTarget.dataset));
  prepareDrop();
}

function prepareDrop() {
  const hasFiles = (event) => event.dataTransfer?.types.includes('Files');
  // A file that misses the zone must not replace the page.
  for (const kind of ['dragover', 'drop']) {
    addEventListener(kind, (event) => hasFiles(event) && event.preventDefault());
  }
  drop.addEventListener('dragover', (event) => drop.classList.toggle('over', Boolean(hasFiles(event))));
  drop.addEventListener('dragleave', (event) => {
    if (!drop.contains(event.relatedTarget)) drop.classList.remove('over');
  });
  drop.addEventListener('drop', (event) => {
    drop.classList.remove('over');
    const files = event.dataTransfer?.files ?? [];
    if (files.length > 0 && !running) {
      take(files[0]);
      const sentence = files.length > 1 ? 'several' : 'dropped';
      status.textContent = say(sentence, { name: files[0].name, size: size(files[0].size) });
    }
  });
}

/** Puts a file into the form, as if it had been chosen there. */
function take(file) {
  const holder = new DataTransfer();
  holder.items.add(file);
  input.files = holder.files;
  showFault(null);
}

function tryExample(example) {
  if (running) return;
  take(new File([example.content], example.name, { type: 'text/csv' }));
  choice.value = example.dataflow;
  check();
}

function showFault(text) {
  fault.textContent = text ?? '';
  fault.hidden = text === null;
  drop.classList.toggle('faulty', text !== null);
  if (text === null) {
    input.removeAttribute('aria-invalid');
  } else {
    input.setAttribute('aria-invalid', 'true');
    input.focus();
  }
}

function faultOf(file) {
  const most = Number(form.dataset.limit);
  if (!file) return say('choose');
  return file.size > most
    ? say('tooLarge', { name: file.name, size: size(file.size), limit: form.dataset.limitWords })
    : null;
}

// ---- Sending

async function check() {
  const file = input.files[0];
  const problem = faultOf(file);
  showFault(problem);
  if (problem) return;
  const address = choice.selectedOptions[0].dataset.address;
  result.replaceChildren();
  status.textContent = say('checking', { name: file.name, size: size(file.size) });
  busy(new AbortController());
  try {
    const answer = await send(file, address, 'application/json', running.signal);
    show(answer.ok ? report(await answer.json(), file, address) : await refusal(answer));
  } catch (error) {
    if (error.name === 'AbortError') {
      status.textContent = say('stopped');
    } else {
      show(trouble(await explanation(file)));
    }
  } finally {
    busy(null);
  }
}

function busy(controller) {
  running = controller;
  byId('check-progress').hidden = !controller;
  byId('cancel').hidden = !controller;
  for (const id of ['submit', 'example']) byId(id)?.setAttribute('aria-disabled', String(Boolean(controller)));
}

function send(file, address, accept, signal) {
  const body = new FormData();
  body.append('file', file, file.name);
  return fetch(`${address}&lang=${language}`, { method: 'POST', body, headers: { Accept: accept }, signal });
}

/** Why no answer came: a file that cannot be read any more fails like a connection. */
async function explanation(file) {
  try {
    await file.slice(0, 1).arrayBuffer();
    return say('broken');
  } catch {
    return say('changed');
  }
}

function show(part) {
  result.replaceChildren(part);
  const verdict = part.querySelector('.verdict');
  status.textContent = '';
  verdict.focus();
}

// ---- What was refused

function trouble(detail, faults = [], note = '') {
  const part = copyOf('problem-template');
  part.querySelector('.verdict').textContent = say('failed');
  part.querySelector('.detail').textContent = detail;
  part.querySelector('.faults').replaceChildren(...faults.map((text) => element('li', text)));
  part.querySelector('.note').textContent = note;
  return part;
}

async function refusal(answer) {
  const problem = await answer.json().catch(() => ({}));
  const detail = [problem.title, problem.detail].filter(Boolean).join('. ').replaceAll('..', '.');
  const faults = (problem.errors ?? []).map((error) => error.message).filter((text) => text !== problem.detail);
  const wait = Number(answer.headers.get('Retry-After'));
  if (wait > 0) faults.push(say('wait', { n: wait }));
  return trouble(detail || say('broken'), faults, problem.requestId ? say('reference', { id: problem.requestId }) : '');
}

// ---- The report

function report(found, file, address) {
  const part = copyOf('report-template');
  part.classList.add(found.counts.error > 0 ? 'invalid' : found.counts.warning > 0 ? 'warned' : 'clean');
  part.querySelector('.verdict').textContent = verdict(found.counts);
  part.querySelector('.read').textContent = asRead(found.file);
  for (const [severity, n] of Object.entries(found.counts)) {
    const item = part.querySelector(`.counts .${severity}`);
    item.classList.toggle('some', n > 0);
    item.querySelector('strong').textContent = numbers.format(n);
    item.querySelector('span').textContent = say(severity, { n });
  }
  showCauses(part.querySelector('.causes'), found.summary);
  showFindings(part.querySelector('.findings'), found);
  showPassed(part.querySelector('.passed'), found.passed);
  part.querySelector('.download').addEventListener('click', () => download(file, address));
  return part;
}

function verdict(counts) {
  if (counts.error > 0) return say('invalid', { n: counts.error });
  return counts.warning > 0 ? say('warned', { n: counts.warning }) : say('clean');
}

function asRead(file) {
  const parts = [
    file.format?.toUpperCase(),
    file.encoding,
    file.delimiter && say(`delimiter.${DELIMITERS[file.delimiter]}`),
    file.headerLine && say('read.header', { n: file.headerLine }),
    say('read.rows', { n: file.rows }),
  ];
  return say('read', { parts: parts.filter(Boolean).join(', ') });
}

/** Only where one cause has several findings: else the table says it all. */
function showCauses(part, groups) {
  part.hidden = groups.every((group) => group.count === 1);
  part.querySelector('ol').replaceChildren(...groups.map((group) => {
    const item = element('li', undefined, group.severity);
    item.append(element('span', group.message), element('span', whereabouts(group), 'where'));
    return item;
  }));
}

function whereabouts(group) {
  const lines = group.firstLine === undefined
    ? null
    : say(group.firstLine === group.lastLine ? 'line' : 'lines', { from: group.firstLine, to: group.lastLine });
  const times = group.count > 1 ? say('times', { n: group.count }) : null;
  return [say(`severity.${group.severity}`), times, lines, group.column].filter(Boolean).join(' · ');
}

function showFindings(part, found) {
  const rows = part.querySelector('tbody');
  const all = part.querySelector('.all');
  const add = (findings) => rows.append(...findings.map(row));
  const tell = () => {
    const shown = rows.children.length;
    const whole = shown === found.findings.length;
    const sentence = say(whole ? 'shownMost' : 'shown', { shown, total: found.findingsTotal });
    part.querySelector('.shown').textContent = shown === found.findingsTotal ? '' : sentence;
    all.hidden = whole;
  };
  part.hidden = found.findings.length === 0;
  add(found.findings.slice(0, ROWS_AT_FIRST));
  tell();
  all.addEventListener('click', () => {
    const next = rows.children.length;
    add(found.findings.slice(next));
    tell();
    rows.children[next].tabIndex = -1;
    rows.children[next].focus();
  });
}

function row(finding) {
  const part = copyOf('finding-template');
  const cell = (name) => part.querySelector(`.${name}`);
  cell('line').textContent = finding.line === undefined ? say('wholeFile') : numbers.format(finding.line);
  cell('column').textContent = column(finding.column);
  cell('value').append(finding.value === undefined
    ? say('none')
    : element('code', finding.value === '' ? say('empty') : finding.value));
  const severity = cell('severity');
  severity.classList.add(finding.severity);
  severity.textContent = say(`severity.${finding.severity}`);
  severity.href = ruleAddress(finding.rule);
  cell('message').querySelector('span').textContent = finding.message;
  cell('fix').textContent = finding.fix || say('none');
  const suggestions = (finding.suggestions ?? []).flatMap((text) => [element('code', text), ' ']);
  cell('suggestions').classList.toggle('none', suggestions.length === 0);
  cell('suggestions').append(...(suggestions.length > 0 ? suggestions : [say('none')]));
  return part;
}

function column(place) {
  if (!place) return say('none');
  return place.letter ? say('column', { name: place.name, letter: place.letter }) : place.name;
}

function showPassed(part, rules) {
  part.hidden = rules.length === 0;
  part.querySelector('summary').textContent = say('passed', { n: rules.length });
  part.querySelector('ul').replaceChildren(...rules.map((rule) => {
    const item = element('li');
    item.append(ruleLink(rule, rule));
    return item;
  }));
}

/** The submitter's own file with what was found, made anew by the service and saved by the browser. */
async function download(file, address) {
  status.textContent = say('preparing');
  try {
    const answer = await send(file, address, 'text/csv');
    if (!answer.ok) {
      show(await refusal(answer));
      return;
    }
    const link = element('a');
    link.href = URL.createObjectURL(await answer.blob());
    link.download = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition'))?.[1] ?? 'report.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    status.textContent = say('ready');
  } catch {
    status.textContent = await explanation(file);
  }
}

prepare();
