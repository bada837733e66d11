// What is wrong with a page as it stands. These functions run in the page.

/** The rules that axe-core holds pages against. */
export const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core finds, a line each. */
export async function axe(tags) {
  // What is laid out when one comes near it is judged as if one had.
  for (const element of document.querySelectorAll('main *')) {
    if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible';
  }
  // Without preloading: it asks for the style sheet again, which a browser refuses to a file's script.
  const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations', 'incomplete'], elementRef: true, preload: false };
  const { violations, incomplete } = await globalThis.axe.run(document, options);
  // Motifs keep axe-core from measuring what stands on patches: `patches` does it in its place. Names on the map
  // have the colour of small print, which is measured elsewhere, and the ground of the page or of a sheet.
  const unsure = incomplete.filter(({ id }) => id === 'color-contrast')
    .map((rule) => ({ ...rule, nodes: rule.nodes.filter((node) => !node.element.closest('[class*="patch-"], .map')) }));
  return [...violations, ...unsure].flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
}

/** Whether the page scrolls sideways, and because of what; which text is cut. */
export function sideways() {
  const found = [];
  const room = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth > innerWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > room + 1);
    found.push(`scrolls sideways: ${wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 90)).join(' | ')}`);
  }
  for (const element of document.querySelectorAll('main *:not(.visually-hidden, input)')) {
    const { overflowX } = getComputedStyle(element);
    if (['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1) {
      found.push(`is cut: ${element.outerHTML.slice(0, 90)}`);
    }
  }
  return found;
}
