// Makes every page quicker to use; no page needs it. Each part finds its elements by their mark (data-…) and leaves all
// others alone. Sentences come from the page.

/**
 * Returns the present colour of a custom property of the stylesheet (light or dark). If the system sets the colours, it is one of
 * these, unless forced is 'none'.
 */
export function colour(name, forced = 'auto') {
  const probe = document.createElement('span');
  probe.className = 'aside';
  probe.style.color = `var(${name})`;
  probe.style.forcedColorAdjust = forced;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

/** Announces a sentence to screen readers in the page's only live region. */
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

/** Focuses the summary of a form's faults. */
function focusErrors() {
  document.getElementById('errors')?.focus();
}

/** Sends a form once, however often its button is pressed. Exception: data-again, for forms that download files. */
function sendOnce() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented || form.dataset.again !== undefined) return;
    // The page stays when the answer is a download.
    if (event.submitter?.dataset.stays !== undefined) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  });
  // A page restored from the browser's cache can be sent again.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    }
  });
}

/** Buttons that copy an element's text: data-copy is its id, data-done the message afterwards. */
function copyButtons(root) {
  for (const button of root.querySelectorAll('[data-copy]')) {
    if (!document.getElementById(button.dataset.copy) || !navigator.clipboard) continue;
    button.hidden = false;
    const own = [...button.childNodes];
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copy);
      await navigator.clipboard.writeText(source.textContent.replace(/\s+/g, ' ').trim());
      announce(button.dataset.done);
      button.textContent = button.dataset.done;
      setTimeout(() => button.replaceChildren(...own), 2_000);
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

/** Puts this website's origin before addresses to copy. */
function fullAddresses() {
  for (const part of document.querySelectorAll('[data-origin]')) part.textContent = location.origin + part.textContent;
}

/** Writes times as the sentences of the page do: the day before the month in English, and the digits 0 to 9. */
function timeFormat(style) {
  const { lang } = document.documentElement;
  return new Intl.DateTimeFormat(`${lang === 'en' ? 'en-GB' : lang}-u-nu-latn`, style);
}

/** Adds the reader's local time to times in UTC, if it differs. */
function localTimes() {
  const format = timeFormat({ dateStyle: 'medium', timeStyle: 'short' });
  for (const time of document.querySelectorAll('time[datetime]')) {
    const instant = new Date(time.dateTime);
    if (!Number.isNaN(instant.getTime()) && instant.getTimezoneOffset() !== 0) time.title = format.format(instant);
  }
}

/** Shows important times also in local time: that of data-at, or of the field (UTC) named by data-input. */
function ownTimes() {
  const format = timeFormat({ dateStyle: 'long', timeStyle: 'long' });
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

/** The part of a table's place that row heads may take and still leave room for figures. */
const MOST_HEADS = 0.6;

const widthOf = (cells) => cells.reduce((sum, cell) => sum + cell.offsetWidth, 0);

/** Widens the first column of a wide table, so that no year is partly under the heads when the newest are in sight. */
function showWholeYears(heads, years, visible) {
  let rest = visible - widthOf(heads);
  for (const year of years.reverse()) {
    if (year.offsetWidth > rest) break;
    rest -= year.offsetWidth;
  }
  heads[0].style.minInlineSize = `${heads[0].offsetWidth + rest}px`;
}

/** Keeps all heads of a row in sight, one after the other. */
function holdHeads(table, heads) {
  table.parentElement.style.scrollPaddingInlineStart = `${widthOf(heads)}px`;
  // One head stays by the style sheet alone. A custom property would cost the styles of all cells.
  if (heads.length === 1) return;
  heads.forEach((head, i) => table.style.setProperty(`--head-${i + 1}`, `${widthOf(heads.slice(0, i))}px`));
  table.classList.add('held');
}

/** Scrolls a wide table to its newest years, which readers want most, if the heads of the rows stay in sight. */
function newestYears(root) {
  for (const table of root.querySelectorAll('.scroller > table.grid')) {
    const cells = [...(table.tHead?.rows[0]?.cells ?? [])];
    const { clientWidth } = table.parentElement;
    if (!/^\d{4}\b/.test(cells.at(-1)?.textContent.trim() ?? '') || table.offsetWidth <= clientWidth) continue;
    const count = table.tBodies[0].rows[0].querySelectorAll('th').length;
    const heads = cells.slice(0, count);
    if (widthOf(heads) > MOST_HEADS * clientWidth) continue;
    showWholeYears(heads, cells.slice(count), clientWidth);
    holdHeads(table, heads);
    const beyond = table.offsetWidth - clientWidth;
    table.parentElement.scrollLeft = document.documentElement.dir === 'rtl' ? -beyond : beyond;
  }
}

/** Prepares a part of the page. Scripts that replace a part call it again. */
export function prepare(root) {
  copyButtons(root);
  newestYears(root);
}

focusErrors();
sendOnce();
printButtons();
fullAddresses();
localTimes();
ownTimes();
prepare(document);
