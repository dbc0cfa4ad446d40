// React Hook Form: registered inputs, rules and error messages as its documentation shows them.
import { useForm } from "react-hook-form";
import { Page, mount } from "./react_shared.jsx";

function Callback({ submit }) {
  const { register, handleSubmit, formState: { errors, isSubmitting } } = useForm({ mode: "onBlur" });
  return (
    <form onSubmit={handleSubmit(submit)} noValidate>
      <label htmlFor="firstName">First name</label>
      <input id="firstName" autoComplete="given-name" {...register("firstName", { required: "Enter your first name" })} />
      {errors.firstName && <p role="alert">{errors.firstName.message}</p>}
      <label htmlFor="lastName">Last name</label>
      <input id="lastName" autoComplete="family-name" {...register("lastName", { required: "Enter your last name" })} />
      {errors.lastName && <p role="alert">{errors.lastName.message}</p>}
      <label htmlFor="phone">Phone number</label>
      <input id="phone" type="tel" {...register("phone", { required: true, pattern: /^[0-9 +]{10,}$/ })} />
      {errors.phone && <p role="alert">Enter a phone number</p>}
      <label htmlFor="topic">What is it about?</label>
      <select id="topic" {...register("topic", { required: true })}>
        <option value="">Choose one</option><option value="billing">Billing</option>
        <option value="repairs">Repairs</option><option value="other">Something else</option>
      </select>
      {errors.topic && <p role="alert">Choose one</p>}
      <button disabled={isSubmitting}>Request a call</button>
    </form>
  );
}

mount(<Page title="Request a call">{(submit) => <Callback submit={submit} />}</Page>);
