import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/**
 * The rooms below src, and the rooms that each may import: no room imports one that is above it. Only the files at the
 * root of src and the tests import any of them.
 */
const SHARED = ["api", "console", "routes", "parts"];
const ROOMS = {
  // a new room, until it stands here
  "*": [],
  api: [],
  console: ["api"],
  routes: ["api"],
  parts: ["api", "console", "routes"],
  settings: SHARED,
  issuance: SHARED,
  transfer: SHARED,
  diagnosis: [...SHARED, "settings"],
  passwordgrants: [...SHARED, "settings"],
  pair: [...SHARED, "settings", "issuance", "transfer", "diagnosis"],
};
const rooms = Object.entries(ROOMS).map(([room, below]) => ({
  files: [`src/${room}/**`],
  ignores: ["**/*.test.*"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            regex: below.length === 0 ? "^\\.\\./" : `^\\.\\./(?!(?:${below.join("|")})/)`,
            message: `The room ${room} may import ${below.join(", ") || "no other room"}: see ROOMS in eslint.config.js.`,
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ["node_modules/"] },
  js.configs.recommended,
  { files: ["**/*.js", "**/*.mjs"], languageOptions: { globals: { console: "readonly", process: "readonly" } } },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked, jsxA11y.flatConfigs.strict],
    plugins: { "react-hooks": reactHooks },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  ...rooms,
);
