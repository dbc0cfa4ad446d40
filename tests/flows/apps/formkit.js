// FormKit: inputs, labels, validation and the button are all its own.
import { defaultConfig, plugin } from "@formkit/vue";
import { start } from "./vue_shared.js";

start("Ask for a callback", {
  props: ["submit"],
  template: `<FormKit type="form" submit-label="Request a callback" @submit="({ ...values }) => submit(values)">
    <FormKit type="text" name="name" label="Your name" validation="required" />
    <FormKit type="tel" name="phone" label="Telephone number" validation="required" />
    <FormKit type="select" name="time" label="Best time to call" placeholder="Choose one" :options="['Morning', 'Afternoon']" validation="required" />
  </FormKit>`,
}, (app) => app.use(plugin, defaultConfig()));
