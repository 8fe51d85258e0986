/** Describes a site once for everything inside. Renders nothing of its own. */
import { html, LitElement, type TemplateResult } from 'lit';

/**
 * @summary Names the gateway and the unit for all Một Cửa elements inside it.
 * @tag motcua-site
 * @slot - The part of the page that belongs to the unit.
 */
export class SiteElement extends LitElement {
  static override properties = { gateway: { type: String }, unit: { type: String } };
  /** Address of the gateway, absolute or relative to the page. */
  declare gateway: string | null;
  /** Id of the unit's site at the gateway. */
  declare unit: string | null;

  constructor() {
    super();
    this.gateway = null;
    this.unit = null;
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
