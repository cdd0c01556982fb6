export type Quality = 'full' | 'light';

/** Names of renderers that draw on the processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export interface Graphics {
  readonly available: boolean;
  readonly quality: Quality;
}

/**
 * What this browser can draw with. On a processor, multisampling and shadows cost more than they show, so the light tier
 * leaves them out; every pick, colour and journey stays the same.
 */
export function probeGraphics(): Graphics {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) return { available: false, quality: 'light' };
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return { available: true, quality: typeof name === 'string' && SOFTWARE.test(name) ? 'light' : 'full' };
}
