import { Color, DirectionalLight, Fog, Group, HemisphereLight, SRGBColorSpace, type Scene } from 'three';
import { DATA_WORLD, type Theme } from '../../state/display';
import type { HourOfYear, Look, Site } from '../types';
import { airUniforms } from './air';
import { daylightAt, type Daylight } from './daylight';
import type { Extent } from './extent';
import { Sky } from './sky';
import { sunPosition, type SunPosition } from './sun';

const SHADOW_PX = 2048;
/** Lights stay this high in the picture, however low the sun: endless shadows say nothing. */
const LOWEST_LIGHT = 0.3;

/** Sun, sky light, sky and fog. Shadows are asked for again only when the sun has moved. */
export class LightRig {
  readonly group = new Group();
  readonly sky = new Sky();
  /** The same light for shaders that work it out at the vertex. */
  readonly air = airUniforms();
  private readonly sun = new DirectionalLight();
  private readonly dome = new HemisphereLight();
  private readonly fog = new Fog(0xffffff, 1, 2);
  private readonly background = new Color();
  private readonly floor = new Color();

  constructor(
    private readonly scene: Scene,
    private readonly extent: Extent,
    shadows: boolean,
  ) {
    const { sun, dome } = this;
    const reach = extent.radiusM * 1.08;
    sun.castShadow = shadows;
    sun.shadow.mapSize.set(SHADOW_PX, SHADOW_PX);
    sun.shadow.camera.left = sun.shadow.camera.bottom = -reach;
    sun.shadow.camera.right = sun.shadow.camera.top = reach;
    sun.shadow.camera.near = 1;
    sun.shadow.camera.far = reach * 4;
    sun.shadow.normalBias = 0.35;
    sun.shadow.bias = -0.0004;
    sun.shadow.radius = 1.6;
    sun.target.position.set(extent.centre[0], extent.centre[1], 0);
    dome.position.set(0, 0, 1);
    this.group.add(sun, sun.target, dome, this.sky.mesh);
  }

  /** Sets the light of an hour in the Scene look. Returns it for exposure and windows. */
  setScene(site: Site, hour: HourOfYear): Daylight {
    const position = sunPosition(site, hour);
    const daylight = daylightAt(position.altitudeRad);
    this.group.visible = true;
    this.sun.color.copy(daylight.sunColour);
    this.sun.intensity = daylight.sunIntensity;
    this.placeSun(position);
    this.dome.color.copy(daylight.skyColour);
    this.dome.groundColor.copy(daylight.bounceColour);
    this.dome.intensity = daylight.skyIntensity;
    this.sky.set(daylight, position);
    this.scene.background = null;
    this.fog.color.copy(daylight.horizon);
    this.scene.fog = this.fog;
    this.setAir(daylight.exposure);
    return daylight;
  }

  /** Neutral and even: nothing but the subject speaks. */
  setData(theme: Theme): void {
    this.group.visible = false;
    this.background.set(DATA_WORLD[theme].sky);
    this.floor.set(DATA_WORLD[theme].ground);
    this.scene.background = this.background;
    this.fog.color.copy(this.background);
    this.scene.fog = this.fog;
    this.setAir(1);
  }

  /** What the canvas is cleared with in the Data look: the sky, or the ground where that is all one colour. */
  clearWithGround(isGround: boolean): void {
    if (this.scene.background !== null) this.scene.background = isGround ? this.floor : this.background;
  }

  /** The fog begins behind the town and ends before the ground does. */
  reach(look: Look, distanceM: number): void {
    const { radiusM } = this.extent;
    this.fog.near = distanceM + radiusM * (look === 'scene' ? 0.25 : 0.7);
    this.fog.far = distanceM + radiusM * 3.2;
    this.air.uFogSpan.value.set(this.fog.near, this.fog.far);
  }

  dispose(): void {
    this.sun.shadow.dispose();
    this.sun.dispose();
    this.dome.dispose();
    this.sky.dispose();
  }

  private setAir(exposure: number): void {
    const { air, sun, dome } = this;
    air.uSunDirection.value.copy(sun.position).sub(sun.target.position).normalize();
    air.uSunLight.value.copy(sun.color).multiplyScalar(sun.intensity);
    air.uSkyLight.value.copy(dome.color).multiplyScalar(dome.intensity);
    air.uBounceLight.value.copy(dome.groundColor).multiplyScalar(dome.intensity);
    air.uExposure.value = exposure;
    this.fog.color.getRGB(air.uFogColour.value, SRGBColorSpace);
  }

  private placeSun(position: SunPosition): void {
    const [east, north, up] = position.direction;
    // By night the light comes from a moon opposite the sun, high and pale.
    const side = position.altitudeRad < -0.05 ? -1 : 1;
    const height = side < 0 ? 0.75 : Math.max(LOWEST_LIGHT, up);
    const level = Math.hypot(east, north) || 1;
    const flat = Math.sqrt(1 - height * height);
    const far = this.extent.radiusM * 2;
    this.sun.position.set(
      this.extent.centre[0] + ((side * east) / level) * flat * far,
      this.extent.centre[1] + ((side * north) / level) * flat * far,
      height * far,
    );
  }
}
