// React Final Form: render props, a select and a text area.
import { Field, Form } from "react-final-form";
import { Page, mount } from "./react_shared.jsx";

const required = (value) => (value ? undefined : "Required");

const Line = ({ name, label, ...rest }) => (
  <Field name={name} validate={required}>
    {({ input, meta }) => (
      <div>
        <label>{label} <input {...input} {...rest} /></label>
        {meta.error && meta.touched && <span role="alert">{meta.error}</span>}
      </div>
    )}
  </Field>
);

mount(
  <Page title="Tell us about a repair">
    {(submit) => (
      <Form onSubmit={submit} render={({ handleSubmit, submitting }) => (
        <form onSubmit={handleSubmit}>
          <Line name="name" label="Your name" />
          <Line name="addressLine1" label="Address line 1" />
          <Line name="town" label="Town or city" />
          <Line name="postcode" label="Postcode" />
          <div><label>What needs repairing? <Field name="details" component="textarea" /></label></div>
          <button type="submit" disabled={submitting}>Submit</button>
        </form>
      )} />
    )}
  </Page>,
);
