import { signedAreaM2 } from '../../geometry/polygon';
import type { Building } from '../../model/building';

/** Panels carry about so much a square metre (20 % of 1000 W/m2 at standard test conditions). */
const PANEL_W_PER_M2 = 200;
/** Heights are stored in tenths of a metre. */
const RISE_STEPS_PER_M = 10;

/**
 * What measures have put on a building, as four bytes of its row: share of the roof under panels, 255 where the envelope is being
 * renewed, azimuth of the panels in 255ths of a turn, rise of the roof above the eaves in tenths of a metre.
 */
export function fittedOf(building: Building, riseM: number): readonly [number, number, number, number] {
  const { photovoltaics, retrofit, footprint } = building;
  const areaM2 = Math.max(1, Math.abs(signedAreaM2(footprint.outer)));
  const share = photovoltaics ? Math.min(1, photovoltaics.peakW / PANEL_W_PER_M2 / areaM2) : 0;
  return [
    Math.round(255 * share),
    retrofit && Object.keys(retrofit).length > 0 ? 255 : 0,
    Math.round(((photovoltaics?.azimuthDeg ?? 180) / 360) * 255) % 256,
    Math.min(255, Math.round(Math.max(0, riseM) * RISE_STEPS_PER_M)),
  ];
}

/**
 * Panels of 1.7 x 1.05 m: on a slope that faces their azimuth a band around its middle, on a level roof rows with gaps. Within the roof's
 * colour, as an `else` of the walls.
 */
export const PANELS = /* glsl */ `
  if (vFitted.r > 0.01) {
    float azimuth = vFitted.b * 6.2832;
    vec2 towards = vec2(sin(azimuth), cos(azimuth));
    bool isLevel = vFace.z > 0.98;
    vec2 down = isLevel ? towards : normalize(vFace.xy);
    float across = dot(vPlace.xy, vec2(-down.y, down.x));
    float riseM = vFitted.a * 25.5;
    float above = vFacade.y - vShape.w;
    float upSlope = isLevel ? dot(vPlace.xy, down) : above / max(0.15, length(vFace.xy));
    vec2 cell = vec2(across / 1.7, upSlope / 1.05);
    vec2 px = fwidth(cell);
    float covered;
    if (isLevel) {
      vec2 block = floor(vec2(across / 8.5, upSlope / 6.3));
      covered = step(keyed(vec3(block, vWall.a * 37.0)), vFitted.r * 1.8) * step(fract(cell.y * 0.5), 0.62);
    } else {
      float half_ = 0.44 * min(1.0, 2.0 * vFitted.r);
      covered = step(abs(above / max(0.5, riseM) - 0.5), half_) * step(0.0, dot(down, towards));
    }
    vec2 rim = min(fract(cell), 1.0 - fract(cell));
    float lines = (1.0 - smoothstep(0.0, 0.05, min(rim.x, rim.y * 0.7))) * (1.0 - smoothstep(0.15, 0.5, max(px.x, px.y)));
    vec3 module = mix(vec3(0.018, 0.03, 0.075), uSkyTint, 0.08);
    diffuseColor.rgb = mix(diffuseColor.rgb, mix(module, vec3(0.3), 0.5 * lines), covered);
  }
`;

/** Poles and decks before a wall that is being renewed. Within the walls' colour. */
export const SCAFFOLD = /* glsl */ `
  if (vFitted.g > 0.5) {
    vec2 bar = vec2(vFacade.x / 2.5, vFacade.y / 2.0);
    vec2 barPx = fwidth(bar);
    vec2 rim = min(fract(bar), 1.0 - fract(bar)) * vec2(2.5, 2.0);
    vec2 widthM = max(vec2(0.05, 0.09), 0.7 * barPx * vec2(2.5, 2.0));
    vec2 on = step(rim, widthM);
    float bars = max(on.x, on.y) * (1.0 - smoothstep(0.25, 0.6, max(barPx.x, barPx.y)));
    diffuseColor.rgb = mix(diffuseColor.rgb, mix(vec3(0.62, 0.65, 0.68), vec3(0.55, 0.4, 0.22), on.y), bars);
    diffuseColor.rgb = mix(diffuseColor.rgb, vec3(0.62, 0.68, 0.72), 0.22);
  }
`;
