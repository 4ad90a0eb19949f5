// Changes the year of a map quickly: adds a slider to the list of years, fetches the page of the chosen year, and replaces
// only the map and the list. Each year's page has its own address.
import { announce } from './base.js';

const part = () => document.getElementById('map');

function address(year) {
  const form = part().querySelector('form.map-choice');
  const years = form.querySelector('#map-year');
  const query = new URLSearchParams(new FormData(form));
  query.set(years.name, year);
  return `${form.getAttribute('action')}?${query}`;
}

/** The address requested last. Answers to earlier requests are dropped. */
let wanted;

/** Updates the citation and the embedding code to the year. */
function follow(page) {
  for (const id of ['cite-link', 'embed-code', 'embed-alone']) {
    const here = document.getElementById(id);
    const there = page.getElementById(id);
    if (!here || !there) continue;
    here.replaceWith(there);
  }
}

async function show(href, focus) {
  wanted = href;
  part().setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(href);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (wanted !== href) return;
    const after = page.getElementById('map');
    if (!answer.ok || !after) throw new Error(`${answer.status}`);
    part().replaceWith(after);
    follow(page);
    history.replaceState(null, '', href);
    document.title = page.title;
    enhance();
    part().querySelector(focus)?.focus();
    announce(part().querySelector('figcaption h2').textContent);
  } catch {
    if (wanted === href) location.assign(href);
  }
}

function slider(years) {
  const values = [...years.options].map((option) => option.value);
  const range = document.createElement('input');
  range.type = 'range';
  range.className = 'year-range';
  range.min = 0;
  range.max = values.length - 1;
  range.value = years.selectedIndex;
  range.setAttribute('aria-label', years.labels[0].textContent);
  range.setAttribute('aria-valuetext', years.value);
  range.addEventListener('input', () => {
    years.selectedIndex = range.value;
    range.setAttribute('aria-valuetext', years.value);
  });
  range.addEventListener('change', () => show(address(values[range.value]), '.year-range'));
  years.closest('.years-of').after(range);
}

function enhance() {
  const years = document.getElementById('map-year');
  if (!years) return;
  slider(years);
  for (const step of part().querySelectorAll('a.step')) {
    step.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(step.href, `a.step[rel=${step.rel}], .year-range`);
    });
  }
}

enhance();
