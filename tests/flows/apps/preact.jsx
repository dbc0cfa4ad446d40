/** @jsxRuntime automatic @jsxImportSource preact */
// Preact: uncontrolled inputs read through FormData, as small sites do it.
import { render } from "preact";
import { useState } from "preact/hooks";
import { send, thanks } from "./shared.js";

function App() {
  const [reference, setReference] = useState("");
  const submit = async (event) => {
    event.preventDefault();
    setReference(await send(Object.fromEntries(new FormData(event.target))));
  };
  if (reference) return <main><h1>Thank you</h1><p>{thanks(reference)}</p></main>;
  return (
    <main>
      <h1>Report a missed bin</h1>
      <form onSubmit={submit}>
        <p><label>Postcode <input name="postcode" autocomplete="postal-code" required /></label></p>
        <p><label>Email <input name="email" type="email" required /></label></p>
        <fieldset><legend>Which bin?</legend>
          <label><input type="radio" name="bin" value="rubbish" required /> Rubbish</label>
          <label><input type="radio" name="bin" value="recycling" /> Recycling</label>
        </fieldset>
        <button>Report it</button>
      </form>
    </main>
  );
}

render(<App />, document.getElementById("root"));
