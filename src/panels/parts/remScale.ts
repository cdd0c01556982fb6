/** How much larger the reader has set the text of all pages than the 16 px that sizes in pixels are drawn for. */
export function remScale(): number {
  const px = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(px) && px > 0 ? px / 16 : 1;
}
