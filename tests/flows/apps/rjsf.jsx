// react-jsonschema-form: the form is a JSON schema.
import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { Page, mount } from "./react_shared.jsx";

const schema = {
  type: "object",
  required: ["firstName", "lastName", "email"],
  properties: {
    firstName: { type: "string", title: "First name" },
    lastName: { type: "string", title: "Last name" },
    email: { type: "string", format: "email", title: "Email" },
    telephone: { type: "string", title: "Telephone" },
    area: { type: "string", title: "Area of work", enum: ["Parks", "Libraries", "Museums"] },
  },
};

mount(<Page title="Volunteer with us">{(submit) => (
  <Form schema={schema} validator={validator} onSubmit={({ formData }) => submit(formData)} />
)}</Page>);
