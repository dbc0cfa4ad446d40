// The frame of the Vue applications: the form in a slot, then the page that thanks.
import { createApp, ref } from "vue";
import { send, thanks } from "./shared.js";

export function start(title, Form, prepare = () => {}) {
  const app = createApp({
    components: { TheForm: Form },
    setup() {
      const reference = ref(""), problem = ref("");
      const submit = async (values) => {
        try {
          reference.value = await send(values);
        } catch (error) {
          problem.value = error.message;
        }
      };
      return { title, reference, problem, submit, thanks };
    },
    template: `<main>
      <template v-if="reference"><h1>Thank you</h1><p>{{ thanks(reference) }}</p></template>
      <template v-else><h1>{{ title }}</h1><p v-if="problem" role="alert">{{ problem }}</p><TheForm :submit="submit" /></template>
    </main>`,
  });
  prepare(app);
  app.mount("#root");
}
