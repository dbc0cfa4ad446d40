// PrimeVue: select, filtered select, date picker, multi-select, auto-complete, mask, number, slider, switch.
import Aura from "@primeuix/themes/aura";
import AutoComplete from "primevue/autocomplete";
import Button from "primevue/button";
import Checkbox from "primevue/checkbox";
import PrimeVue from "primevue/config";
import DatePicker from "primevue/datepicker";
import InputMask from "primevue/inputmask";
import InputNumber from "primevue/inputnumber";
import InputText from "primevue/inputtext";
import MultiSelect from "primevue/multiselect";
import RadioButton from "primevue/radiobutton";
import Select from "primevue/select";
import Slider from "primevue/slider";
import ToggleSwitch from "primevue/toggleswitch";
import { ref } from "vue";
import { iso, towns } from "./shared.js";
import { start } from "./vue_shared.js";

start({ AutoComplete, PButton: Button, Checkbox, DatePicker, InputMask, InputNumber, InputText, MultiSelect, RadioButton, PSelect: Select, Slider, ToggleSwitch },
  `<form novalidate @submit.prevent="send">
  <p><label for="title">Title *</label> <PSelect labelId="title" v-model="values.title" :options="titles" optionLabel="label" optionValue="value" placeholder="Select a title" aria-labelledby="title-label" /></p>
  <p><label for="name">Full name *</label> <InputText id="name" v-model="values.name" /></p>
  <p><label for="email">Email address *</label> <InputText id="email" type="email" v-model="values.email" /></p>
  <p><label for="birthday">Date of birth *</label> <DatePicker inputId="birthday" v-model="values.birthday" dateFormat="dd/mm/yy" /></p>
  <p><label for="town">Town *</label> <AutoComplete inputId="town" v-model="values.town" :suggestions="found" @complete="suggest" /></p>
  <p><label id="country-label" for="country">Country *</label> <PSelect labelId="country" v-model="values.country" :options="countries" optionLabel="label" optionValue="value" filter placeholder="Select a country" :virtualScrollerOptions="{ itemSize: 38 }" /></p>
  <p><label for="languages">Languages you speak *</label> <MultiSelect inputId="languages" v-model="values.languages" :options="languages" optionLabel="label" optionValue="value" placeholder="Select languages" /></p>
  <p><label for="iban">IBAN *</label> <InputMask id="iban" v-model="values.iban" mask="aa99 aaaa 9999 9999 9999 99" placeholder="GB00 AAAA 0000 0000 0000 00" /></p>
  <fieldset><legend>How should we contact you? *</legend><div v-for="each in contacts" :key="each.value">
    <RadioButton v-model="values.contact" :inputId="each.value" name="contact" :value="each.value" /><label :for="each.value">{{ each.label }}</label></div></fieldset>
  <fieldset><legend>Which days suit you? *</legend><div v-for="each in weekdays" :key="each.value">
    <Checkbox v-model="values.days" :inputId="each.value" name="days" :value="each.value" /><label :for="each.value">{{ each.label }}</label></div></fieldset>
  <p><label for="visitors">Number of visitors</label> <InputNumber inputId="visitors" v-model="values.visitors" showButtons :min="1" :max="20" /></p>
  <p><span id="hours-label">Hours per week</span> <Slider v-model="values.hours" aria-labelledby="hours-label" :max="40" style="width: 14rem" /></p>
  <p><ToggleSwitch inputId="news" v-model="values.news" /> <label for="news">Send me the newsletter</label></p>
  <p><Checkbox inputId="terms" v-model="values.terms" binary /> <label for="terms">I accept the terms of use *</label></p>
  <PButton type="submit" label="Send" /></form>`, {
  prepare: (app) => app.use(PrimeVue, { theme: { preset: Aura } }),
  shape: (values) => ({ ...values, birthday: values.birthday instanceof Date ? iso(values.birthday) : "" }),
  more: () => { const found = ref([]); return { found, suggest: ({ query }) => { found.value = towns.filter((each) => each.startsWith(query)); } }; },
});
