// TanStack Form: fields as children, validators on blur.
import { useForm } from "@tanstack/react-form";
import { Page, mount } from "./react_shared.jsx";

const FIELDS = [["givenName", "First name", "text"], ["familyName", "Surname", "text"], ["birthday", "Date of birth", "date"], ["email", "Email", "email"]];

function Register({ submit }) {
  const form = useForm({
    defaultValues: { givenName: "", familyName: "", birthday: "", email: "" },
    onSubmit: ({ value }) => submit(value),
  });
  return (
    <form onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); form.handleSubmit(); }}>
      {FIELDS.map(([name, label, type]) => (
        <form.Field key={name} name={name} validators={{ onBlur: ({ value }) => (value ? undefined : `Enter your ${label.toLowerCase()}`) }}>
          {(field) => (
            <div>
              <label htmlFor={field.name}>{label}</label>
              <input id={field.name} name={field.name} type={type} value={field.state.value} onBlur={field.handleBlur}
                onChange={(event) => field.handleChange(event.target.value)} />
              {!field.state.meta.isValid && <em role="alert">{field.state.meta.errors.join(", ")}</em>}
            </div>
          )}
        </form.Field>
      ))}
      <form.Subscribe selector={(state) => [state.canSubmit, state.isSubmitting]}>
        {([canSubmit, isSubmitting]) => <button type="submit" disabled={!canSubmit}>{isSubmitting ? "..." : "Register"}</button>}
      </form.Subscribe>
    </form>
  );
}

mount(<Page title="Register as a patient">{(submit) => <Register submit={submit} />}</Page>);
