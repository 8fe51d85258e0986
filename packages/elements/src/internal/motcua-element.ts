/** The base of every element: host isolation, the counter it belongs to, keys that stay inside. */
import { LitElement, type PropertyDeclarations } from 'lit';
import { makePort } from '../connect.ts';
import type { CounterPort } from '../context/counter-port.ts';
import { findPort } from '../context/site-context.ts';

const KEY_EVENTS = ['keydown', 'keyup', 'keypress', 'paste', 'input', 'beforeinput', 'change'] as const;
const LEAVES = new Set(['Escape', 'Tab']);

/** Base class. Subclasses render `<slot></slot>` until they are ready, so the page's fallback stays readable. */
export class MotcuaElement extends LitElement {
  static override properties: PropertyDeclarations = {
    gateway: { type: String },
    unit: { type: String },
    port: { attribute: false },
  };

  /** Address of the gateway, absolute or relative to the page. */
  declare gateway: string | null;
  /** Id of the unit's site at the gateway. */
  declare unit: string | null;
  /** A ready counter instead of `gateway` and `unit`; for pages that make their own client, and for tests. */
  declare port: CounterPort | null;

  constructor() {
    super();
    this.gateway = null;
    this.unit = null;
    this.port = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.renderRoot;
    // Host pages bind hotkeys and paste filters on the document: what a citizen types here is none of their business.
    for (const type of KEY_EVENTS) root.addEventListener(type, keepInside);
  }

  /** The counter: given, or found through attributes, `motcua-site` or the script tag. */
  protected get counter(): CounterPort | null {
    return this.port ?? findPort(this, makePort);
  }
}

/** Stops typing from reaching the host page; Escape and Tab go on, dialogs and focus order depend on them. */
function keepInside(event: Event): void {
  const target = event.composedPath()[0];
  const typing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
  if (typing && !(event instanceof KeyboardEvent && LEAVES.has(event.key))) event.stopPropagation();
}
