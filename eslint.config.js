import unsanitized from "eslint-plugin-no-unsanitized";

// Types are tsc's matter. This keeps out what turns an article's text into markup or code, and what is left over.
export default [
  { ignores: ["wwwroot/lib/**"] },
  {
    files: ["wwwroot/js/**/*.js"],
    plugins: { "no-unsanitized": unsanitized },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-unsanitized/method": "error", "no-unsanitized/property": "error", "no-eval": "error", "no-implied-eval": "error", "no-new-func": "error", "no-script-url": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }], "no-var": "error", "prefer-const": "error", eqeqeq: "error", "no-self-compare": "error", "no-unreachable": "error",
      "no-dupe-keys": "error", "no-dupe-else-if": "error", "no-fallthrough": "error", "no-unsafe-finally": "error",
    },
  },
];
