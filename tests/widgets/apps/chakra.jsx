// Chakra UI: fields, select, radio and checkbox groups, number input, slider, switch, file upload.
import {
  Button, Checkbox, CheckboxGroup, ChakraProvider, Field, Fieldset, FileUpload, Input, NumberInput, Portal, RadioGroup, Select, Slider, Stack,
  Switch, createListCollection, defaultSystem,
} from "@chakra-ui/react";
import { Frame, mount, useValues } from "./react_shared.jsx";
import { contacts, countries, titles, weekdays } from "./shared.js";

const lists = { title: createListCollection({ items: titles }), country: createListCollection({ items: countries }) };

function App() {
  const { values, set, typed } = useValues();
  const text = (name, label, type) => (
    <Field.Root required><Field.Label>{label} <Field.RequiredIndicator /></Field.Label><Input type={type} {...typed(name)} /></Field.Root>
  );
  const select = (name, label) => (
    <Select.Root required collection={lists[name]} onValueChange={({ value }) => set(name)(value[0])}>
      <Select.HiddenSelect /><Select.Label>{label} *</Select.Label>
      <Select.Control><Select.Trigger><Select.ValueText placeholder="Select one" /></Select.Trigger><Select.IndicatorGroup><Select.Indicator /></Select.IndicatorGroup></Select.Control>
      <Portal><Select.Positioner><Select.Content>{lists[name].items.map((each) => (
        <Select.Item item={each} key={each.value}>{each.label}<Select.ItemIndicator /></Select.Item>
      ))}</Select.Content></Select.Positioner></Portal>
    </Select.Root>
  );
  return (
    <ChakraProvider value={defaultSystem}><Frame values={values}><Stack>
      {select("title", "Title")}{text("name", "Full name")}{text("email", "Email address", "email")}{select("country", "Country")}
      <RadioGroup.Root onValueChange={({ value }) => set("contact")(value)}><RadioGroup.Label>How should we contact you? *</RadioGroup.Label>
        {contacts.map((each) => (
          <RadioGroup.Item key={each.value} value={each.value}><RadioGroup.ItemHiddenInput /><RadioGroup.ItemIndicator /><RadioGroup.ItemText>{each.label}</RadioGroup.ItemText></RadioGroup.Item>
        ))}</RadioGroup.Root>
      <Fieldset.Root><CheckboxGroup name="days" onValueChange={set("days")}><Fieldset.Legend>Which days suit you? *</Fieldset.Legend>
        <Fieldset.Content>{weekdays.map((each) => (
          <Checkbox.Root key={each.value} value={each.value}><Checkbox.HiddenInput /><Checkbox.Control /><Checkbox.Label>{each.label}</Checkbox.Label></Checkbox.Root>
        ))}</Fieldset.Content></CheckboxGroup></Fieldset.Root>
      <NumberInput.Root defaultValue="1" min={1} max={20} onValueChange={({ valueAsNumber }) => set("visitors")(valueAsNumber)}>
        <NumberInput.Label>Number of visitors</NumberInput.Label><NumberInput.Control /><NumberInput.Input /></NumberInput.Root>
      <Slider.Root defaultValue={[4]} max={40} width="200px" onValueChange={({ value }) => set("hours")(value[0])}><Slider.Label>Hours per week</Slider.Label>
        <Slider.Control><Slider.Track><Slider.Range /></Slider.Track><Slider.Thumbs /></Slider.Control></Slider.Root>
      <FileUpload.Root onFileAccept={({ files }) => set("document")(files[0])}><FileUpload.HiddenInput /><FileUpload.Label>Proof of address *</FileUpload.Label>
        <FileUpload.Trigger asChild><Button variant="outline">Upload file</Button></FileUpload.Trigger><FileUpload.List /></FileUpload.Root>
      <Switch.Root defaultChecked onCheckedChange={({ checked }) => set("news")(checked)}><Switch.HiddenInput /><Switch.Control /><Switch.Label>Send me the newsletter</Switch.Label></Switch.Root>
      <Checkbox.Root onCheckedChange={({ checked }) => set("terms")(checked)}><Checkbox.HiddenInput /><Checkbox.Control /><Checkbox.Label>I accept the terms of use *</Checkbox.Label></Checkbox.Root>
      <Button type="submit">Send</Button>
    </Stack></Frame></ChakraProvider>
  );
}
mount(<App />);
