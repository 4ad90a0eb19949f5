// Shows the name, value and status of a country or area when the pointer, or a finger, is on its shape, and offers the map
// as a picture (PNG). The list beside the map has all values without this script.
import { png, save } from './charts.js';

const GAP = 12;

/** Makes a tooltip for the shapes of a map. A touch shows it with a link; elsewhere a click follows the link of the shape. */
function tooltip(map) {
  const box = document.createElement('div');
  box.className = 'tip map-tip';
  box.hidden = true;
  map.after(box);
  const hide = () => { box.hidden = true; };
  const show = (shape, x, y, touched) => {
    const [name, ...rest] = shape.dataset.says.split('\n');
    const head = document.createElement('strong');
    head.textContent = name;
    box.replaceChildren(head, ...rest.map((text) => {
      const line = document.createElement('span');
      line.textContent = text;
      return line;
    }));
    if (touched && shape.href) {
      const link = document.createElement('a');
      link.href = shape.href.baseVal;
      link.textContent = map.dataset.open;
      box.append(link);
    }
    box.hidden = false;
    const frame = box.offsetParent.getBoundingClientRect();
    const left = Math.min(x - frame.left + GAP, frame.width - box.offsetWidth);
    box.style.transform = `translate(${Math.max(0, left)}px, ${y - frame.top + GAP}px)`;
  };
  for (const shape of map.querySelectorAll('a, g')) {
    const title = shape.querySelector('title');
    if (!title) continue;
    shape.dataset.says = title.textContent;
    title.remove();
    let touched = false;
    shape.addEventListener('pointerdown', (event) => { touched = event.pointerType === 'touch'; });
    shape.addEventListener('pointermove', (event) => {
      if (event.pointerType !== 'touch') show(shape, event.clientX, event.clientY, false);
    });
    shape.addEventListener('pointerleave', (event) => { if (event.pointerType !== 'touch') hide(); });
    shape.addEventListener('click', (event) => {
      if (!touched) return;
      event.preventDefault();
      show(shape, event.clientX, event.clientY, true);
    });
  }
  document.addEventListener('pointerdown', (event) => { if (!box.contains(event.target)) hide(); });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
}

const known = new WeakSet();

/** Prepares the maps of a part of the page. */
export function prepare(root) {
  for (const map of root.querySelectorAll('.world-map')) {
    if (known.has(map)) continue;
    known.add(map);
    tooltip(map);
    const button = map.closest('figure').querySelector('[data-png]');
    button.hidden = false;
    button.addEventListener('click', async () => save(await png(button.dataset.png), 'tipstats-map.png'));
  }
}

prepare(document);
