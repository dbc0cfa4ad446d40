// The frame of the Vue forms: a heading, a form that submits one reactive object of values.
import { createApp, reactive, toRaw } from "vue";
import * as lists from "./shared.js";

export function start(components, template, { begin = {}, prepare = () => {}, shape = (values) => values, more = () => ({}) } = {}) {
  const app = createApp({
    components,
    setup() {
      const values = reactive({ news: true, terms: false, hours: 4, visitors: 1, days: [], languages: [], ...begin });
      return { ...lists, values, send: () => lists.submit(shape({ ...toRaw(values) })), ...more(values) };
    },
    template: `<main style="max-width: 640px; margin: 0 auto"><h1>Become a volunteer</h1>${template}</main>`,
  });
  prepare(app);
  app.mount("#root");
}
