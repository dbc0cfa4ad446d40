// Headless UI: listbox, combobox, radio group, checkboxes and a switch, with a field and label each.
import {
  Button, Checkbox, Combobox, ComboboxButton, ComboboxInput, ComboboxOption, ComboboxOptions, Description, Field, Fieldset, Input,
  Label, Legend, Listbox, ListboxButton, ListboxOption, ListboxOptions, Radio, RadioGroup, Switch,
} from "@headlessui/react";
import { useState } from "react";
import { Frame, mount, useValues } from "./react_shared.jsx";
import { contacts, countries, languages, titles, weekdays } from "./shared.js";

const box = { display: "inline-block", width: 18, height: 18, border: "1px solid", marginRight: 6 };
const list = { background: "white", border: "1px solid", width: 300, zIndex: 2 };

function App() {
  const { values, set, typed } = useValues({ days: [], languages: [] });
  const [query, setQuery] = useState("");
  const found = countries.filter((each) => each.label.toLowerCase().includes(query.toLowerCase()));
  const label = (name, options) => options.find((each) => each.value === values[name])?.label;
  const flip = (day) => set("days")(values.days.includes(day) ? values.days.filter((each) => each !== day) : [...values.days, day]);
  return (
    <Frame values={values}>
      <Field><Label>Title *</Label>
        <Listbox value={values.title ?? null} onChange={set("title")}>
          <ListboxButton>{label("title", titles) ?? "Select a title"}</ListboxButton>
          <ListboxOptions anchor="bottom" style={list}>
            {titles.map((each) => <ListboxOption key={each.value} value={each.value}>{each.label}</ListboxOption>)}
          </ListboxOptions>
        </Listbox></Field>
      <Field><Label>Full name *</Label> <Input {...typed("name")} /></Field>
      <Field><Label>Email address *</Label> <Input type="email" {...typed("email")} /></Field>
      <Field><Label>Country *</Label>
        <Combobox value={values.country ?? null} onChange={set("country")} onClose={() => setQuery("")}>
          <ComboboxInput displayValue={(value) => countries.find((each) => each.value === value)?.label ?? ""}
            onChange={(event) => setQuery(event.target.value)} />
          <ComboboxButton aria-label="Show countries">▾</ComboboxButton>
          <ComboboxOptions anchor="bottom" style={{ ...list, maxHeight: 200, overflow: "auto" }}>
            {found.map((each) => <ComboboxOption key={each.value} value={each.value}>{each.label}</ComboboxOption>)}
          </ComboboxOptions>
        </Combobox></Field>
      <Field><Label>Languages you speak *</Label>
        <Listbox multiple value={values.languages} onChange={set("languages")}>
          <ListboxButton>{values.languages.map((code) => languages.find((each) => each.value === code).label).join(", ") || "Select languages"}</ListboxButton>
          <ListboxOptions anchor="bottom" style={list}>
            {languages.map((each) => <ListboxOption key={each.value} value={each.value}>{each.label}</ListboxOption>)}
          </ListboxOptions>
        </Listbox></Field>
      <Fieldset><Legend>How should we contact you? *</Legend>
        <RadioGroup value={values.contact ?? null} onChange={set("contact")} aria-label="How should we contact you?">
          {contacts.map((each) => (
            <Field key={each.value}><Radio value={each.value} style={box} /><Label>{each.label}</Label></Field>
          ))}
        </RadioGroup></Fieldset>
      <Fieldset><Legend>Which days suit you? *</Legend>
        {weekdays.map((each) => (
          <Field key={each.value}><Checkbox checked={values.days.includes(each.value)} onChange={() => flip(each.value)} style={box} />
            <Label>{each.label}</Label></Field>
        ))}</Fieldset>
      <Field><Switch checked={values.news} onChange={set("news")} style={{ ...box, width: 40, borderRadius: 9, background: values.news ? "green" : "gray" }} />
        <Label>Send me the newsletter</Label><Description>Once a month.</Description></Field>
      <Field><Checkbox checked={values.terms} onChange={set("terms")} style={box} /><Label>I accept the terms of use *</Label></Field>
      <Button type="submit">Send</Button>
    </Frame>
  );
}
mount(<App />);
