const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes of a base64 text without line breaks. The core has neither atob nor Buffer. */
export function decodeBase64(text: string): Uint8Array {
  const value = new Uint8Array(128);
  for (let index = 0; index < ALPHABET.length; index++) value[ALPHABET.charCodeAt(index)] = index;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let from = 0, to = 0; from < text.length; from += 4) {
    let word = 0;
    for (let digit = 0; digit < 4; digit++) word = (word << 6) | value[text.charCodeAt(from + digit)]!;
    for (let shift = 16; shift >= 0 && to < bytes.length; shift -= 8) bytes[to++] = (word >> shift) & 255;
  }
  return bytes;
}
