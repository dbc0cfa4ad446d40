// Vue without a form library: v-model on native controls, a date and a radio group.
import { reactive } from "vue";
import { start } from "./vue_shared.js";

start("Book a tip visit", {
  props: ["submit"],
  setup: () => ({ values: reactive({ name: "", registration: "", vehicle: "" }) }),
  template: `<form @submit.prevent="submit({ ...values })">
    <label for="name">Full name</label><input id="name" v-model.trim="values.name" required>
    <label for="registration">Vehicle registration</label><input id="registration" v-model.trim="values.registration" required>
    <fieldset><legend>What do you drive?</legend>
      <label v-for="each in ['Car', 'Van']" :key="each"><input type="radio" name="vehicle" :value="each" v-model="values.vehicle" required> {{ each }}</label>
    </fieldset>
    <button>Book</button>
  </form>`,
});
