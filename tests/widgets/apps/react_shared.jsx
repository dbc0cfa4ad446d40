// The frame of the React forms: a heading, a form that submits one object of values, a way to change one of them.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { submit } from "./shared.js";

export function useValues(begin = {}) {
  const [values, setValues] = useState({ news: true, terms: false, hours: 4, visitors: 1, ...begin });
  const set = (name) => (value) => setValues((before) => ({ ...before, [name]: value }));
  const typed = (name) => ({ id: name, name, value: values[name] ?? "", onChange: (event) => set(name)(event.target.value) });
  return { values, set, typed };
}

export const Frame = ({ title = "Become a volunteer", values, children }) => (
  <main style={{ maxWidth: 640, margin: "0 auto" }}><h1>{title}</h1>
    <form noValidate onSubmit={(event) => { event.preventDefault(); submit(values); }}>{children}</form></main>
);

export const mount = (element) => createRoot(document.getElementById("root")).render(element);
