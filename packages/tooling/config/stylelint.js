const physicalSide =
  '/^(margin|padding|border|scroll-margin|scroll-padding)-(top|right|bottom|left)/';
const physicalCorner = '/^border-(top|bottom)-(left|right)-radius$/';

/** @type {import('stylelint').Config} */
export default {
  extends: 'stylelint-config-standard',
  reportNeedlessDisables: true,
  rules: {
    'color-named': 'never',
    'color-no-hex': true,
    'function-disallowed-list': [
      ['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch', 'color'],
      { message: 'Colors stand in packages/theme: use a token.' },
    ],
    'property-disallowed-list': [
      [
        physicalSide,
        physicalCorner,
        '/^(top|right|bottom|left)$/',
        '/^((min|max)-)?(width|height)$/',
        '/^overflow-[xy]$/',
      ],
      { message: 'Use the logical property, so that right-to-left pages lay out.' },
    ],
    'declaration-property-value-disallowed-list': [
      { 'text-align': ['left', 'right'], float: ['left', 'right'], clear: ['left', 'right'] },
      { message: 'Use the logical value, so that right-to-left pages lay out.' },
    ],
    // postcss-lit puts POSTCSS_LIT_0 where a template has an expression.
    'declaration-property-value-no-unknown': [
      true,
      { ignoreProperties: { '/.+/': ['/POSTCSS_LIT/', '-webkit-match-parent'] } },
    ],
    // Chromium knows it by no other name.
    'value-no-vendor-prefix': [true, { ignoreValues: ['match-parent'] }],
    'declaration-block-no-duplicate-properties': [
      true,
      { ignore: ['consecutive-duplicates-with-different-values'] },
    ],
    // Private properties are written --_name.
    'custom-property-pattern': '^_?[a-z][a-z0-9]*(-[a-z0-9]+)*$',
    'custom-property-empty-line-before': null,
    'declaration-empty-line-before': null,
    'comment-empty-line-before': null,
    'no-descending-specificity': null,
    'value-keyword-case': null,
  },
  overrides: [
    { files: ['**/*.ts'], customSyntax: 'postcss-lit' },
    {
      files: ['**/packages/theme/**'],
      rules: { 'color-named': null, 'color-no-hex': null, 'function-disallowed-list': null },
    },
  ],
};
