// Renders the packages' own templates and fixtures into whole pages: {name: html} as JSON on standard output.
// Reads the list of pages (the "parts" of pages.py) as JSON from standard input.
"use strict";
const fs = require("fs");
const path = require("path");

const modules = path.join(__dirname, "node_modules");
const uswds = path.join(modules, "@uswds/uswds");

function fixture(library, component, name) {
  const folder = { govuk: "govuk-frontend/dist/govuk", nhsuk: "nhsuk-frontend/dist/nhsuk" }[library];
  const file = path.join(modules, folder, "components", component, "fixtures.json");
  const found = JSON.parse(fs.readFileSync(file, "utf8")).fixtures.find((each) => each.name === name);
  if (!found) throw new Error(`${file} has no fixture "${name}"`);
  return found.html;
}

// A page of fixtures inside the library's own page template, with the library's own button.
function fixturePage(library, parts, upload) {
  const nunjucks = require("nunjucks");
  const environment = nunjucks.configure(
    [path.join(modules, "govuk-frontend/dist"), path.join(modules, "nhsuk-frontend/dist")],
    { autoescape: true },
  );
  const is_govuk = library === "govuk";
  const base = is_govuk ? "/packages/govuk-frontend/dist/govuk/govuk-frontend" : "/packages/nhsuk-frontend/dist/nhsuk/nhsuk-frontend";
  const button = is_govuk
    ? '{% from "govuk/components/button/macro.njk" import govukButton %}{{ govukButton({text: "Continue"}) }}'
    : '{% from "nhsuk/components/button/macro.njk" import button %}{{ button({text: "Continue"}) }}';
  const source =
    `{% extends "${library}/template.njk" %}` +
    `{% block head %}<link rel="stylesheet" href="${base}.min.css">{% endblock %}` +
    `{% block content %}<form novalidate${upload ? ' enctype="multipart/form-data"' : ""}>{{ body | safe }}${button}</form>{% endblock %}` +
    `{% block bodyEnd %}<script type="module">import { initAll } from "${base}.min.js"; initAll();</script>{% endblock %}`;
  const body = parts.map(([component, name]) => fixture(library, component, name)).join("\n");
  return environment.renderString(source, { body });
}

// A USWDS template of its own "Pages" or "Forms", inside its own base page where it does not extend it itself.
function uswdsPage(template, data, whole) {
  const { twig, cache } = require("twig");
  cache(false);
  const namespaces = {
    components: path.join(uswds, "packages"),
    templates: path.join(uswds, "packages/templates"),
  };
  const render = (file, context) =>
    twig({ path: path.join(uswds, "packages", file), async: false, namespaces, rethrow: true }).render(context);
  const context = data ? JSON.parse(fs.readFileSync(path.join(uswds, "packages", data), "utf8")) : {};
  context.lang = context.lang || "en";
  context.img_path = "/packages/@uswds/uswds/dist/img";
  let body = render(template, context);
  if (!whole) {
    const frame = render("templates/usa-base/_base.twig", context);
    body = frame.replace(/(<main id="main-content">)\s*(<\/main>)/, (_, open, close) => `${open}<div class="grid-container">${body}</div>${close}`);
    if (!body.includes("</form>")) throw new Error(`${template}: the base page has no place for it`);
  }
  const dist = "/packages/@uswds/uswds/dist";
  return (
    `<!doctype html>\n<html lang="${context.lang}"><head><meta charset="utf-8"><title>USWDS</title>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<link rel="stylesheet" href="${dist}/css/uswds.min.css"><script src="${dist}/js/uswds-init.min.js"></script></head>` +
    body.replace("</body>", `<script src="${dist}/js/uswds.min.js"></script></body>`) +
    "</html>\n"
  );
}

const wanted = JSON.parse(fs.readFileSync(0, "utf8"));
const pages = {};
for (const page of wanted) {
  pages[page.name] = page.library === "uswds"
    ? uswdsPage(page.template, page.data, page.whole)
    : fixturePage(page.library, page.parts, page.upload);
}
process.stdout.write(JSON.stringify(pages));
