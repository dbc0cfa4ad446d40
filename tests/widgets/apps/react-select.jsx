// react-select: single, searchable and multiple; hidden inputs carry the values.
import Select from "react-select";
import { Frame, mount, useValues } from "./react_shared.jsx";
import { countries, languages, titles } from "./shared.js";

function App() {
  const { values, set, typed } = useValues();
  const one = (name, label, options) => (
    <p><label htmlFor={name}>{label} *</label>
      <Select inputId={name} name={name} options={options} required
        onChange={(option) => set(name)(option?.value)} /></p>
  );
  return (
    <Frame values={values}>
      {one("title", "Title", titles)}
      <p><label htmlFor="name">Full name *</label> <input required {...typed("name")} /></p>
      <p><label htmlFor="email">Email address *</label> <input type="email" required {...typed("email")} /></p>
      {one("country", "Country", countries)}
      <p><label htmlFor="languages">Languages you speak *</label>
        <Select inputId="languages" isMulti options={languages} required
          onChange={(options) => set("languages")(options.map((each) => each.value))} /></p>
      <button type="submit">Send</button>
    </Frame>
  );
}
mount(<App />);
