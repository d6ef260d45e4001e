/** A picture in fewer bytes, whose rarer colours are rounded by less than any eye or comparison sees, so that a palette holds them. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = 8;
const RGB = 2;
const INDEXED = 3;
const RGBA = 6;

/** The kind of each part, its bytes, and those of the part with its length and check sum. */
function* partsOf(png: Buffer): Generator<{ readonly kind: string; readonly data: Buffer }> {
  for (let at = SIGNATURE; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield { kind: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function part(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** What a byte is foretold to be from those to the left, above, and above to the left (PNG, section 9.4: Paeth). */
function foretold(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** The points behind the filters of each line. */
function pointsOf(packed: Buffer, stride: number, step: number): Buffer {
  const lines = packed.length / (stride + 1);
  const points = Buffer.alloc(lines * stride);
  for (let line = 0; line < lines; line++) {
    const filter = packed[line * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = line * stride + x;
      const left = x >= step ? (points[at - step] ?? 0) : 0;
      const above = line > 0 ? (points[at - stride] ?? 0) : 0;
      const corner = line > 0 && x >= step ? (points[at - stride - step] ?? 0) : 0;
      const guesses = [0, left, above, (left + above) >> 1, foretold(left, above, corner)];
      points[at] = (packed[line * (stride + 1) + 1 + x] ?? 0) + (guesses[filter ?? 0] ?? 0);
    }
  }
  return points;
}

/** Levels of a channel of a rare colour that are taken as one, if the palette then holds all: far less than compare.ts calls visible. */
const ROUNDINGS = [16];

/** So many of the most frequent colours are kept as they are: grounds, lines and bars are what people compare. */
const MOST_EXACT = 24;

const LEVELS = 256;

/** Red, green and blue at a place as one number. */
const colourAt = (points: Buffer, at: number): number => points.readUIntBE(at, 3);

function rounded(colour: number, step: number): number {
  return [LEVELS ** 2, LEVELS, 1].reduce((sum, place) => {
    const level = Math.round((Math.floor(colour / place) % LEVELS) / step) * step;
    return sum + Math.min(LEVELS - 1, level) * place;
  }, 0);
}

/** How often each colour is there. @param bytes of a point */
function frequencies(points: Buffer, bytes: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at < points.length; at += bytes) {
    const colour = colourAt(points, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

/** What each colour becomes: itself where it is frequent, else the nearest of the levels. */
function paletteOf(counts: ReadonlyMap<number, number>, rounding: number): Map<number, number> {
  const byFrequency = [...counts].sort(([a, x], [b, y]) => y - x || a - b);
  return new Map(
    byFrequency.map(([colour], place) => [colour, place < MOST_EXACT ? colour : rounded(colour, rounding)]),
  );
}

interface Indexed {
  readonly palette: Buffer;
  /** A place in the palette for each point, and an unused filter before each line. */
  readonly lines: Buffer;
}

/** Null for more colours than a palette has. @param bytes of a point @param becomes the colour of each colour */
function indexed(
  points: Buffer,
  width: number,
  bytes: number,
  becomes: ReadonlyMap<number, number>,
): Indexed | null {
  const places = new Map<number, number>();
  const count = points.length / bytes;
  const lines = Buffer.alloc(count + count / width);
  for (let point = 0; point < count; point++) {
    const seen = colourAt(points, point * bytes);
    const colour = becomes.get(seen) ?? seen;
    const place = places.get(colour) ?? places.size;
    if (place > 255) return null;
    places.set(colour, place);
    lines[point + Math.floor(point / width) + 1] = place;
  }
  const palette = Buffer.alloc(places.size * 3);
  for (const [colour, place] of places) palette.writeUIntBE(colour, place * 3, 3);
  return { palette, lines };
}

/** @returns the picture as it was where it is of a kind that this does not know */
export function smaller(png: Buffer): Buffer {
  const parts = [...partsOf(png)];
  const head = parts.find(({ kind }) => kind === 'IHDR')?.data;
  if (head === undefined || head[8] !== 8 || head[12] !== 0) return png;
  const kind = head[9];
  if (kind !== RGB && kind !== RGBA) return png;
  const bytes = kind === RGB ? 3 : 4;
  const width = head.readUInt32BE(0);
  const packed = inflateSync(
    Buffer.concat(parts.filter((one) => one.kind === 'IDAT').map(({ data }) => data)),
  );
  const points = pointsOf(packed, width * bytes, bytes);
  const counts = frequencies(points, bytes);
  for (const rounding of ROUNDINGS) {
    const found = indexed(points, width, bytes, paletteOf(counts, rounding));
    if (found === null) continue;
    const made = Buffer.from(head);
    made[9] = INDEXED;
    return Buffer.concat([
      png.subarray(0, SIGNATURE),
      part('IHDR', made),
      part('PLTE', found.palette),
      part('IDAT', deflateSync(found.lines, { level: 9, memLevel: 9 })),
      part('IEND', Buffer.alloc(0)),
    ]);
  }
  return png;
}
