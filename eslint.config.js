// How the lab's own scripts are written; `make js` reads this.
import js from '@eslint/js';
import stylistic from '@stylistic/eslint-plugin';

const BROWSER = [
  'AbortController', 'AudioContext', 'BroadcastChannel', 'CSS', 'CustomEvent', 'Element', 'EventSource', 'HTMLElement',
  'HTMLInputElement', 'HTMLTextAreaElement', 'MutationObserver', 'ResizeObserver', 'TextDecoder', 'URL',
  'URLSearchParams', 'addEventListener', 'clearInterval', 'clearTimeout', 'console', 'document', 'fetch',
  'getComputedStyle', 'localStorage', 'location', 'matchMedia', 'navigator', 'performance', 'queueMicrotask',
  'removeEventListener',
  'requestAnimationFrame', 'setInterval', 'setTimeout', 'window',
];
const NODE = ['Event', 'EventTarget', 'TextEncoder', 'globalThis', 'setImmediate', 'structuredClone'];
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

const AS_MARKUP = {
  selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
  message: 'Texts go in as text, never as markup.',
};

// A class is for style sheets. Scripts find what is theirs by `data-lab-…`, the rest by ui/components/selectors.js.
const CLASS = String.raw`(^|[\s,(>+~*\]])\.[A-Za-z]|\[class|st-key-`;
const BY_CLASS = [
  `Literal[value=/${CLASS}/]`, `TemplateElement[value.raw=/${CLASS}/]`, 'Literal[regex.pattern=/st-key-/]',
  'CallExpression[callee.property.name="getElementsByClassName"]',
  'CallExpression[callee.property.name="contains"][callee.object.property.name="classList"]',
].map((selector) => ({ selector, message: 'What a script looks for is marked data-lab-…, or named in selectors.js.' }));

export default [
  { ignores: ['.venv/', 'out/', 'var/', 'tests/foreign/'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { ecmaVersion: 2023, sourceType: 'module' },
    plugins: { '@stylistic': stylistic },
    rules: {
      complexity: ['error', 20],
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', 50],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-syntax': ['error', AS_MARKUP],
      'no-shadow': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      'prefer-template': 'error',
      '@stylistic/arrow-parens': ['error', 'always'],
      '@stylistic/comma-dangle': ['error', 'always-multiline'],
      '@stylistic/eol-last': 'error',
      '@stylistic/indent': ['error', 2],
      '@stylistic/keyword-spacing': 'error',
      '@stylistic/max-len': ['error', { code: 120 }],
      '@stylistic/no-multi-spaces': 'error',
      '@stylistic/no-multiple-empty-lines': ['error', { max: 1, maxEOF: 0 }],
      '@stylistic/no-trailing-spaces': 'error',
      '@stylistic/quotes': ['error', 'single', { avoidEscape: true }],
      '@stylistic/semi': ['error', 'always'],
      '@stylistic/space-before-blocks': 'error',
      '@stylistic/space-infix-ops': 'error',
    },
  },
  { files: ['ui/**/*.js', 'tests/bench/*.js', 'tests/browser/*.js'], languageOptions: { globals: readonly(BROWSER) } },
  {
    files: ['ui/**/*.js'],
    ignores: ['ui/components/selectors.js'],
    rules: { 'no-restricted-syntax': ['error', AS_MARKUP, ...BY_CLASS] },
  },
  {
    files: ['ui/components/page/{first,rest}.js', 'tests/bench/*.js', 'tests/browser/*.js'],
    languageOptions: { sourceType: 'script' },
  },
  {
    files: ['tests/js/**/*.js'],
    languageOptions: { globals: readonly([...BROWSER, ...NODE]) },
    rules: { 'max-lines-per-function': 'off' },
  },
];
