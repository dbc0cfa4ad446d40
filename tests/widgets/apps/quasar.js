// Quasar: input with mask and date popup, select, filtered select, multiple select, option groups, toggle, slider, file.
import "quasar/dist/quasar.css";
import { Quasar } from "quasar";
import * as everything from "quasar";
import { ref } from "vue";
import { countries } from "./shared.js";
import { start } from "./vue_shared.js";

const components = Object.fromEntries(Object.entries(everything).filter(([name, each]) => /^Q[A-Z]/.test(name) && each?.name));
start({}, `<q-form @submit="send">
  <q-select v-model="values.title" :options="titles" emit-value map-options label="Title *" />
  <q-input v-model="values.name" label="Full name *" />
  <q-input v-model="values.email" type="email" label="Email address *" />
  <q-input v-model="values.phone" label="Mobile number *" mask="##### ######" />
  <q-input v-model="values.birthday" mask="##/##/####" label="Date of birth *" hint="DD/MM/YYYY"><template v-slot:append>
    <q-icon name="event" class="cursor-pointer"><q-popup-proxy><q-date v-model="values.birthday" mask="DD/MM/YYYY" /></q-popup-proxy></q-icon></template></q-input>
  <q-select v-model="values.country" :options="found" use-input hide-selected fill-input emit-value map-options input-debounce="0" @filter="filter" label="Country *" />
  <q-select v-model="values.languages" :options="languages" multiple emit-value map-options use-chips label="Languages you speak *" />
  <div role="radiogroup" aria-labelledby="contact-label"><p id="contact-label">How should we contact you? *</p>
    <q-option-group v-model="values.contact" :options="contacts" type="radio" /></div>
  <fieldset><legend>Which days suit you? *</legend><q-option-group v-model="values.days" :options="weekdays" type="checkbox" /></fieldset>
  <q-input v-model.number="values.visitors" type="number" label="Number of visitors" min="1" max="20" />
  <p id="hours-label">Hours per week</p><q-slider v-model="values.hours" :min="0" :max="40" label aria-labelledby="hours-label" />
  <q-file v-model="values.document" label="Proof of address *" />
  <q-input v-model="values.message" type="textarea" label="Your message *" />
  <q-toggle v-model="values.news" label="Send me the newsletter" /><br>
  <q-checkbox v-model="values.terms" label="I accept the terms of use *" /><br>
  <q-btn type="submit" label="Send" /></q-form>`, {
  prepare: (app) => app.use(Quasar, { components, config: {} }),
  shape: (values) => ({ ...values, birthday: (values.birthday ?? "").split("/").reverse().join("-") }),
  more: () => {
    const found = ref(countries);
    return { found, filter: (typed, update) => update(() => { found.value = countries.filter((each) => each.label.toLowerCase().includes(typed.toLowerCase())); }) };
  },
});
