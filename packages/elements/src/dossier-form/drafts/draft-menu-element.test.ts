import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import type { DossierFormController } from '../dossier-form.controller.ts';
import type { DraftMenuElement } from './draft-menu-element.ts';
import './motcua-draft-menu.ts';

/** A keeper that moves a draft only when told so. */
function slowKeeper() {
  const waiting: ((error?: Error) => void)[] = [];
  const asked: boolean[] = [];
  const keeper = {
    kept: false,
    withoutStore: false,
    keep(kept: boolean): Promise<void> {
      asked.push(kept);
      return new Promise((resolve, reject) =>
        waiting.push((error) => {
          if (error) return reject(error);
          keeper.kept = kept;
          resolve();
        }),
      );
    },
  };
  return { keeper, asked, done: (error?: Error) => waiting.shift()?.(error) };
}

async function open(keeper: object): Promise<{ menu: DraftMenuElement; box: () => HTMLInputElement }> {
  const form = { session: {}, keeper, draft: {} } as unknown as DossierFormController;
  const menu = await fixture<DraftMenuElement>(html`<motcua-draft-menu .form=${form} .state=${{ kind: 'saving' }}></motcua-draft-menu>`);
  return { menu, box: () => menu.renderRoot.querySelector<HTMLInputElement>('#keep')! };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('keeping a draft on the device', () => {
  it('the box stays ticked while the draft moves, whatever is saved meanwhile', async () => {
    const { keeper, done } = slowKeeper();
    const { menu, box } = await open(keeper);
    box().click();
    menu.state = { kind: 'saved', savedAt: Date.now() };
    await menu.updateComplete;
    expect(box().checked).to.equal(true);
    done();
    await settled();
    expect(box().checked).to.equal(true);
  });

  it('a changed mind counts, and the moves never overlap', async () => {
    const { keeper, asked, done } = slowKeeper();
    const { box } = await open(keeper);
    box().click();
    box().click();
    expect(asked).to.deep.equal([true]);
    done();
    await settled();
    expect(asked).to.deep.equal([true, false]);
    done();
    await settled();
    expect([keeper.kept, box().checked]).to.deep.equal([false, false]);
  });

  it('a device that cannot: the box goes back and the reason is said', async () => {
    const { keeper, done } = slowKeeper();
    const { menu, box } = await open(keeper);
    box().click();
    done(new Error('denied'));
    await settled();
    expect(box().checked).to.equal(false);
    expect(menu.renderRoot.querySelector('[role=alert]')).to.not.equal(null);
  });
});
