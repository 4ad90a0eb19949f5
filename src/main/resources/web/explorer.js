// Makes the boxes of choices quicker: a search field in long ones, "all" excludes single codes and the reverse, and a
// count of the choices. The form works without this script.

const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[أإآ]/g, 'ا').toLowerCase();

function searchable(box) {
  const fieldset = box.querySelector('fieldset');
  const labels = [...fieldset.querySelectorAll('label')];
  const texts = labels.map((label) => plain(label.textContent));
  const field = document.createElement('input');
  field.type = 'search';
  field.setAttribute('aria-label', box.dataset.search);
  field.placeholder = box.dataset.search;
  field.autocomplete = 'off';
  field.addEventListener('input', () => {
    const wanted = plain(field.value.trim());
    labels.forEach((label, i) => { label.hidden = !texts[i].includes(wanted); });
  });
  field.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  fieldset.before(field);
}

function allOrSome(box) {
  const [all, ...some] = box.querySelectorAll('input[type=checkbox]');
  box.addEventListener('change', (event) => {
    if (event.target === all && all.checked) some.forEach((one) => { one.checked = false; });
    else if (some.includes(event.target) && event.target.checked) all.checked = false;
  });
}

for (const box of document.querySelectorAll('.filters details')) {
  allOrSome(box);
  if (box.dataset.search) searchable(box);
}
