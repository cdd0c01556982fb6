import { readTyped } from '../parts/typedNumber';
import type { Speech } from '../../state/view';

/** What a field that holds a share in percent asks for. */
export type TypedShare =
  | { readonly kind: 'same' }
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'refused' };

/**
 * A field that shows a rounded number says nothing new until somebody changes its text: leaving it is no edit. What cannot be
 * a share is refused, and stays to be corrected.
 */
export async function typedShare(text: string, shown: string, speech: Speech): Promise<TypedShare> {
  if (text.trim() === shown) return { kind: 'same' };
  const typed = await readTyped(text.replace(/\s*%$/, ''), { unit: '1', factor: 100 }, speech);
  if (!typed.ok || !(typed.value >= 0 && typed.value <= 1)) return { kind: 'refused' };
  return { kind: 'share', share: typed.value };
}
