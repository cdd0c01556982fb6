import { TABLE_FETCH_GLSL } from './rowTexture';

/** Width is stored in quarter pixels in the alpha byte. */
export const QUARTERS = 4;

/**
 * What every ribbon is laid out with: `layRibbon` moves a vertex `reachPx` to its side of the line on screen, `asidePx` beside
 * its street, and leaves the scale at its place.
 */
export const RIBBON_PLACE = /* glsl */ `
attribute vec3 previous;
attribute vec3 next;
attribute vec3 along;
uniform vec2 uViewport;
varying float vPxPerM;
${TABLE_FETCH_GLSL}
vec2 onScreen(vec4 clip) { return clip.xy / max(clip.w, 1e-3) * uViewport * 0.5; }
vec4 clipOf(vec3 place) { return projectionMatrix * (modelViewMatrix * vec4(place, 1.0)); }
/** Widths shrink a little from afar, where the lines would hide the town. */
float nearness() { return clamp(0.5 + 0.4 * vPxPerM, 0.6, 1.0); }
vec4 layRibbon(vec4 here, float reachPx, float asidePx) {
  vec2 at = onScreen(here);
  vec2 a = at - onScreen(clipOf(previous));
  vec2 b = onScreen(clipOf(next)) - at;
  vec2 into = length(a) > 1e-3 ? normalize(a) : vec2(0.0);
  vec2 out_ = length(b) > 1e-3 ? normalize(b) : vec2(0.0);
  vec2 direction = into + out_;
  direction = length(direction) > 1e-3 ? normalize(direction) : vec2(1.0, 0.0);
  vec2 normalPx = vec2(-direction.y, direction.x);
  vec2 reference = length(into) > 0.5 ? into : out_;
  float miter = clamp(dot(normalPx, vec2(-reference.y, reference.x)), 0.5, 1.0);
  here.xy += normalPx * (along.x * reachPx - nearness() * asidePx) / miter * 2.0 / uViewport * here.w;
  return here;
}
`;

export const RIBBON_VERTEX = /* glsl */ `
uniform sampler2D uTable;
uniform sampler2D uStyle;
uniform float uCasing;
uniform float uBoth;
uniform float uBehind;
flat varying float vStrength;
flat varying float vInnerPx;
flat varying vec3 vColour;
flat varying vec2 vStyle;
flat varying float vHalfPx;
flat varying float vPeriodM;
varying float vAcrossPx;
varying float vAlongM;
${RIBBON_PLACE}
void main() {
  vec4 row = tableRow(uTable, along.z);
  vColour = row.rgb;
  vec4 style = tableRow(uStyle, along.z);
  vStyle = style.xy;
  vStrength = mix(1.0, style.w, uBehind);
  vec4 here = clipOf(position);
  vPxPerM = uViewport.y * 0.5 * projectionMatrix[1][1] / max(here.w, 1e-3);
  float widthPx = nearness() * row.a * 255.0 / ${QUARTERS.toFixed(1)};
  vInnerPx = 0.5 * widthPx;
  vHalfPx = vInnerPx + max(uCasing, uBoth) * clamp(widthPx * 0.6 - 0.5, 0.0, 1.0);
  float reachPx = vHalfPx + 0.75;
  vAcrossPx = along.x * reachPx;
  vAlongM = along.y;
  vPeriodM = exp2(floor(log2(26.0 / max(vPxPerM, 1e-3))));
  gl_Position = layRibbon(here, reachPx, style.z);
}
`;

/** Underground cables narrow in a faint dash; an open line is dashed hard. The dash keeps its length on screen in steps of two. */
export const RIBBON_FRAGMENT = /* glsl */ `
uniform float uCasing;
uniform float uBoth;
uniform vec3 uCasingColour;
flat varying float vStrength;
flat varying float vInnerPx;
flat varying vec3 vColour;
flat varying vec2 vStyle;
flat varying float vHalfPx;
flat varying float vPeriodM;
varying float vAcrossPx;
varying float vAlongM;
void main() {
  float gap = step(0.68, fract(vAlongM / vPeriodM));
  float halfPx = vHalfPx;
  if (vStyle.y > 0.5 && gap > 0.5) discard;
  halfPx -= gap * vStyle.x * min(0.7, 0.35 * halfPx);
  float alpha = clamp(halfPx - abs(vAcrossPx) + 0.5, 0.0, 1.0);
  if (alpha < 0.01) discard;
  float casing = mix(uCasing, 1.0 - clamp(vInnerPx - abs(vAcrossPx) + 0.5, 0.0, 1.0), uBoth);
  gl_FragColor = vec4(mix(vColour, uCasingColour, casing), alpha * vStrength * mix(1.0, 0.85, uCasing));
}
`;
