/*
 * Runs the axe rules of WCAG level AA, with those for target size, and of best practice. Returns one line for each element
 * at fault.
 *
 * Contrast takes most of the time of axe: it asks what lies below each text. Texts of the same classes in the same ancestors
 * that have the same computed colours also have the same contrast, so only the first text of each such look is checked.
 *
 * A page from right to left has the elements of the page from left to right. So it is checked only for what depends on the
 * language, such as names, and on the place of things.
 */
async (leftToRight) => {
  const faults = (result) => result.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} (${rule.help})`));

  const looks = new Map();

  /** Returns what decides on the background of an element: its place in the page and the colours up to the root. */
  const groundOf = (element) => {
    if (element === null) return '';
    if (!looks.has(element)) {
      const style = getComputedStyle(element);
      looks.set(element, [groundOf(element.parentElement), element.tagName, element.getAttribute('class'), style.position,
        style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.visibility, style.display].join());
    }
    return looks.get(element);
  };

  const lookOf = (element) => {
    const style = getComputedStyle(element);
    return [groundOf(element), style.color, style.fill, style.fontSize, style.fontWeight, style.textShadow,
      element.disabled, element.ariaDisabled].join();
  };

  const hasText = (element) => element.matches('input, select, textarea')
    || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');

  const firstOfEachLook = () => {
    const first = new Map();
    for (const element of document.body.querySelectorAll('*')) {
      if (hasText(element)) {
        const look = lookOf(element);
        if (!first.has(look)) first.set(look, element);
      }
    }
    return [...first.values()];
  };

  const MARK = 'data-contrast';
  const LANGUAGE_AND_PLACE = ['aria-command-name', 'aria-input-field-name', 'aria-meter-name', 'aria-progressbar-name',
    'aria-toggle-field-name', 'button-name', 'document-title', 'empty-heading', 'empty-table-header', 'frame-title',
    'html-has-lang', 'html-lang-valid', 'image-alt', 'image-redundant-alt', 'input-button-name', 'label', 'landmark-unique',
    'link-name', 'role-img-alt', 'scrollable-region-focusable', 'select-name', 'summary-name', 'svg-img-alt',
    'table-duplicate-name', 'target-size', 'valid-lang'];

  const rulesOf = () => {
    if (!leftToRight) return { runOnly: { type: 'rule', values: LANGUAGE_AND_PLACE } };
    firstOfEachLook().forEach((element) => element.setAttribute(MARK, ''));
    axe.configure({ rules: [{ id: 'color-contrast', selector: `[${MARK}]` }] });
    return { rules: { 'target-size': { enabled: true } } };
  };

  try {
    // No rule here reads style sheets or films, which axe would fetch again.
    return faults(await axe.run(document, { resultTypes: ['violations'], preload: false, ...rulesOf() }));
  } finally {
    document.querySelectorAll(`[${MARK}]`).forEach((element) => element.removeAttribute(MARK));
  }
}
