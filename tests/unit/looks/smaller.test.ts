import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { smaller } from '../../e2e/looks/smaller';

type Point = readonly [red: number, green: number, blue: number, alpha: number];

function part(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A picture as a browser makes it: eight bits a channel with transparency, every line told from the one above. */
function picture(lines: readonly (readonly Point[])[]): Buffer {
  const head = Buffer.from([0, 0, 0, lines[0]?.length ?? 0, 0, 0, 0, lines.length, 8, 6, 0, 0, 0]);
  const data = lines.flatMap((line, y) => [
    2,
    ...line.flatMap((point, x) =>
      point.map((level, channel) => (level - (lines[y - 1]?.[x]?.[channel] ?? 0)) & 255),
    ),
  ]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    part('IHDR', head),
    part('IDAT', deflateSync(Buffer.from(data))),
    part('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours of a picture with a palette, line by line. */
function coloursOf(png: Buffer, width: number): string[] {
  const data = (kind: string) => {
    const at = png.indexOf(kind, 0, 'latin1');
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  };
  const palette = data('PLTE');
  const lines = inflateSync(data('IDAT'));
  return [...lines]
    .filter((_, at) => at % (width + 1) !== 0)
    .map((place) => palette.toString('hex', place * 3, place * 3 + 3));
}

const WHITE: Point = [255, 255, 255, 255];
const BLACK: Point = [0, 0, 0, 255];

describe('a kept picture', () => {
  it('has the frequent colours of the one that was taken', () => {
    const kept = smaller(
      picture([
        [WHITE, BLACK],
        [[31, 33, 35, 255], WHITE],
      ]),
    );
    expect(coloursOf(kept, 2)).toEqual(['ffffff', '000000', '1f2123', 'ffffff']);
  });

  it('has the rare ones to the nearest of its levels', () => {
    const rare: Point = [3, 250, 97, 255];
    const frequent = Array.from({ length: 60 }, (_, level): Point => [level, level, level, 255]);
    const kept = coloursOf(smaller(picture([frequent, frequent, [...frequent.slice(1), rare]])), 60);
    expect(kept.at(-1)).toBe('00ff60');
    expect(kept.slice(0, 3)).toEqual(['000000', '010101', '020202']);
  });

  it('has coarser levels where a palette would not hold the finer ones', () => {
    const many = Array.from({ length: 20 }, (_, y) =>
      Array.from({ length: 20 }, (_, x): Point => [x * 8, y * 8, 0, 255]),
    );
    expect(new Set(coloursOf(smaller(picture(many)), 20)).size).toBeLessThanOrEqual(256);
  });

  it('stays as it was where no palette holds it', () => {
    const most = Array.from({ length: 19 }, (_, y) =>
      Array.from({ length: 19 }, (_, x): Point => [x * 13, y * 13, x > y ? 200 : 0, 255]),
    );
    const taken = picture(most);
    expect(smaller(taken)).toBe(taken);
  });
});
