// The part of the import law that asks what is loaded at run time: type imports do not count here.
import law from './.dependency-cruiser.mjs';

const TEST = '\\.(test|suite|stories|bench)\\.ts$';

const runtimeLaw = {
  forbidden: [
    {
      name: 'domain-never-loads-zod',
      severity: 'error',
      comment: 'domain takes types, and constants from the zod-free doors of contract; it never loads zod at run time.',
      from: { path: '^packages/domain/src/', pathNot: TEST },
      to: { path: '(^|/)node_modules/zod/', reachable: true },
    },
    {
      name: 'no-cycles-at-run-time',
      severity: 'error',
      comment: 'No module may lead back to itself at run time: load order would decide what works.',
      from: { path: '^packages/' },
      to: { circular: true },
    },
  ],
  options: { ...law.options, tsPreCompilationDeps: false },
};

export default runtimeLaw;
