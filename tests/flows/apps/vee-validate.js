// VeeValidate: its Form, Field and ErrorMessage components with function rules.
import { ErrorMessage, Field, Form } from "vee-validate";
import { start } from "./vue_shared.js";

const required = (value) => (value ? true : "This is required");

start("Apply for a garden waste bin", {
  components: { VForm: Form, Field, ErrorMessage },
  props: ["submit"],
  setup: () => ({ required }),
  template: `<VForm @submit="values => submit(values)">
    <div><label for="name">Name</label><Field id="name" name="name" :rules="required" /><ErrorMessage name="name" /></div>
    <div><label for="line1">Address line 1</label><Field id="line1" name="line1" :rules="required" /><ErrorMessage name="line1" /></div>
    <div><label for="postcode">Postcode</label><Field id="postcode" name="postcode" :rules="required" /><ErrorMessage name="postcode" /></div>
    <div><label for="email">Email</label><Field id="email" name="email" type="email" :rules="required" /><ErrorMessage name="email" /></div>
    <button>Apply</button>
  </VForm>`,
});
