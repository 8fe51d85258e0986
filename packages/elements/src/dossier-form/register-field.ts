/** Controls that a site brings along for fields of kind `custom`. */

/** `kind`: what the form definition calls it (`control`). `element`: name of a custom element with `value`, `change` and `reportValidity()`. */
export interface OwnField {
  readonly kind: string;
  readonly element: string;
}

/** One table for the page: the form may come from one bundle and the control from another. */
const KEY = Symbol.for('motcua.fields');
const table = (): Map<string, string> => {
  const page = globalThis as { [KEY]?: Map<string, string> };
  return (page[KEY] ??= new Map());
};

/** Registers a control; before or after the form is there, and its element may be defined later. Throws when the name is taken by another element. */
export function registerField({ kind, element }: OwnField): void {
  if (!/^[a-z][a-z0-9.-]{0,59}$/.test(kind)) throw new TypeError(`registerField: «${kind}» is no name of a kind`);
  if (!/^[a-z][a-z0-9._]*-[a-z0-9._-]*$/.test(element)) throw new TypeError(`registerField: «${element}» is no name of a custom element`);
  const before = table().get(kind);
  if (before !== undefined && before !== element) throw new Error(`registerField: «${kind}» belongs to <${before}> already`);
  table().set(kind, element);
}

/** The element of a kind, if anybody has registered one. */
export function ownElement(kind: string): string | undefined {
  return table().get(kind);
}
