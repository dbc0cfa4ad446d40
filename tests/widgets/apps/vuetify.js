// Vuetify: text field, select, autocomplete, multiple select, radio group, checkboxes, switch, slider, file input.
import "vuetify/styles";
import { createVuetify } from "vuetify";
import * as components from "vuetify/components";
import { start } from "./vue_shared.js";

start({}, `<v-app><v-form validate-on="submit lazy" @submit.prevent="send">
  <v-select v-model="values.title" :items="titles" item-title="label" label="Title *" />
  <v-text-field v-model="values.name" label="Full name *" required />
  <v-text-field v-model="values.email" label="Email address *" type="email" required />
  <v-autocomplete v-model="values.country" :items="countries" item-title="label" label="Country *" />
  <v-select v-model="values.languages" :items="languages" item-title="label" label="Languages you speak *" multiple chips />
  <v-combobox v-model="values.town" :items="towns" label="Town *" />
  <v-radio-group v-model="values.contact" label="How should we contact you? *">
    <v-radio v-for="each in contacts" :key="each.value" :label="each.label" :value="each.value" /></v-radio-group>
  <fieldset><legend>Which days suit you? *</legend>
    <v-checkbox v-for="each in weekdays" :key="each.value" v-model="values.days" :label="each.label" :value="each.value" hide-details /></fieldset>
  <v-number-input v-model="values.visitors" label="Number of visitors" :min="1" :max="20" />
  <v-slider v-model="values.hours" label="Hours per week" :max="40" :step="1" />
  <v-file-input v-model="values.document" label="Proof of address *" />
  <v-textarea v-model="values.message" label="Your message *" />
  <v-switch v-model="values.news" label="Send me the newsletter" />
  <v-checkbox v-model="values.terms" label="I accept the terms of use *" />
  <v-btn type="submit">Send</v-btn></v-form></v-app>`, { prepare: (app) => app.use(createVuetify({ components })) });
