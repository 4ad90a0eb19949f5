// Forms that send a file. The file field becomes a large button and drop area. Size and kind are checked before sending;
// sending shows its progress and can be stopped; after any failure the file stays chosen. The forms work without
// this script. All sentences come from the page (template "sentences").
import { announce } from './base.js';

const MILLIS_BETWEEN = 1_000;
const QUARTER = 25;

const byId = (id) => document.getElementById(id);
const language = document.documentElement.lang;
const numbers = new Intl.NumberFormat(`${language}-u-nu-latn`);
const sentences = new Map(
  [...byId('sentences').content.querySelectorAll('[data-key]')].map((p) => [p.dataset.key, p.textContent]));

/** The file sent last, for the forms of the returned page. */
let kept = null;
/** Stops the current request. */
let stop = null;

function say(key, values = {}) {
  return sentences.get(key).replace(/\{(\w+)\}/g, (blank, name) => {
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
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

// ---- Choosing

function give(input, file) {
  const holder = new DataTransfer();
  holder.items.add(file);
  input.files = holder.files;
}

function wrap(zone) {
  const input = zone.querySelector('input[type=file]');
  const label = zone.querySelector('label');
  const button = element('button', '', 'drop-button');
  const chosen = element('span', '', 'chosen');
  button.type = 'button';
  button.id = `${input.id}-button`;
  button.setAttribute('aria-labelledby', `${label.id} ${button.id}`);
  button.setAttribute('aria-describedby', input.getAttribute('aria-describedby'));
  button.append(chosen, ' ', element('span', say('chooseFile'), 'act'), ' ', element('span', say('orDrop'), 'or'));
  label.htmlFor = button.id;
  input.hidden = true;
  input.after(button);
  for (const link of document.querySelectorAll(`a[href="#${input.id}"]`)) link.hash = button.id;
  const show = () => {
    const [file] = input.files;
    // Isolated, because a Latin name would misplace the size in Arabic.
    const parts = file ? [element('bdi', file.name), ' · ', element('bdi', size(file.size))] : [say('noFile')];
    chosen.replaceChildren(...parts);
  };
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    show();
    mark(zone, '');
    if (input.files.length > 0) announce(say('chosen', { name: input.files[0].name, size: size(input.files[0].size) }));
    renewKey(input.form);
  });
  if (kept) give(input, kept);
  show();
  takeDrops(zone, input);
}

const hasFiles = (event) => Boolean(event.dataTransfer?.types.includes('Files'));

function takeDrops(zone, input) {
  const over = (is) => {
    if (zone.classList.contains('over') !== is) announce(say(is ? 'over' : 'left'));
    zone.classList.toggle('over', is);
  };
  zone.addEventListener('dragover', (event) => { if (hasFiles(event)) over(true); });
  zone.addEventListener('dragleave', (event) => { if (!zone.contains(event.relatedTarget)) over(false); });
  zone.addEventListener('drop', (event) => {
    const files = event.dataTransfer?.files ?? [];
    zone.classList.remove('over');
    if (files.length === 0 || stop) return;
    give(input, files[0]);
    input.dispatchEvent(new Event('change'));
    if (files.length > 1) announce(say('several', { name: files[0].name }));
  });
}

const randomKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');

/** Gives another file a new key, so that it is a new submission. */
function renewKey(form) {
  const key = form.querySelector('input[name=key]');
  if (key && form.dataset.tried) key.value = randomKey();
}

// ---- Checks before sending

function mark(field, text) {
  const place = field.querySelector('.fault');
  place.textContent = text;
  place.hidden = text === '';
  field.classList.toggle('faulty', text !== '');
  const select = field.querySelector('select');
  if (text === '') select?.removeAttribute('aria-invalid');
  else select?.setAttribute('aria-invalid', 'true');
}

function faultOf(zone, input) {
  const [file] = input.files;
  if (!file) return say('missing');
  const name = file.name;
  if (!input.accept.split(',').some((ending) => name.toLowerCase().endsWith(ending))) return say('wrongKind', { name });
  if (file.size === 0) return say('empty', { name });
  if (file.size <= Number(zone.dataset.limit)) return '';
  return say('tooLarge', { name, size: size(file.size), limit: zone.dataset.limitWords });
}

/** Marks faulty fields and lists them at the top of the page. Returns true if any. */
function refused(form) {
  const faults = [];
  const judge = (field, target, text) => {
    mark(field, text);
    if (text !== '') faults.push([target, text]);
  };
  for (const select of form.querySelectorAll('select[data-missing]')) {
    judge(select.closest('.field'), select.id, select.value === '' ? select.dataset.missing : '');
  }
  for (const zone of form.querySelectorAll('[data-drop]')) {
    const input = zone.querySelector('input');
    judge(zone, `${input.id}-button`, faultOf(zone, input));
  }
  summarise(faults);
  return faults.length > 0;
}

function summarise(faults) {
  byId('errors')?.remove();
  if (faults.length === 0) return;
  const template = byId('errors-template');
  const summary = template.content.firstElementChild.cloneNode(true);
  summary.querySelector('ul').append(...faults.map(([target, text]) => {
    const link = element('a', text);
    link.href = `#${target}`;
    const item = document.createElement('li');
    item.append(link);
    return item;
  }));
  document.querySelector('main .head').prepend(summary);
  const failed = template.dataset.failed;
  if (!document.title.startsWith(failed)) document.title = `${failed} ${document.title}`;
  summary.focus();
}

// ---- Sending

/** Shows the progress; percent is null if unknown. */
function tell(text, percent) {
  byId('sending').hidden = false;
  byId('sending-text').textContent = text;
  if (percent === null) byId('sending-part').removeAttribute('value');
  else byId('sending-part').value = percent;
}

/** Shows why sending failed and how to continue. */
function end(form, tone, parts, again) {
  stop = null;
  form.removeAttribute('aria-busy');
  byId('sending').hidden = true;
  const box = byId('sending-end');
  box.className = `notice stack ${tone}`;
  box.replaceChildren(...parts.map((part) => (typeof part === 'string' ? element('p', part) : part)));
  if (again) {
    const button = element('button', say('again'));
    button.type = 'button';
    button.addEventListener('click', again);
    const line = document.createElement('p');
    line.append(button);
    box.append(line);
  }
  box.hidden = false;
  box.querySelector('button')?.focus();
}

function send(form, submitter) {
  const file = form.querySelector('input[type=file]')?.files[0] ?? null;
  const name = file?.name ?? '';
  const body = new FormData(form);
  if (submitter?.name) body.append(submitter.name, submitter.value);
  const request = new XMLHttpRequest();
  const state = { percent: 0, told: -1, arrived: false };
  const again = () => send(form, submitter);
  const key = form.dataset.progress ? randomKey() : null;
  if (key) body.append('progress', key);
  kept = file ?? kept;
  form.dataset.tried = 'yes';
  form.setAttribute('aria-busy', 'true');
  stop = () => request.abort();
  byId('sending-end').hidden = true;
  byId('sending-cancel').hidden = false;
  const progress = (percent) => {
    state.percent = percent;
    tell(say('sending', { name, percent }), percent);
    const quarter = Math.floor(percent / QUARTER);
    if (quarter > state.told) announce(say('sending', { name, percent: quarter * QUARTER }));
    state.told = Math.max(state.told, quarter);
  };
  progress(0);
  request.upload.addEventListener('progress', ({ loaded, total }) => progress(Math.floor((100 * loaded) / (total || 1))));
  request.upload.addEventListener('load', () => {
    progress(100);
    state.arrived = true;
    tell(say('checking', { name }), null);
    // The file may be stored by now; aborting would not undo it.
    byId('sending-cancel').hidden = form.dataset.upload === 'kept';
    if (key) watch(`${form.dataset.progress}${key}`, request);
  });
  request.addEventListener('load', () => answered(request, form, again));
  request.addEventListener('error', async () => end(form, 'error', [await explain(file, state)], again));
  request.addEventListener('abort', () => {
    end(form, 'info', [say('stopped')]);
    (submitter ?? form.querySelector('button[type=submit]')).focus();
  });
  request.open('POST', submitter?.hasAttribute('formaction') ? submitter.formAction : form.action);
  request.setRequestHeader('Prefer', 'return=minimal');
  request.send(body);
}

/** Shows the progress of the check until its answer comes. */
function watch(place, request) {
  setTimeout(async () => {
    // Not answered or stopped yet.
    const isAwaited = () => request.readyState === XMLHttpRequest.OPENED;
    if (!isAwaited()) return;
    try {
      const answer = await fetch(place);
      const reached = answer.status === 200 ? await answer.json() : null;
      if (reached && isAwaited()) {
        tell(reached.stage === 'reading' ? say('reading', reached) : say('comparing', reached), reached.percent);
      }
    } catch {
      // Only the progress is missing.
    }
    watch(place, request);
  }, MILLIS_BETWEEN / 2);
}

/** Says why no answer came: the connection or an unreadable file. */
async function explain(file, state) {
  try {
    await file?.slice(0, 1).arrayBuffer();
  } catch {
    return say('changed');
  }
  return state.arrived ? say('brokenLate') : say('broken', { percent: state.percent });
}

function answered(request, form, again) {
  const place = request.getResponseHeader('Location');
  if (request.status === 201) location.assign(place);
  else if (request.status === 202) follow(place, form);
  else if (!swap(request.responseText, form)) end(form, 'error', problem(request.responseText), again);
}

/** Reads a page about a problem. */
function problem(text) {
  const page = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
  const parts = [...(page?.querySelectorAll('h1, h1 ~ p') ?? [])];
  return parts.length > 0 ? parts.map((part) => (part.matches('h1') ? element('h2', part.textContent) : part)) : [say('failed')];
}

// ---- Long checks

function follow(place, form) {
  let timer = null;
  byId('sending-cancel').hidden = false;
  stop = () => {
    const body = new URLSearchParams({ 'form-token': form.querySelector('input[name=form-token]').value });
    fetch(`${place}/cancel`, { method: 'POST', body }).catch(() => {});
  };
  const look = async () => {
    const answer = await fetch(place, { headers: { Prefer: 'return=minimal' } });
    if (answer.status === 201) {
      location.assign(answer.headers.get('Location'));
      return;
    }
    const text = await answer.text();
    const page = new DOMParser().parseFromString(text, 'text/html');
    const part = page.querySelector('main progress');
    if (part) {
      tell(page.querySelector('main .lead').textContent, part.value);
      timer = setTimeout(() => look().catch(wait), MILLIS_BETWEEN);
    } else {
      end(form, (answer.ok && 'info') || 'error', problem(text));
    }
  };
  // A lost connection loses nothing: the job goes on.
  const wait = () => { clearTimeout(timer); timer = setTimeout(() => look().catch(wait), 3 * MILLIS_BETWEEN); };
  look().catch(wait);
}

// ---- The returned page

const repairs = () => [...document.querySelectorAll('input[name=apply]')];

/** Replaces this page by a returned one with such a form. Returns false for any other page. */
function swap(text, form) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const narrowed = form.dataset.again !== undefined;
  if (!page.getElementById('sending')) return false;
  stop = null;
  document.title = page.title;
  const ticks = new Map(repairs().map((box) => [box.value, box.checked]));
  byId('content').replaceChildren(...page.querySelector('main').childNodes);
  if (narrowed) for (const box of repairs()) box.checked = ticks.get(box.value) ?? box.checked;
  prepare();
  const first = narrowed ? byId('cells') : byId('errors') ?? document.querySelector('main h1');
  first?.setAttribute('tabindex', '-1');
  first?.focus();
  if (!narrowed) scrollTo(0, 0);
  return true;
}

function onSubmit(event) {
  const form = event.currentTarget;
  const { submitter } = event;
  const repeats = form.dataset.again !== undefined;
  // Another page takes over.
  if (submitter?.dataset.leaves !== undefined) return;
  // The browser itself handles downloads.
  if (repeats && submitter?.hasAttribute('formaction')) {
    if (submitter.dataset.none && !document.querySelector('input[name=apply]:checked')) {
      event.preventDefault();
      summarise([[submitter.id, submitter.dataset.none]]);
      return;
    }
    announce(say('making'));
    return;
  }
  event.preventDefault();
  if (stop || form.getAttribute('aria-busy') === 'true') return;
  if (!repeats && submitter?.name !== 'example' && refused(form)) return;
  send(form, submitter);
}

function prepare() {
  for (const zone of document.querySelectorAll('[data-drop]')) wrap(zone);
  for (const form of document.querySelectorAll('form[data-upload], form[data-again]')) {
    form.addEventListener('submit', onSubmit);
    form.removeAttribute('aria-busy');
  }
  const field = document.querySelector('[data-again-file]');
  if (field && kept) {
    give(field.querySelector('input'), kept);
    field.hidden = true;
  }
  byId('sending-cancel').addEventListener('click', () => stop?.());
}

// A file dropped elsewhere must not replace the page.
for (const kind of ['dragover', 'drop']) {
  addEventListener(kind, (event) => { if (hasFiles(event)) event.preventDefault(); });
}
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
prepare();
