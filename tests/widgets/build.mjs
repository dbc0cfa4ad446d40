// Bundles the forms of apps/ into build/, one script and one style sheet each; names on the command line choose some.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const entries = readdirSync(join(here, "apps")).filter((each) => !each.includes("shared")
  && (!wanted.length || wanted.includes(each.replace(/\.\w+$/, ""))));
await build({
  entryPoints: entries.map((each) => join(here, "apps", each)),
  outdir: join(here, "build"),
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  conditions: ["browser"],
  mainFields: ["browser", "module", "main"],
  alias: { vue: "vue/dist/vue.esm-bundler.js" }, // templates in strings need the compiler
  loader: Object.fromEntries([".woff", ".woff2", ".ttf", ".eot", ".svg", ".png", ".gif", ".webp"].map((ending) => [ending, "empty"])),
  define: {
    "process.env.NODE_ENV": '"production"', "process.env": "{}", __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false", __QUASAR_SSR__: "false", __QUASAR_SSR_CLIENT__: "false",
    __QUASAR_SSR_SERVER__: "false", __QUASAR_SSR_PWA__: "false", __QUASAR_VERSION__: '""',
  },
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  logLevel: "error",
});
