/** How an officer comes in: at the identity provider of the unit, or with a token of the gateway. Holds nothing. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskMessages } from '../../localization/vi/desk.ts';
import type { Trouble } from '../desk.controller.ts';
import type { SignInTrouble, Standing } from './oidc.model.ts';
import type { Ended } from './session.controller.ts';

/** What the view needs. */
export interface SignInView {
  readonly words: DeskMessages;
  /** Is there an identity provider? Null while that is not known yet. */
  readonly provider: boolean | null;
  readonly busy: boolean;
  readonly trouble: Trouble | SignInTrouble;
  readonly ended: Ended;
  readonly tokenEmpty: boolean;
  begin(): void;
  useToken(token: string): void;
}

function troubleText({ words, trouble }: SignInView): string {
  if (trouble === '') return '';
  return trouble in words.signInTroubles ? (words.signInTroubles[trouble as SignInTrouble] ?? '') : words[trouble as Exclude<Trouble, ''>];
}

function tokenForm(view: SignInView): TemplateResult {
  const { words, busy, tokenEmpty, provider, trouble } = view;
  const said = tokenEmpty ? words.tokenEmpty : provider === true && trouble !== 'tokenWrong' ? '' : troubleText(view);
  const submit = (event: Event): void => {
    event.preventDefault();
    view.useToken((event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('#token')?.value.trim() ?? '');
  };
  return html`<form class="stack" novalidate @submit=${submit}>
    <p id="token-hint">${words.signInIntro}</p>
    <div><label for="token">${words.token}</label>
      <input id="token" type="password" autocomplete="off" spellcheck="false" aria-invalid=${said === '' ? 'false' : 'true'} aria-describedby="token-hint token-error" /></div>
    <p class="error" role="alert" id="token-error">${said}</p>
    <button type="submit" class=${provider === true ? '' : 'main'} ?disabled=${busy}>${words.enter}</button>
  </form>`;
}

/** The whole screen. */
export function renderSignIn(view: SignInView): TemplateResult {
  const { words, provider, busy, ended } = view;
  const said = view.trouble === 'tokenWrong' ? '' : troubleText(view);
  return html`<div class="root stack sign-in">
    <h2 id="sign-in" tabindex="-1">${words.signIn}</h2>
    ${ended === '' ? nothing : html`<p class="notice" role="alert">${words.ended[ended]}</p>`}
    ${provider === true
      ? html`<p>${words.providerIntro}</p>
        ${said === '' ? nothing : html`<p class="error" role="alert">${said}</p>`}
        <button type="button" class="main" id="begin" ?disabled=${busy} @click=${() => view.begin()}>${words.providerEnter}</button>
        <details ?open=${view.trouble === 'tokenWrong'}><summary>${words.otherWay}</summary>${tokenForm(view)}</details>`
      : provider === null ? nothing : tokenForm(view)}
    <p role="status">${busy || provider === null ? words.loading : ''}</p>
  </div>`;
}

/** A question before the session ends: any key or touch is the answer. */
export function renderWarning(words: DeskMessages, standing: Standing | null, goOn: () => void): TemplateResult | typeof nothing {
  if (standing === 'idle-soon') return html`<p class="notice" role="alert">${words.idleSoon} <button type="button" @click=${goOn}>${words.goOn}</button></p>`;
  return standing === 'over-soon' ? html`<p class="notice" role="alert">${words.overSoon}</p>` : nothing;
}
