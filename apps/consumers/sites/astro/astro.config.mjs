// Small scripts would be written into the page, where a strict policy does not let them run.
export default { vite: { build: { assetsInlineLimit: 0 } } };
