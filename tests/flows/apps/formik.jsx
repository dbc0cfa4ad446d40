// Formik: Field, ErrorMessage and a validate function that runs on change and on blur.
import { ErrorMessage, Field, Form, Formik } from "formik";
import { Page, mount } from "./react_shared.jsx";

function validate(values) {
  const errors = {};
  if (!/^[^@\s]+@[^@\s]+$/.test(values.email)) errors.email = "Enter an email address";
  if (!values.fullName) errors.fullName = "Enter your full name";
  return errors;
}

mount(
  <Page title="Join the mailing list">
    {(submit) => (
      <Formik initialValues={{ fullName: "", email: "", postcode: "" }} validate={validate} onSubmit={submit}>
        <Form noValidate>
          <label htmlFor="fullName">Full name</label><Field id="fullName" name="fullName" />
          <ErrorMessage name="fullName" component="p" />
          <label htmlFor="email">Email address</label><Field id="email" name="email" type="email" />
          <ErrorMessage name="email" component="p" />
          <label htmlFor="postcode">Postcode</label><Field id="postcode" name="postcode" />
          <button type="submit">Send</button>
        </Form>
      </Formik>
    )}
  </Page>,
);
