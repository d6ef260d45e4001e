/** Two pictures, point by point, decoded by the browser itself. */
import type { Page } from 'playwright';

/** How far two pictures are apart. */
export type Difference =
  | { readonly kind: 'size'; readonly was: string; readonly is: string }
  /** Points that differ visibly, how many there are in all, and a picture of where (PNG, base64). */
  | { readonly kind: 'points'; readonly points: number; readonly of: number; readonly picture: string };

/** A channel that is off by less is the same colour to any eye. */
const VISIBLE_STEP = 24;

/** Compares two PNGs. `page` is any open page without a content security policy. */
export async function compare(page: Page, was: Buffer, is: Buffer): Promise<Difference> {
  return page.evaluate(
    async ({ before, after, step }) => {
      const decode = async (png: string) => {
        const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (context === null) throw new Error('no canvas');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const [one, other] = await Promise.all([decode(before), decode(after)]);
      const size = (image: ImageData) => `${image.width}×${image.height}`;
      if (size(one) !== size(other)) return { kind: 'size', was: size(one), is: size(other) } as const;
      // Read once per point and without a list: a page has two million of them.
      const [was, now] = [one.data, other.data];
      const isOff = (at: number): boolean =>
        Math.abs((was[at] ?? 0) - (now[at] ?? 0)) >= step ||
        Math.abs((was[at + 1] ?? 0) - (now[at + 1] ?? 0)) >= step ||
        Math.abs((was[at + 2] ?? 0) - (now[at + 2] ?? 0)) >= step;
      let points = 0;
      for (let at = 0; at < was.length; at += 4) if (isOff(at)) points += 1;
      const of = was.length / 4;
      if (points === 0) return { kind: 'points', points, of, picture: '' } as const;
      const marked = new ImageData(one.width, one.height);
      for (let at = 0; at < was.length; at += 4) {
        const off = isOff(at);
        marked.data.set(off ? [255, 0, 0, 255] : [...now.slice(at, at + 3), 60], at);
      }
      const canvas = new OffscreenCanvas(one.width, one.height);
      canvas.getContext('2d')?.putImageData(marked, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      const picture = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      return { kind: 'points', points, of, picture } as const;
    },
    { before: was.toString('base64'), after: is.toString('base64'), step: VISIBLE_STEP },
  );
}
