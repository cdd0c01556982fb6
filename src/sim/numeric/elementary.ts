/**
 * Elementary functions with the same bits in every engine. `Math.exp`, `Math.pow`, `Math.sin` and their kin differ by an
 * ulp between JavaScript engines; these portable ports of FreeBSD's msun do not. Core code takes them from here only.
 */
export { default as acos } from '@stdlib/math-base-special-acos';
export { default as asin } from '@stdlib/math-base-special-asin';
export { default as atan2 } from '@stdlib/math-base-special-atan2';
export { default as cos } from '@stdlib/math-base-special-cos';
export { default as exp } from '@stdlib/math-base-special-exp';
export { default as ln } from '@stdlib/math-base-special-ln';
export { default as pow } from '@stdlib/math-base-special-pow';
export { default as sin } from '@stdlib/math-base-special-sin';

export const PI = 3.141592653589793;
export const RAD_PER_DEG = PI / 180;
