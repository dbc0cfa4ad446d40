// Naive UI: input, select, filterable select with virtual list, date picker, auto-complete, groups, number, slider, switch, upload.
import naive from "naive-ui";
import { start } from "./vue_shared.js";

start({}, `<n-form :model="values" @submit.prevent="send">
  <n-form-item label="Title" path="title" required><n-select v-model:value="values.title" :options="titles" /></n-form-item>
  <n-form-item label="Full name" path="name" required><n-input v-model:value="values.name" placeholder="" /></n-form-item>
  <n-form-item label="Email address" path="email" required><n-input v-model:value="values.email" placeholder="" /></n-form-item>
  <n-form-item label="Date of birth" path="birthday" required>
    <n-date-picker v-model:formatted-value="values.birthday" value-format="yyyy-MM-dd" format="dd/MM/yyyy" type="date" /></n-form-item>
  <n-form-item label="Country" path="country" required><n-select v-model:value="values.country" filterable :options="countries" /></n-form-item>
  <n-form-item label="Languages you speak" path="languages" required><n-select v-model:value="values.languages" multiple :options="languages" /></n-form-item>
  <n-form-item label="Town" path="town" required><n-auto-complete v-model:value="values.town" :options="towns" placeholder="" /></n-form-item>
  <n-form-item label="How should we contact you?" path="contact" required><n-radio-group v-model:value="values.contact" name="contact">
    <n-radio v-for="each in contacts" :key="each.value" :value="each.value">{{ each.label }}</n-radio></n-radio-group></n-form-item>
  <n-form-item label="Which days suit you?" path="days" required><n-checkbox-group v-model:value="values.days">
    <n-checkbox v-for="each in weekdays" :key="each.value" :value="each.value" :label="each.label" /></n-checkbox-group></n-form-item>
  <n-form-item label="Number of visitors" path="visitors"><n-input-number v-model:value="values.visitors" :min="1" :max="20" /></n-form-item>
  <n-form-item label="Hours per week" path="hours"><n-slider v-model:value="values.hours" :max="40" /></n-form-item>
  <n-form-item label="Proof of address" path="document" required>
    <n-upload :default-upload="false" :max="1" @change="({ file }) => { values.document = file.file }"><n-button>Select a file</n-button></n-upload></n-form-item>
  <n-form-item label="Send me the newsletter" path="news"><n-switch v-model:value="values.news" /></n-form-item>
  <n-form-item path="terms" :show-label="false"><n-checkbox v-model:checked="values.terms">I accept the terms of use *</n-checkbox></n-form-item>
  <n-button attr-type="submit" type="primary">Send</n-button></n-form>`, {
  prepare: (app) => app.use(naive), begin: { title: null, country: null, birthday: null, contact: null, name: "", email: "", town: "" },
});
