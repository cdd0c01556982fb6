import { Color, Vector2, Vector3 } from 'three';

/**
 * Light and air of the hour for shaders that finish a colour at the vertex: what is far away is smaller than what a pixel could
 * tell, so its light is worked out once a corner and not once a pixel.
 */
export interface AirUniforms {
  /** Towards the sun. */
  readonly uSunDirection: { readonly value: Vector3 };
  readonly uSunLight: { readonly value: Color };
  readonly uSkyLight: { readonly value: Color };
  readonly uBounceLight: { readonly value: Color };
  readonly uExposure: { value: number };
  /** As it stands on the screen, sRGB. */
  readonly uFogColour: { readonly value: Color };
  /** Where the fog begins and where it is full, metres from the camera. */
  readonly uFogSpan: { readonly value: Vector2 };
}

export const airUniforms = (): AirUniforms => ({
  uSunDirection: { value: new Vector3(0, 0, 1) },
  uSunLight: { value: new Color() },
  uSkyLight: { value: new Color() },
  uBounceLight: { value: new Color() },
  uExposure: { value: 1 },
  uFogColour: { value: new Color() },
  uFogSpan: { value: new Vector2(1, 2) },
});

/**
 * `litBy`: light of a diffuse surface, albedo / pi times irradiance of sun and hemisphere. `onScreen`: Khronos PBR Neutral tone
 * mapping (spec of 2024), then the sRGB transfer function by roots alone (I. Taylor's fit, within one step of 255). `inFog`: mixed on screen, as three does it.
 */
export const AIR_GLSL = /* glsl */ `
uniform vec3 uSunDirection;
uniform vec3 uSunLight;
uniform vec3 uSkyLight;
uniform vec3 uBounceLight;
uniform float uExposure;
uniform vec3 uFogColour;
uniform vec2 uFogSpan;
vec3 litBy(vec3 albedo, vec3 facing) {
  vec3 dome = mix(uBounceLight, uSkyLight, 0.5 + 0.5 * facing.z);
  return albedo * 0.31831 * (dome + uSunLight * max(dot(facing, uSunDirection), 0.0));
}
vec3 onScreen(vec3 light) {
  vec3 c = light * uExposure;
  float low = min(c.r, min(c.g, c.b));
  c -= low < 0.08 ? low - 6.25 * low * low : 0.04;
  float peak = max(c.r, max(c.g, c.b));
  if (peak > 0.76) {
    float pressed = 1.0 - 0.0576 / (peak + 0.24 - 0.76);
    c *= pressed / peak;
    c = mix(c, vec3(pressed), 1.0 - 1.0 / (0.15 * (peak - pressed) + 1.0));
  }
  vec3 a = sqrt(max(c, vec3(0.0)));
  vec3 b = sqrt(a);
  return 0.662003 * a + 0.684122 * b - 0.323584 * sqrt(b) - 0.0225412 * c;
}
vec3 inFog(vec3 colour, float depthM) {
  return mix(colour, uFogColour, smoothstep(uFogSpan.x, uFogSpan.y, depthM));
}
`;
