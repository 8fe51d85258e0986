// `npm run manifest`: what the elements offer, read from their doc comments. Editors, Storybook and
// the API tables of the docs take it from there.
export default {
  globs: ['packages/elements/src/**/*.ts'],
  exclude: [
    'packages/elements/src/**/*.test.ts',
    'packages/elements/src/**/*.stories.ts',
    'packages/elements/src/**/*.suite.ts',
    'packages/elements/src/internal/**',
    'packages/elements/src/localization/**',
    'packages/elements/src/**/*.styles.ts',
    'packages/elements/src/**/*.model.ts',
  ],
  outdir: 'packages/elements',
  litelement: true,
  packagejson: false,
  plugins: [publicSurface()],
};

/** Drops what is not for users: private and internal members, the statics that Lit and forms want. */
function publicSurface() {
  const hidden = new Set(['properties', 'styles', 'formAssociated', 'shadowRootOptions', 'observedAttributes']);
  const isPublic = (member) =>
    member.privacy !== 'private' &&
    member.privacy !== 'protected' &&
    !member.name.startsWith('#') &&
    !member.name.startsWith('_') &&
    !(member.static && hidden.has(member.name));
  return {
    name: 'public-surface',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        // Paths relative to the package: that is where users find them.
        module.path = module.path.replace(/^packages\/elements\//, '');
        for (const declaration of module.declarations ?? []) {
          if (declaration.members) declaration.members = declaration.members.filter(isPublic);
          // Attributes of states go with their members.
          const kept = new Set(declaration.members?.map(({ name }) => name));
          if (declaration.attributes) declaration.attributes = declaration.attributes.filter(({ fieldName }) => fieldName === undefined || kept.has(fieldName));
          // The analyzer also takes the arguments of event classes for names of events.
          if (declaration.events) declaration.events = declaration.events.filter(({ name }) => /^(change|input|motcua-.+)$/.test(name));
        }
      }
      // Only what users meet: tags, their classes and their events. The rest may change without a word.
      customElementsManifest.modules = customElementsManifest.modules.filter(
        ({ path, declarations, exports }) =>
          path.endsWith('.events.ts') ||
          declarations?.some(({ tagName }) => tagName) ||
          exports?.some(({ kind, name }) => kind === 'custom-element-definition' && /^motcua-/.test(name) && !path.includes('/internal/')),
      );
      customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}
