// The frame of the React applications: the form, then the page that thanks.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { send, thanks } from "./shared.js";

export function Page({ title, children }) {
  const [reference, setReference] = useState("");
  const [problem, setProblem] = useState("");
  const submit = async (values) => {
    try {
      setReference(await send(values));
    } catch (error) {
      setProblem(error.message);
    }
  };
  if (reference) return <main><h1>Thank you</h1><p>{thanks(reference)}</p></main>;
  return <main><h1>{title}</h1>{problem && <p role="alert">{problem}</p>}{children(submit)}</main>;
}

export const mount = (element) => createRoot(document.getElementById("root")).render(element);
