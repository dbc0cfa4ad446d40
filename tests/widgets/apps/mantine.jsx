// Mantine: select, multi-select, autocomplete, date input, number, slider, switch, file input.
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import {
  Autocomplete, Button, Checkbox, FileInput, Group, Input, MantineProvider, MultiSelect, NumberInput, Radio, Select, Slider, Switch,
  Textarea, TextInput,
} from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { Frame, mount, useValues } from "./react_shared.jsx";
import { contacts, countries, iso, languages, titles, towns, weekdays } from "./shared.js";

function App() {
  const { values, set, typed } = useValues();
  return (
    <MantineProvider><Frame values={values}>
      <Select label="Title" placeholder="Pick one" required data={titles} onChange={set("title")} />
      <TextInput label="Full name" required {...typed("name")} />
      <TextInput label="Email address" type="email" required {...typed("email")} />
      <DateInput label="Date of birth" required valueFormat="DD/MM/YYYY" placeholder="DD/MM/YYYY"
        onChange={(value) => set("birthday")(value instanceof Date ? iso(value) : value)} />
      <Autocomplete label="Town" required data={towns} onChange={set("town")} />
      <Select label="Country" required searchable data={countries} onChange={set("country")} />
      <MultiSelect label="Languages you speak" required data={languages} onChange={set("languages")} />
      <Radio.Group label="How should we contact you?" required onChange={set("contact")}>
        <Group>{contacts.map((each) => <Radio key={each.value} value={each.value} label={each.label} />)}</Group></Radio.Group>
      <Checkbox.Group label="Which days suit you?" required onChange={set("days")}>
        <Group>{weekdays.map((each) => <Checkbox key={each.value} value={each.value} label={each.label} />)}</Group></Checkbox.Group>
      <NumberInput label="Number of visitors" min={1} max={20} defaultValue={1} onChange={set("visitors")} />
      <Input.Wrapper label="Hours per week"><Slider defaultValue={4} max={40} thumbLabel="Hours per week" onChange={set("hours")} /></Input.Wrapper>
      <FileInput label="Proof of address" placeholder="Choose a file" required onChange={set("document")} />
      <Textarea label="Your message" required {...typed("message")} />
      <Switch label="Send me the newsletter" checked={values.news} onChange={(event) => set("news")(event.currentTarget.checked)} />
      <Checkbox label="I accept the terms of use *" checked={values.terms} onChange={(event) => set("terms")(event.currentTarget.checked)} />
      <Button type="submit">Send</Button>
    </Frame></MantineProvider>
  );
}
mount(<App />);
