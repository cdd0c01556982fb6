/** As much of an element as tells whether it is typed into. */
interface Typable {
  readonly tagName?: string;
  readonly type?: string;
  readonly isContentEditable?: boolean;
}

/** Boxes that are ticked, dragged or picked hold no letters. */
const WITHOUT_LETTERS = new Set(['checkbox', 'radio', 'range', 'file', 'color', 'button', 'submit', 'reset']);

function isText({ tagName, type = 'text', isContentEditable = false }: Typable): boolean {
  return isContentEditable || tagName === 'TEXTAREA' || (tagName === 'INPUT' && !WITHOUT_LETTERS.has(type));
}

/**
 * Whether somebody is in the middle of typing: letters stand in a field and are not taken yet, by Enter or by leaving it.
 * Until then undo is of the letters; from then on they are a step of the work, and undo is of that.
 */
export class Typing {
  private field: unknown = null;

  isIn(target: unknown): boolean {
    return target !== null && target === this.field;
  }

  /** An `input`, `keydown`, `change` or `focusout` of the page. */
  saw({
    type,
    target,
    key,
  }: {
    readonly type: string;
    readonly target: unknown;
    readonly key?: string;
  }): void {
    const field = (target ?? {}) as Typable;
    if (type === 'input') this.field = isText(field) ? target : null;
    else if (this.isIn(target) && (type !== 'keydown' || (key === 'Enter' && field.tagName === 'INPUT')))
      this.field = null;
  }
}
