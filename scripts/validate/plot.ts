/** The picture of the report: estimate over published per row on a log axis, as a plain SVG without scripts. */
export interface Mark {
  readonly label: string;
  readonly group: 'held-back' | 'calibration' | 'shown';
  /** Estimate over published. */
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

const LEFT = 250;
const WIDTH = 860;
const ROW = 22;
const TOP = 74;
const TICKS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30] as const;
const COLOUR = { 'held-back': '#0b6e4f', calibration: '#7a5195', shown: '#6b7280' } as const;
const MEANING = {
  'held-back': 'held back: scored',
  calibration: 'used for calibration',
  shown: 'shown, not scored',
} as const;

function x(ratio: number): number {
  const [first, last] = [Math.log(0.01), Math.log(30)];
  const at = (Math.log(Math.min(30, Math.max(0.01, ratio))) - first) / (last - first);
  return Math.round((LEFT + at * (WIDTH - LEFT - 20)) * 10) / 10;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A shape per group, so that colour is not needed to tell them apart. */
function dot(group: Mark['group'], cx: number, cy: number): string {
  const fill = `fill="${COLOUR[group]}"`;
  switch (group) {
    case 'held-back':
      return `<circle cx="${cx}" cy="${cy}" r="5" ${fill}/>`;
    case 'calibration':
      return `<rect x="${cx - 4.5}" y="${cy - 4.5}" width="9" height="9" ${fill}/>`;
    case 'shown':
      return `<path d="M${cx} ${cy - 6} L${cx + 5.5} ${cy + 4} L${cx - 5.5} ${cy + 4} Z" ${fill}/>`;
  }
}

function row(mark: Mark, at: number): string {
  const y = TOP + at * ROW;
  return [
    `<text x="${LEFT - 10}" y="${y + 4}" text-anchor="end">${escaped(mark.label)}</text>`,
    `<line x1="${x(mark.low)}" y1="${y}" x2="${x(mark.high)}" y2="${y}" stroke="${COLOUR[mark.group]}" stroke-width="2"/>`,
    dot(mark.group, x(mark.central), y),
  ].join('\n');
}

function axis(rows: number): string {
  const bottom = TOP + rows * ROW;
  return TICKS.map((tick) => {
    const one = tick === 1;
    return [
      `<line x1="${x(tick)}" y1="${TOP - 14}" x2="${x(tick)}" y2="${bottom}" stroke="${one ? '#111827' : '#d1d5db'}"/>`,
      `<text x="${x(tick)}" y="${bottom + 16}" text-anchor="middle">${tick}</text>`,
    ].join('\n');
  }).join('\n');
}

function legend(): string {
  const groups = ['held-back', 'calibration', 'shown'] as const;
  return groups
    .map((group, at) => {
      const cx = LEFT + at * 200;
      return `${dot(group, cx, 40)}\n<text x="${cx + 12}" y="44">${MEANING[group]}</text>`;
    })
    .join('\n');
}

/** Draws the marks; values outside 0.01 to 30 stand at the edge. */
export function plot(marks: readonly Mark[]): string {
  const height = TOP + marks.length * ROW + 40;
  const title = 'OTM-shared over published energy: dot = central, line = low to high, 1 = equal';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="12" fill="#111827">
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
<text x="20" y="20" font-size="14" font-weight="600">${title}</text>
${legend()}
${axis(marks.length)}
${marks.map(row).join('\n')}
</svg>
`;
}
