// Makes the boxes of choices quicker: a search field in long ones, which finds names in all languages and codes; "all"
// excludes single codes and the reverse. The form works without this script.

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

function searchable(box) {
  const fieldset = box.querySelector('fieldset');
  const labels = [...fieldset.querySelectorAll('label')];
  const texts = labels.map((label) => plain(label.querySelector('span').textContent));
  const field = document.createElement('input');
  field.type = 'search';
  field.setAttribute('aria-label', box.dataset.search);
  field.placeholder = box.dataset.search;
  field.autocomplete = 'off';
  const none = document.createElement('p');
  none.className = 'hint';
  none.setAttribute('role', 'status');
  const show = () => {
    const wanted = plain(field.value).trim();
    labels.forEach((label, i) => { label.hidden = !matches(texts[i], wanted); });
    none.textContent = labels.every((label) => label.hidden) ? box.dataset.none : '';
  };
  field.addEventListener('focus', async () => {
    const names = box.dataset.codelist ? await namesOf(box.dataset.codelist).catch(() => new Map()) : new Map();
    labels.forEach((label, i) => { texts[i] += plain(names.get(label.control.value) ?? ''); });
    show();
  }, { once: true });
  field.addEventListener('input', show);
  field.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  fieldset.before(field, none);
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
