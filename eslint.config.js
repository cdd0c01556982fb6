import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const CORE_ROOMS = [
  'units',
  'model',
  'geometry',
  'sim',
  'synthesis',
  'measures',
  'scenario',
  'kpi',
  'study',
  'io',
  'protocol',
];

/** These differ by an ulp between JavaScript engines (3 to 10 % of arguments), so the same input would not give the same bits. */
const UNPORTABLE_MATH = [
  ...['exp', 'expm1', 'pow', 'log', 'log10', 'log2', 'log1p', 'cbrt', 'hypot'],
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2'],
  ...['sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
];

const SHELL_GLOBALS = [
  ...['window', 'document', 'self', 'navigator', 'location', 'localStorage', 'indexedDB', 'caches', 'crypto'],
  ...['process', 'Buffer', 'require', 'module', '__dirname', '__filename', 'global', 'globalThis'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'performance', 'console', 'postMessage'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'queueMicrotask'],
];

const coreRules = {
  'no-restricted-properties': [
    'error',
    ...UNPORTABLE_MATH.map((property) => ({
      object: 'Math',
      property,
      message: 'Not the same bits in every engine: take it from sim/numeric/elementary.',
    })),
    {
      object: 'Math',
      property: 'random',
      message: 'Draw through sim/numeric/random, keyed by seed, entity and purpose.',
    },
  ],
  'no-restricted-globals': [
    'error',
    { name: 'Date', message: 'The core has no clock: time is an input.' },
    ...SHELL_GLOBALS.map((name) => ({ name, message: 'The core is pure: a shell passes this in.' })),
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']",
      message: '** is not the same bits in every engine: multiply, or take pow from sim/numeric/elementary.',
    },
    {
      selector:
        "VariableDeclarator[init.name='Math'], :matches(Property, ArrayExpression, CallExpression) > Identifier[name='Math']",
      message: 'Math under another name hides functions that are not portable.',
    },
    {
      selector: "MemberExpression[object.name='Math'][computed=true]",
      message: 'A computed Math function hides functions that are not portable.',
    },
  ],
};

export default tseslint.config(
  // Kernels are AssemblyScript: its own compiler checks them (npm run kernels).
  { ignores: ['dist/', '.cache/', 'coverage/', 'node_modules/', 'src/sim/*/*/kernel/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Taste, at the price of one more pass over every type.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNever: true }],
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/{app,panels,scene,state}/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  { files: CORE_ROOMS.map((room) => `src/${room}/**/*.ts`), rules: coreRules },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // Test bodies hand methods and awaited-elsewhere promises to expect.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
);
