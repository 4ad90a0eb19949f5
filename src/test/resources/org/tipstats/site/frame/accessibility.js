/*
 * Runs the axe rules of WCAG level AA, with those for target size, and of best practice. Returns one line for each element
 * at fault.
 *
 * Contrast takes most of the time of axe: it asks what lies below each text. Texts of the same classes in the same ancestors
 * that have the same computed colours also have the same contrast, so only the first text of each such look is checked.
 */
async (contrast) => {
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
  firstOfEachLook().forEach((element) => element.setAttribute(MARK, ''));
  axe.configure({ rules: [{ id: 'color-contrast', selector: `[${MARK}]` }] });
  try {
    return faults(await axe.run(document, {
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: contrast } },
    }));
  } finally {
    document.querySelectorAll(`[${MARK}]`).forEach((element) => element.removeAttribute(MARK));
  }
}
