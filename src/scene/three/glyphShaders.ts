import { DIGIT_PX } from './digits';

/** How far a sign reaches from its place, CSS pixels: bare, with its outline, with the ring of what is looked at; the badge's corner. */
const BARE_PX = { upright: 14, across: 10.4, source: 12.4, openSwitch: 8.4, several: 13.4 } as const;
const OUTLINE_PX = 4.8;
const RING_PX = 8.4;
const BADGE_PX = 18.6;

/**
 * Signed distances in pixels: two overlapping rings (IEC 60617), a square for the source, a slashed ring for an open switch; a
 * disc with a number where several stand in one place.
 */
export const glyphShaders = (): { readonly vertexShader: string; readonly fragmentShader: string } => ({
  vertexShader: VERTEX,
  fragmentShader: FRAGMENT,
});

const VERTEX = /* glsl */ `
attribute vec4 place;
attribute vec3 tint;
attribute vec4 flags;
uniform vec2 uViewport;
varying vec2 vAt;
flat varying vec3 vTint;
flat varying vec4 vFlags;
flat varying float vKind;
void main() {
  float more = flags.y * ${OUTLINE_PX.toFixed(1)} + (flags.z > 0.5 ? ${RING_PX.toFixed(1)} : 0.0);
  vec2 bare = place.w < 0.5
    ? vec2(${BARE_PX.across.toFixed(1)}, ${BARE_PX.upright.toFixed(1)})
    : vec2(place.w < 1.5 ? ${BARE_PX.source.toFixed(1)} : ${BARE_PX.openSwitch.toFixed(1)});
  vec2 low = (flags.w > 1.5 ? vec2(${BARE_PX.several.toFixed(1)}) : bare) + more;
  vec2 high = max(low, vec2(flags.x * ${BADGE_PX.toFixed(1)}));
  vAt = mix(-low, high, 0.5 + 0.5 * position.xy);
  vTint = tint;
  vFlags = flags;
  vKind = flags.w > 1.5 ? 3.0 : place.w;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(place.xyz, 1.0);
  gl_Position.xy += vAt * 2.0 / uViewport * gl_Position.w;
}`;

const FRAGMENT = /* glsl */ `
uniform vec3 uCasing;
uniform vec3 uPage;
uniform sampler2D uDigits;
varying vec2 vAt;
flat varying vec3 vTint;
flat varying vec4 vFlags;
flat varying float vKind;
float cover(float d) { return clamp(0.5 - d, 0.0, 1.0); }
float box(vec2 p, vec2 h) { vec2 q = abs(p) - h; return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0); }
vec4 over(vec4 under, vec3 colour, float a) {
  return vec4(mix(under.rgb, colour, a), max(under.a, a));
}
float number(float count) {
  float size = count > 99.5 ? 3.0 : count > 9.5 ? 2.0 : 1.0;
  vec2 cell = vec2(${DIGIT_PX.width.toFixed(1)}, ${DIGIT_PX.height.toFixed(1)}) * (size > 2.5 ? 0.85 : 1.0);
  float x = vAt.x / cell.x + 0.5 * size;
  float y = vAt.y / cell.y + 0.5;
  float at = floor(x);
  if (at < 0.0 || at >= size || y < 0.0 || y > 1.0) return 0.0;
  float digit = mod(floor(min(count, 999.0) / pow(10.0, size - 1.0 - at) + 1e-3), 10.0);
  return texture2D(uDigits, vec2((digit + clamp(fract(x), 0.03, 0.97)) / 10.0, y)).r;
}
void main() {
  vec4 c = vec4(uCasing, 0.0);
  float body;
  float above = length(vAt - vec2(0.0, 4.2));
  float below = length(vAt + vec2(0.0, 4.2));
  if (vKind < 0.5) {
    body = min(above, below) - 7.5;
  } else if (vKind < 1.5) {
    body = box(vAt, vec2(8.5)) - 1.5;
  } else if (vKind < 2.5) {
    body = length(vAt) - 6.0;
  } else {
    body = length(vAt) - 11.0;
  }
  float reach = 2.1 + 5.0 * vFlags.y + (vFlags.z > 0.5 ? 8.0 : 0.0);
  if (body > reach && (vFlags.x < 0.5 || length(vAt - vec2(10.5)) > 8.2)) discard;
  if (vFlags.z > 0.5) {
    float ring = (vFlags.z > 1.5 ? 3.0 : 1.5) + 2.6 * vFlags.y;
    c = over(c, uCasing, cover(body - ring - 4.0));
    c = over(c, uPage, cover(body - ring - 2.8));
  }
  if (vFlags.y > 0.5) {
    c = over(c, uCasing, cover(body - 6.4));
    c = over(c, vTint, cover(body - 5.4));
    c = over(c, uPage, cover(body - 3.0));
  }
  c = over(c, uCasing, cover(body - 1.6));
  c = over(c, vKind < 1.5 || vKind > 2.5 ? vTint : uPage, cover(body));
  if (vKind < 0.5) {
    float rings = min(abs(above - 6.6), abs(below - 6.6));
    c = over(c, uCasing, 0.85 * cover(rings - 0.6) * cover(body + 1.2));
  } else if (vKind < 1.5) {
    c = over(c, uCasing, cover(abs(vAt.y) - 1.2) * cover(body + 2.5));
  } else if (vKind < 2.5) {
    c = over(c, uCasing, cover(abs(vAt.x - vAt.y) * 0.7071 - 1.1) * cover(body + 0.5));
  } else {
    float bright = dot(vTint, vec3(0.3, 0.59, 0.11));
    c = over(c, vec3(bright > 0.5 ? 0.06 : 1.0), number(vFlags.w) * cover(body + 0.5));
  }
  if (vFlags.x > 0.5) {
    vec2 p = vAt - vec2(10.5, 10.5);
    c = over(c, uPage, cover(length(p) - 7.6));
    c = over(c, uCasing, cover(length(p) - 6.6));
    float bang = min(box(p - vec2(0.0, 1.3), vec2(0.9, 2.4)), length(p + vec2(0.0, 3.3)) - 1.2);
    c = over(c, uPage, cover(bang));
  }
  if (c.a < 0.01) discard;
  gl_FragColor = c;
}
`;
