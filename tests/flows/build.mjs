// Bundles every application of apps/ into build/, as a site would ship it: minified, one file each.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile } from "svelte/compiler";

const here = dirname(fileURLToPath(import.meta.url));
const apps = join(here, "apps");

const svelte = {
  name: "svelte",
  setup(steps) {
    steps.onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
      contents: compile(readFileSync(path, "utf8"), { filename: path, generate: "client", css: "injected" }).js.code,
      loader: "js",
    }));
  },
};

const entries = readdirSync(apps).filter((each) => /\.(jsx?|ts)$/.test(each) && !each.includes("shared"));
const shared = {
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  conditions: ["browser", "svelte"],
  mainFields: ["browser", "module", "main"],
  alias: {
    vue: "vue/dist/vue.esm-bundler.js", // templates in strings need the compiler
    jquery: join(here, "node_modules/jquery/dist/jquery.js"), // one copy for us and for its plugin
  },
  define: {
    "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
  },
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  plugins: [svelte],
  logLevel: "error",
};
await build({ ...shared, entryPoints: entries.map((each) => join(apps, each)), outdir: join(here, "build") });
await build({
  ...shared, entryPoints: [join(apps, "split", "wizard.js")], outdir: join(here, "build", "split"), splitting: true,
});
