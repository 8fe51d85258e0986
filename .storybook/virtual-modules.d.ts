declare module 'virtual:story-seed' {
  /** JSON text of a reference bundle (`.storybook/story-seed.ts`). */
  const seed: string;
  export default seed;
}
