import { css } from 'lit';

export const waysStyles = css`
  section {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    gap: 0.5em;
    margin-block: 0.75em;
  }
  .events {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 7.75em), 1fr));
  }
  .way {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 0.75em;
    inline-size: 100%;
    block-size: 100%;
    border-width: 1px;
  }
  .event {
    flex-direction: column;
    justify-content: flex-start;
    align-items: flex-start;
    gap: 0.25em;
    padding-inline: 0.75em;
  }
  /* Subjects are printed as somebody typed them into the national register. */
  .subject span:first-child::first-letter {
    text-transform: uppercase;
  }
  .way:hover {
    background: var(--_raised);
  }
  .way span + span {
    flex: none;
    color: var(--_muted);
  }
  svg {
    flex: none;
    inline-size: 1.75em;
    block-size: 1.75em;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .recent {
    margin-block-start: 0.25em;
  }
  .keep {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: 2.75em;
    cursor: pointer;
  }
  .keep input {
    flex: none;
    inline-size: 1.5em;
    min-block-size: 0;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
  }
  @media (forced-colors: active) {
    svg {
      stroke: ButtonText;
    }
  }
`;
