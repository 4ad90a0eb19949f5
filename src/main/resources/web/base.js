// What every page gets from scripts: nothing that it needs, only what makes it quicker. Each part looks for its mark in the
// page (data-…) and leaves alone what has none. Sentences come from the page.

/** The colour behind a custom property of the stylesheet, as the page has it now (light or dark). */
export function colour(name) {
  const probe = document.createElement('span');
  probe.className = 'aside';
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

/** Says a sentence to screen readers, politely, in the one live region of the page. */
export function announce(sentence) {
  let region = document.getElementById('announcements');
  if (!region) {
    region = document.createElement('p');
    region.id = 'announcements';
    region.className = 'aside';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = sentence;
}

/** After a form with faults the summary of them comes first. */
function focusErrors() {
  document.getElementById('errors')?.focus();
}

/** A form is sent once, however often its button is pressed; but for those (data-again) that bring files to download. */
function sendOnce() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented || form.dataset.again !== undefined) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  });
  // A page that comes back from the browser's memory can be sent anew.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    }
  });
}

/** Buttons that copy the text of an element: data-copy holds its id, data-done what to say afterwards. */
function copyButtons() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    if (!document.getElementById(button.dataset.copy) || !navigator.clipboard) continue;
    button.hidden = false;
    const own = button.textContent;
    button.addEventListener('click', async () => {
      // What stands there now: a map's code changes with its year.
      const source = document.getElementById(button.dataset.copy);
      await navigator.clipboard.writeText(source.textContent.replace(/\s+/g, ' ').trim());
      announce(button.dataset.done);
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = own; }, 2_000);
    });
  }
}

/** Buttons that print the page. */
function printButtons() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}

/** Addresses that people copy begin with where this website is. */
function fullAddresses() {
  for (const part of document.querySelectorAll('[data-origin]')) part.textContent = location.origin + part.textContent;
}

/** Times (UTC in the page) also as the reader's clock has them, where it shows another hour. */
function localTimes() {
  const format = new Intl.DateTimeFormat(
    `${document.documentElement.lang}-u-nu-latn`,
    { dateStyle: 'medium', timeStyle: 'short' });
  for (const time of document.querySelectorAll('time[datetime]')) {
    const instant = new Date(time.dateTime);
    if (!Number.isNaN(instant.getTime()) && instant.getTimezoneOffset() !== 0) time.title = format.format(instant);
  }
}

/** A moment that matters is told in the reader's own time as well: data-at has it, or the field (UTC) named by data-input. */
function ownTimes() {
  const format = new Intl.DateTimeFormat(
    `${document.documentElement.lang}-u-nu-latn`,
    { dateStyle: 'long', timeStyle: 'long' });
  for (const place of document.querySelectorAll('[data-at], [data-input]')) {
    const say = (instant) => {
      place.hidden = Number.isNaN(instant.getTime());
      if (!place.hidden) place.textContent = place.dataset.text.replace('%', format.format(instant));
    };
    const field = document.getElementById(place.dataset.input);
    if (field) field.addEventListener('input', () => say(new Date(`${field.value}Z`)));
    say(new Date(field ? `${field.value}Z` : place.dataset.at));
  }
}

/** A table of years that is wider than its place shows the newest first: that is what people come for. */
function newestYears() {
  for (const table of document.querySelectorAll('.scroller > table.grid')) {
    const last = table.tHead?.rows[0]?.lastElementChild;
    if (!/^\d{4}$/.test(last?.textContent.trim() ?? '')) continue;
    const scroller = table.parentElement;
    const beyond = scroller.scrollWidth - scroller.clientWidth;
    scroller.scrollLeft = document.documentElement.dir === 'rtl' ? -beyond : beyond;
  }
}

focusErrors();
sendOnce();
copyButtons();
printButtons();
fullAddresses();
localTimes();
ownTimes();
newestYears();
