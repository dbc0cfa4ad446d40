// Element Plus: select, filterable select, date picker, autocomplete, groups, number, slider, switch, upload.
import "element-plus/dist/index.css";
import ElementPlus from "element-plus";
import { start } from "./vue_shared.js";

start({}, `<el-form :model="values" label-position="top" @submit.prevent="send">
  <el-form-item label="Title" prop="title" required><el-select v-model="values.title" placeholder="Select a title">
    <el-option v-for="each in titles" :key="each.value" :label="each.label" :value="each.value" /></el-select></el-form-item>
  <el-form-item label="Full name" prop="name" required><el-input v-model="values.name" /></el-form-item>
  <el-form-item label="Email address" prop="email" required><el-input v-model="values.email" type="email" /></el-form-item>
  <el-form-item label="Date of birth" prop="birthday" required>
    <el-date-picker v-model="values.birthday" type="date" placeholder="Pick a day" format="DD/MM/YYYY" value-format="YYYY-MM-DD" /></el-form-item>
  <el-form-item label="Town" prop="town" required>
    <el-autocomplete v-model="values.town" :fetch-suggestions="suggest" placeholder="Please input" /></el-form-item>
  <el-form-item label="Country" prop="country" required><el-select v-model="values.country" filterable placeholder="Select a country">
    <el-option v-for="each in countries" :key="each.value" :label="each.label" :value="each.value" /></el-select></el-form-item>
  <el-form-item label="Languages you speak" prop="languages" required><el-select v-model="values.languages" multiple placeholder="Select languages">
    <el-option v-for="each in languages" :key="each.value" :label="each.label" :value="each.value" /></el-select></el-form-item>
  <el-form-item label="How should we contact you?" prop="contact" required><el-radio-group v-model="values.contact">
    <el-radio v-for="each in contacts" :key="each.value" :value="each.value">{{ each.label }}</el-radio></el-radio-group></el-form-item>
  <el-form-item label="Which days suit you?" prop="days" required><el-checkbox-group v-model="values.days">
    <el-checkbox v-for="each in weekdays" :key="each.value" :value="each.value" name="days">{{ each.label }}</el-checkbox></el-checkbox-group></el-form-item>
  <el-form-item label="Number of visitors" prop="visitors"><el-input-number v-model="values.visitors" :min="1" :max="20" /></el-form-item>
  <el-form-item label="Hours per week" prop="hours"><el-slider v-model="values.hours" :max="40" /></el-form-item>
  <el-form-item label="Proof of address" prop="document" required>
    <el-upload action="#" :auto-upload="false" :limit="1" :on-change="(file) => { values.document = file.raw }"><el-button>Select a file</el-button></el-upload></el-form-item>
  <el-form-item label="Send me the newsletter" prop="news"><el-switch v-model="values.news" /></el-form-item>
  <el-form-item prop="terms"><el-checkbox v-model="values.terms">I accept the terms of use *</el-checkbox></el-form-item>
  <el-button type="primary" native-type="submit">Send</el-button></el-form>`, {
  prepare: (app) => app.use(ElementPlus),
  more: () => ({ suggest: (typed, show) => show(["Ashcombe", "Thornbury", "Thornmere"].filter((each) => each.startsWith(typed)).map((value) => ({ value }))) }),
});
