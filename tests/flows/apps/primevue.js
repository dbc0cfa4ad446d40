// PrimeVue: its text inputs, text area and button; labels float over them.
import PrimeVue from "primevue/config";
import Button from "primevue/button";
import FloatLabel from "primevue/floatlabel";
import InputText from "primevue/inputtext";
import Textarea from "primevue/textarea";
import { reactive } from "vue";
import { start } from "./vue_shared.js";

start("Write to a councillor", {
  components: { PButton: Button, FloatLabel, InputText, PTextarea: Textarea },
  props: ["submit"],
  setup: () => ({ values: reactive({ name: "", email: "", message: "" }) }),
  template: `<form @submit.prevent="submit({ ...values })">
    <FloatLabel><InputText id="name" v-model="values.name" /><label for="name">Full name</label></FloatLabel>
    <FloatLabel><InputText id="email" v-model="values.email" /><label for="email">Email address</label></FloatLabel>
    <FloatLabel><PTextarea id="message" v-model="values.message" rows="5" /><label for="message">Your message</label></FloatLabel>
    <PButton type="submit" label="Send message" />
  </form>`,
}, (app) => app.use(PrimeVue, { unstyled: true }));
