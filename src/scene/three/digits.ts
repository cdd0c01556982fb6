import { CanvasTexture, LinearFilter, NoColorSpace } from 'three';

/** One cell of the picture of digits, in CSS pixels. */
export const DIGIT_PX = { width: 7, height: 12 } as const;
const SCALE = 4;

/** The ten digits side by side, white on black: numbers on signs are cut out of it. */
export function digitsTexture(): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = 10 * DIGIT_PX.width * SCALE;
  canvas.height = DIGIT_PX.height * SCALE;
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.scale(SCALE, SCALE);
    pen.font = '700 11px system-ui, sans-serif';
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillStyle = '#fff';
    for (let digit = 0; digit < 10; digit += 1)
      pen.fillText(String(digit), (digit + 0.5) * DIGIT_PX.width, DIGIT_PX.height * 0.54);
  }
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = NoColorSpace;
  texture.minFilter = LinearFilter;
  texture.generateMipmaps = false;
  return texture;
}
