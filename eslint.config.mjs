import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Dependency order of the folders under src (docs: the map of modules in README); a folder may import only from levels before its own. */
const URUTAN = [
  ['shared', 'database', 'storage'],
  ['audit'],
  ['auth'],
  ['organisasi'],
  ['instrumen'],
  ['survei'],
  ['rtl'],
  ['prioritas'],
  ['progres'],
  ['verifikasi'],
  ['realisasi'],
  ['laporan'],
  ['dashboard', 'notifikasi', 'paket'],
];

/** Shared files without side effects or clock: all that rules may use besides other rules. */
const SHARED_MURNI = ['desimal', 'tanggal', 'periode', 'kelompok', 'pencarian'];

/** What Node gives every plain JavaScript file here. */
const GLOBAL_NODE = [
  'process',
  'Buffer',
  'URL',
  'console',
  'performance',
  'fetch',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
];

function tolakFolder(folder, tingkat) {
  const kemudian = URUTAN.slice(tingkat + 1).flat();
  const sejajar = tingkat === 0 ? [] : URUTAN[tingkat].filter((lain) => lain !== folder);
  return [...kemudian, ...sejajar];
}

const urutanFolder = URUTAN.flatMap((sejajar, tingkat) =>
  sejajar.map((folder) => ({
    files: [`src/${folder}/**/*.ts`],
    // The one list of all tables, which the data source needs.
    ignores: ['src/database/entitas.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(?:(?:${[...tolakFolder(folder, tingkat), '(?!)'].join('|')})/|(?:main|cli|app\\.module)$)`,
              message: `src/${folder} may not import from a folder that comes after it in the dependency order (eslint.config.mjs).`,
            },
          ],
        },
      ],
    },
  })),
);

const GLOBAL_PERAMBAN = [
  ...[
    'document',
    'window',
    'location',
    'localStorage',
    'addEventListener',
    'setTimeout',
    'clearTimeout',
    'fetch',
    'XMLHttpRequest',
  ],
  ...['DOMParser', 'URLSearchParams', 'File', 'CSS', 'createImageBitmap'],
];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'coverage/', '.data/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    rules: {
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      eqeqeq: ['error', 'always'],
      'max-lines': ['error', { max: 350 }],
      'prefer-const': 'error',
      'no-param-reassign': 'error',
      'no-useless-rename': 'error',
      'object-shorthand': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  ...urutanFolder,
  {
    files: ['src/**/*.rules.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?!\\.{1,2}/(?:.*/)?[a-z0-9-]+\\.rules$|(?:\\.\\./)+shared/(?:${SHARED_MURNI.join('|')})$)`,
              message: 'Rules are pure: they import other rules and the pure shared files only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['views/aset/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: Object.fromEntries(GLOBAL_PERAMBAN.map((nama) => [nama, 'readonly'])),
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    ignores: ['views/aset/*.js'],
    languageOptions: { globals: Object.fromEntries(GLOBAL_NODE.map((nama) => [nama, 'readonly'])) },
  },
);
