// Draws every <figure class="chart" data-chart="line|bar|stacked|share|multiples" data-table="id of a table"> from the cells
// of that table and nothing else: data-v is the value as the API writes it, data-s the sign beside or in place of it,
// data-l and data-h its bounds, data-b why no line may lead to it (reporters or definition), data-n and data-p who
// reported, data-o that few did, data-q its share in percent and data-w the base of the share. Rows with a colour (data-c)
// are drawn; the shares of rows with the same data-g add up. A chart shows nothing that its table withholds.
import { colour } from './base.js';

const MOST_LABELS = 60;
const LEAST_LABELLED = 6;
const WIDE = 500;
const SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];
const SVG = 'http://www.w3.org/2000/svg';

let library;
const echarts = () => (library ??= import('./echarts.js'));

function own(cell) {
  const copy = cell.cloneNode(true);
  copy.querySelectorAll('.aside').forEach((aside) => aside.remove());
  return copy.textContent.trim();
}

/** Returns the text of a cell, with the words of its sign after the sign. */
function textOf(cell) {
  const copy = cell.cloneNode(true);
  for (const sign of copy.querySelectorAll('.sign[aria-label]')) sign.append(` ${sign.getAttribute('aria-label')}`);
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

/** Reads a table. */
export function read(table) {
  const corners = table.querySelectorAll('thead th:not(.n)').length;
  const categories = [...table.querySelectorAll('thead th')].slice(corners).map(own);
  const number = (text) => (text === undefined ? null : Number(text));
  const series = [...table.querySelectorAll('tbody tr')].map((row) => ({
    name: [...row.querySelectorAll('th')].map((head) => head.textContent.trim()).join(' · '),
    colour: row.dataset.c,
    whole: row.dataset.g,
    cells: [...row.querySelectorAll('td')].map((cell) => ({
      value: number(cell.dataset.v),
      low: number(cell.dataset.l),
      high: number(cell.dataset.h),
      sign: cell.dataset.s,
      percent: number(cell.dataset.q),
      base: cell.dataset.w,
      broken: cell.dataset.b,
      reporting: cell.dataset.n,
      covered: cell.dataset.p,
      hollow: 'o' in cell.dataset,
      text: textOf(cell),
      shown: own(cell),
    })),
  }));
  return { categories, series };
}

const drawn = (series) => series.filter((one) => one.colour);
// Bars of one colour could not be told apart.
const tintOf = (one) => colour(`--${one.colour}`, 'none');
const shapeOf = (one) => SHAPES[Number(one.colour.slice(1)) - 1];

const page = () => ({
  ink: colour('--ink'),
  quiet: colour('--ink-2'),
  line: colour('--line'),
  edge: colour('--edge'),
  ground: colour('--bg'),
  // The library does not escape it in attributes.
  font: getComputedStyle(document.body).fontFamily.replaceAll('"', "'"),
});

/** Writes a number as the table does. A rate keeps its decimals. */
function written(number, digits = Number.isInteger(number) ? 0 : 4) {
  return new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-latn`, { minimumFractionDigits: digits }).format(number);
}

/** Makes a tooltip of elements, because the security policy forbids markup in texts. */
export function tip(series, categories, figure, index) {
  const box = document.createElement('div');
  box.className = 'tip';
  const head = document.createElement('strong');
  head.textContent = categories[index];
  box.append(head);
  for (const one of series) {
    const cell = one.cells[index];
    const line = document.createElement('span');
    const bounds = cell.low === null ? '' : ` (${figure.dataset.bounds}: ${written(cell.low)}–${written(cell.high)})`;
    const why = cell.broken ? figure.dataset[cell.broken] : undefined;
    line.textContent = [`${one.name}: ${cell.text}${bounds}`, cell.reporting, cell.covered, why].filter(Boolean).join(' · ');
    box.append(line);
  }
  return box;
}

/** Puts signs on the axis for series without a value. */
function signs(series, categories, look) {
  const data = categories.map((_, i) => {
    const found = [...new Set(series.filter((one) => one.cells[i].value === null).map((one) => one.cells[i].sign))];
    return found.length ? { value: 0, label: { formatter: found.join(' ') } } : { value: null };
  });
  return {
    type: 'scatter', data, symbol: 'circle', symbolSize: 5, silent: true, z: 5, clip: false,
    itemStyle: { color: look.ground, borderColor: look.quiet, borderWidth: 1.5 },
    label: { show: true, position: 'top', color: look.quiet, fontSize: 12 },
    tooltip: { show: false },
  };
}

/** Does the same for bars: the sign replaces the bar. */
function barSigns(one, place, count, look) {
  const data = one.cells.flatMap((cell, i) => (cell.value === null ? [[i, 0, cell.sign]] : []));
  return {
    type: 'custom', data, silent: true, z: 6, tooltip: { show: false }, encode: { x: 0, y: 1 },
    renderItem: (params, api) => {
      const [x, y] = api.coord([api.value(0), 0]);
      const at = x + api.barLayout({ count })[place].offsetCenter;
      const text = data[params.dataIndex][2];
      return { type: 'text', style: { text, x: at, y: y - 4, align: 'center', verticalAlign: 'bottom', fill: look.quiet, fontSize: 12 } };
    },
  };
}

/** Draws the range from lower to upper bound, if known. */
function whiskers(series, place, count, kind, look) {
  const data = series.cells
    .map((cell, i) => [i, cell.low, cell.high])
    .filter(([, low]) => low !== null);
  return {
    type: 'custom', data, silent: true, z: 6, tooltip: { show: false },
    encode: { x: 0, y: [1, 2] },
    renderItem: (params, api) => {
      const [x, low] = api.coord([api.value(0), api.value(1)]);
      const [, high] = api.coord([api.value(0), api.value(2)]);
      const at = kind === 'bar' ? x + api.barLayout({ count })[place].offsetCenter : x;
      const style = { stroke: look.ink, lineWidth: 1.5, fill: null };
      const part = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });
      return { type: 'group', children: [part(at, low, at, high), part(at - 4, low, at + 4, low), part(at - 4, high, at + 4, high)] };
    },
  };
}

/** Marks changes of definition. */
function breaks(one, tint) {
  const data = one.cells.flatMap((cell, i) => (cell.broken === 'definition' ? [{ xAxis: i, label: { formatter: cell.sign } }] : []));
  return data.length
    ? { markLine: { data, silent: true, symbol: 'none', lineStyle: { type: 'dashed', color: tint, width: 1.5 } } }
    : {};
}

/** Writes shares on their bars, above the patterns. */
function shareLabels(series, look) {
  const wholes = [...new Set(series.map((one) => one.whole))];
  const ends = new Map();
  const data = series.flatMap((one) => one.cells.flatMap((cell, i) => {
    if (cell.percent === null) return [];
    const place = wholes.indexOf(one.whole);
    const from = ends.get(`${place} ${i}`) ?? 0;
    ends.set(`${place} ${i}`, from + cell.percent);
    return cell.percent < LEAST_LABELLED ? [] : [[from + cell.percent / 2, i, place, `${written(cell.percent, 1)}%`]];
  }));
  return {
    type: 'custom', data, silent: true, z: 6, tooltip: { show: false }, encode: { x: 0, y: 1 },
    renderItem: (params, api) => {
      const [x, y] = api.coord([api.value(0), api.value(1)]);
      const at = y + api.barLayout({ count: wholes.length })[api.value(2)].offsetCenter;
      const style = { text: data[params.dataIndex][3], x, y: at, align: 'center', verticalAlign: 'middle', fill: look.ink, backgroundColor: look.ground, padding: [1, 3], borderRadius: 2, fontSize: 11, fontFamily: look.font };
      return { type: 'text', style };
    },
  };
}

/** Puts a sign between two points that no line joins, because other countries reported. */
function gaps(series, tints) {
  const data = series.flatMap((one, place) => one.cells.flatMap((cell, i) => {
    const before = one.cells[i - 1]?.value;
    return cell.broken === 'reporters' && cell.value !== null && before != null ? [[i - 1, before, i, cell.value, place]] : [];
  }));
  return {
    type: 'custom', data, silent: true, z: 4, tooltip: { show: false }, encode: { x: [0, 2], y: [1, 3] },
    renderItem: (params, api) => {
      const [x1, y1] = api.coord([api.value(0), api.value(1)]);
      const [x2, y2] = api.coord([api.value(2), api.value(3)]);
      const style = { text: '≠', x: (x1 + x2) / 2, y: (y1 + y2) / 2, align: 'center', verticalAlign: 'middle', fill: tints[api.value(4)], fontSize: 12 };
      return { type: 'text', style };
    },
  };
}

/** Returns the ranges of points that one line joins, as [from, to). */
function segments(one) {
  const starts = one.cells.flatMap((cell, i) => (i === 0 || cell.broken ? [i] : []));
  return starts.map((from, i) => [from, starts[i + 1] ?? one.cells.length]);
}

function point(cell, tint, wide, look) {
  return !cell.hollow ? cell.value : {
    value: cell.value,
    itemStyle: { color: look.ground, borderColor: tint, borderWidth: 2 },
    label: { show: wide, position: 'top', formatter: cell.reporting, color: look.quiet, fontSize: 11 },
  };
}

function lines(series, tints, wide, look) {
  return series.flatMap((one, i) => segments(one).map(([from, to], at) => ({
    type: 'line', name: one.name, connectNulls: false,
    data: one.cells.map((cell, index) => (index >= from && index < to ? point(cell, tints[i], wide, look) : null)),
    symbol: shapeOf(one), symbolSize: 8, showAllSymbol: true, emphasis: { disabled: true },
    itemStyle: { color: tints[i] }, lineStyle: { color: tints[i], width: 2 },
    endLabel: { show: wide && one.cells.slice(to).every((cell) => cell.value === null), formatter: '{a}', color: tints[i], width: 120, overflow: 'break', fontSize: 12 },
    labelLayout: { moveOverlap: 'shiftY' },
    ...(at === 0 ? breaks(one, tints[i]) : {}),
  })));
}

function bars(kind, series, categories, tints, look) {
  const few = series.length * categories.length <= MOST_LABELS && kind === 'bar';
  return series.map((one, i) => ({
    type: 'bar', name: one.name, emphasis: { disabled: true }, itemStyle: { color: tints[i] },
    stack: kind === 'bar' ? undefined : one.whole ?? 'parts',
    data: one.cells.map((cell) => (kind === 'share' ? cell.percent : cell.value)),
    label: { show: few, position: 'top', color: look.ink, fontSize: 11, formatter: ({ dataIndex }) => one.cells[dataIndex].shown },
    ...(kind === 'share' ? {} : breaks(one, tints[i])),
  }));
}

/** Returns the chart's options for the library. highest: the end of a shared scale. */
function option(kind, table, figure, width, highest) {
  const look = page();
  const series = drawn(table.series);
  const tints = series.map(tintOf);
  const wide = width >= WIDE && kind === 'line';
  const main = kind === 'line'
    ? lines(series, tints, wide, look)
    : bars(kind, series, table.categories, tints, look);
  const bounded = ['line', 'bar'].includes(kind)
    ? series.map((one, i) => whiskers(one, i, series.length, kind, look)).filter((one) => one.data.length)
    : [];
  const signed = kind === 'bar'
    ? series.map((one, i) => barSigns(one, i, series.length, look)).filter((one) => one.data.length)
    : [signs(series, table.categories, look)];
  const axis = { axisLine: { lineStyle: { color: look.edge } }, axisLabel: { color: look.quiet } };
  const bases = table.categories.map((_, i) => new Set(series.map((one) => one.cells[i].base).filter(Boolean)));
  const based = (name, i) => (bases[i].size === 1 ? `${name}\nn = ${[...bases[i]][0]}` : name);
  const covered = series.find((one) => one.cells.some((cell) => cell.covered))?.cells;
  const under = (name, i) => (covered?.[i].covered ? `${name}\n${covered[i].covered}` : name);
  const categoryAxis = {
    type: 'category', data: table.categories, ...axis,
    axisLabel: { ...axis.axisLabel, ...(kind === 'line' ? { formatter: under, lineHeight: 16 } : {}), ...(kind === 'share' ? { formatter: based, lineHeight: 14 } : {}) },
  };
  const valueAxis = {
    type: 'value', min: 0, max: highest, ...axis, splitLine: { lineStyle: { color: look.line } },
    ...(kind === 'share' ? { max: 100, axisLabel: { color: look.quiet, formatter: '{value} %' } } : {}),
  };
  const lying = kind === 'share';
  return {
    animation: false,
    textStyle: { fontFamily: look.font, color: look.ink },
    aria: { enabled: true, label: { description: figure.dataset.summary }, decal: { show: kind !== 'line' } },
    legend: { show: false },
    grid: { left: 8, right: wide ? 140 : 28, top: 24, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis', renderMode: 'html', confine: true, enterable: true,
      backgroundColor: look.ground, borderColor: look.edge, textStyle: { color: look.ink },
      formatter: (params) => tip(series, table.categories, figure, table.categories.indexOf(`${[params].flat()[0].axisValue}`)),
    },
    xAxis: lying ? valueAxis : categoryAxis,
    yAxis: lying ? { ...categoryAxis, inverse: true } : valueAxis,
    series: [...main, ...bounded, ...(kind === 'line' ? [gaps(series, tints)] : []), ...(lying ? [shareLabels(series, look)] : signed)],
  };
}

function swatch(shape, tint) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', '16');
  svg.setAttribute('height', '16');
  svg.setAttribute('aria-hidden', 'true');
  const mark = document.createElementNS(SVG, { circle: 'circle', triangle: 'path', diamond: 'path' }[shape] ?? 'rect');
  const shapes = {
    circle: { cx: 8, cy: 8, r: 6 },
    triangle: { d: 'M8 1 15 15H1z' },
    diamond: { d: 'M8 0 15 8 8 16 1 8z' },
  };
  const own = shapes[shape] ?? { x: 2, y: 2, width: 12, height: 12 };
  Object.entries({ ...own, fill: tint }).forEach(([name, value]) => mark.setAttribute(name, value));
  svg.append(mark);
  return svg;
}

/** Gives the entries of the legend the marks of a line chart. */
function legend(figure, kind) {
  for (const entry of figure.querySelectorAll('.series [data-c]')) {
    const one = { colour: entry.dataset.c };
    if (kind === 'line') entry.querySelector('svg').replaceWith(swatch(shapeOf(one), tintOf(one)));
  }
}

/** Draws a chart, again when its width or the theme changes. */
function draw(library, box, kind, table, figure, highest) {
  const chart = library.init(box, null, { renderer: 'svg' });
  const show = () => {
    if (!box.isConnected) {
      if (!chart.isDisposed()) chart.dispose();
      return;
    }
    chart.setOption(option(kind, table, figure, box.clientWidth, highest), true);
    // A printed page scales the drawing.
    box.querySelector('svg').setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
  };
  show();
  new ResizeObserver(() => {
    // On paper the style sheet scales the drawing of the screen, and its box has no height of its own.
    if (matchMedia('print').matches) return;
    if (box.isConnected) chart.resize();
    show();
  }).observe(box);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
  addEventListener('keydown', (event) => { if (event.key === 'Escape' && !chart.isDisposed()) chart.dispatchAction({ type: 'hideTip' }); });
}

/** Returns the next round number for the end of a scale. */
function round(number) {
  const step = 10 ** Math.floor(Math.log10(number || 1)) / 2;
  return Math.max(step, Math.ceil(number / step) * step);
}

/** Draws small charts on one scale, to be comparable. */
function multiples(library, plot, table, figure) {
  plot.classList.add('many');
  const series = drawn(table.series);
  const highest = Math.max(0, ...series.flatMap((one) => one.cells.map((cell) => cell.high ?? cell.value ?? 0)));
  for (const one of series) {
    const small = { categories: table.categories, series: [one] };
    const part = document.createElement('section');
    const title = document.createElement('h3');
    title.className = 'note';
    title.textContent = one.name;
    const box = document.createElement('div');
    part.append(title, box);
    plot.append(part);
    const summary = `${one.name}. ${figure.dataset.summary}`;
    draw(library, box, 'line', small, { dataset: { ...figure.dataset, summary } }, round(highest));
  }
}

/** Breaks a text into lines. Scripts without spaces break anywhere, addresses between their parameters. */
function wrapped(text, most) {
  const found = [];
  let line = '';
  for (const word of text.match(/[\u3000-\uffef]|[^\s&\u3000-\uffef]+[&\s]*/g) ?? []) {
    if ((line + word).trimEnd().length > most) {
      found.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return [...found, line.trimEnd()];
}

/** Counts the lines of a legend, so that it covers nothing. */
function legendLines(names, width, letter) {
  let rows = 1;
  let used = 0;
  for (const name of names) {
    const own = 50 + letter * name.length;
    if (used > 0 && used + own > width) {
      rows += 1;
      used = 0;
    }
    used += own;
  }
  return rows;
}

/** Makes a picture with the chart, its title, unit, coverage, source, licence and address. */
function picture(library, figure, kind, table) {
  const look = page();
  const width = 1000;
  const many = kind === 'multiples';
  const series = drawn(table.series).map((one, i) => (many ? { ...one, colour: `c${i + 1}` } : one));
  const base = option(many ? 'line' : kind, { ...table, series }, figure, width);
  const chinese = document.documentElement.lang === 'zh';
  const { more, base: shares, coverage, source, licence, caveat } = figure.dataset;
  const foot = [more, shares, coverage, source, licence, caveat].filter(Boolean).flatMap((text) => wrapped(text, chinese ? 75 : 140));
  foot.push(...wrapped(new URL(figure.dataset.address, location.href).href, 110));
  const room = 12 + 17 * foot.length;
  const names = series.map((one) => one.name);
  const keys = 24 * legendLines(names, width - 32, chinese ? 13 : 8);
  const chart = library.init(null, null, { renderer: 'svg', ssr: true, width, height: 560 + room + keys });
  chart.setOption({
    ...base,
    aria: { enabled: true, label: { enabled: false }, decal: base.aria.decal },
    tooltip: { show: false },
    backgroundColor: look.ground,
    title: {
      text: figure.querySelector('figcaption h2').textContent,
      subtext: figure.querySelector('figcaption p').textContent,
      left: 16, top: 12,
      textStyle: { color: look.ink, fontSize: 18, width: width - 32, overflow: 'break' },
      subtextStyle: { color: look.quiet, fontSize: 13 },
    },
    legend: { show: true, left: 16, right: 16, bottom: room + 12, textStyle: { color: look.ink }, data: names },
    graphic: [{ type: 'text', left: 16, bottom: 12, style: { text: foot.join('\n'), fill: look.quiet, fontSize: 12, lineHeight: 17, fontFamily: look.font } }],
    grid: { ...base.grid, left: 16, top: 96, bottom: room + keys + 36 },
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const dataUrl = (svg) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

export function save(href, name) {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}

/** Returns a picture (PNG) of an SVG at an address of this website or with data. */
export async function png(source) {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * image.width;
  canvas.height = 2 * image.height;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}

function pictures(library, figure, kind, table) {
  // A picture has no room for all lines, and must not leave some out silently.
  if (drawn(table.series).length > SHAPES.length) return;
  for (const button of figure.querySelectorAll('[data-picture]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const svg = picture(library, figure, kind, table);
      const name = `tipstats-${location.pathname.split('/').pop()}-${kind}`;
      save(button.dataset.picture === 'svg' ? dataUrl(svg) : await png(dataUrl(svg)), `${name}.${button.dataset.picture}`);
    });
  }
}

const known = new WeakSet();

async function enhance(figure) {
  if (known.has(figure)) return;
  known.add(figure);
  const loaded = await echarts();
  const kind = figure.dataset.chart;
  const table = read(document.getElementById(figure.dataset.table));
  const plot = figure.querySelector('.plot');
  plot.replaceChildren();
  if (kind === 'multiples') multiples(loaded, plot, table, figure);
  else draw(loaded, plot, kind, table, figure);
  legend(figure, kind);
  pictures(loaded, figure, kind, table);
  figure.dataset.ready = 'yes';
}

const near = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) {
      near.unobserve(entry.target);
      enhance(entry.target);
    }
  }
}, { rootMargin: '400px' });

/** Draws the charts of a part of the page when they come near the window. */
export function watch(root) {
  for (const figure of root.querySelectorAll('figure.chart[data-chart]')) near.observe(figure);
}

watch(document);
