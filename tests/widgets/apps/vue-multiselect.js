// vue-multiselect: single, searchable and multiple.
import "vue-multiselect/dist/vue-multiselect.css";
import Multiselect from "vue-multiselect";
import { start } from "./vue_shared.js";

start({ Multiselect }, `<form @submit.prevent="send">
  <label for="title">Title *</label>
  <Multiselect id="title" v-model="values.title" :options="titles" label="label" track-by="value" :searchable="false" placeholder="Choose a title" />
  <p><label for="name">Full name *</label> <input id="name" v-model="values.name" required></p>
  <p><label for="email">Email address *</label> <input id="email" v-model="values.email" type="email" required></p>
  <label for="country">Country *</label>
  <Multiselect id="country" v-model="values.country" :options="countries" label="label" track-by="value" placeholder="Choose a country" />
  <label for="languages">Languages you speak *</label>
  <Multiselect id="languages" v-model="values.languages" :options="languages" label="label" track-by="value" multiple :close-on-select="false" placeholder="Choose languages" />
  <button type="submit">Send</button></form>`, {
  begin: { title: null, country: null },
  shape: ({ title, country, languages, name, email }) => ({ name, email, title: title?.value, country: country?.value, languages: languages.map((each) => each.value) }),
});
