/** What the linter asks: types everywhere, small files and functions, one reader of the environment. */
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const environmentOnlyInConfig = {
  object: 'process',
  property: 'env',
  message: 'Only server/config.ts reads the environment.',
};

const environmentByAnotherName = {
  paths: [
    { name: 'node:process', importNames: ['env'], message: environmentOnlyInConfig.message },
    { name: 'process', message: 'Import node:process.' },
  ],
};

const nameAfterContents = {
  selector: 'ImportDeclaration[source.value=/(utils|helpers|manager)/]',
  message: 'Name the file after what it holds.',
};

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'tmp/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Types say what is an index signature; process.env alone wants brackets.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['**/*.{ts,js}'],
    rules: {
      // A switch over a union counts once: its cases are a table.
      complexity: ['error', { max: 8, variant: 'modified' }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-properties': ['error', environmentOnlyInConfig],
      'no-restricted-imports': ['error', environmentByAnotherName],
      'no-restricted-syntax': ['error', nameAfterContents],
      eqeqeq: 'error',
      curly: ['error', 'multi-line'],
      'prefer-const': 'error',
      'no-param-reassign': 'error',
      'no-warning-comments': 'error',
    },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
  },
  {
    files: ['server/cli/**', 'test/config/*.ts', 'test/{bench,screenshots}/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // A migration is one step of history, never edited again.
    files: ['migrations/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['server/config.ts', 'test/config/**', 'test/browser/**', 'test/bench/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // Deprecated to stand out: for a provider on this machine, whose address has no TLS.
    files: ['server/adapters/openid.ts'],
    rules: {
      '@typescript-eslint/no-deprecated': [
        'error',
        {
          allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }],
        },
      ],
    },
  },
  {
    files: ['public/**/*.js'],
    languageOptions: {
      globals: {
        document: 'readonly',
        window: 'readonly',
        fetch: 'readonly',
        FormData: 'readonly',
      },
    },
  },
);
