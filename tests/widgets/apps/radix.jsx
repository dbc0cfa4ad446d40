// Radix primitives: select, radio group, checkboxes, switch and slider, labelled by its label.
import { Checkbox, Label, RadioGroup, Select, Slider, Switch } from "radix-ui";
import { Frame, mount, useValues } from "./react_shared.jsx";
import { contacts, countries, titles, weekdays } from "./shared.js";

const box = { width: 20, height: 20 };

function App() {
  const { values, set, typed } = useValues({ days: [] });
  const flip = (day) => set("days")(values.days.includes(day) ? values.days.filter((each) => each !== day) : [...values.days, day]);
  const select = (name, label, options) => (
    <p><Label.Root htmlFor={name}>{label} *</Label.Root>
      <Select.Root onValueChange={set(name)} required>
        <Select.Trigger id={name}><Select.Value placeholder="Choose…" /><Select.Icon /></Select.Trigger>
        <Select.Portal><Select.Content position="popper" style={{ background: "white", border: "1px solid", maxHeight: 260 }}>
          <Select.Viewport>{options.map((each) => (
            <Select.Item key={each.value} value={each.value}><Select.ItemText>{each.label}</Select.ItemText></Select.Item>
          ))}</Select.Viewport></Select.Content></Select.Portal>
      </Select.Root></p>
  );
  return (
    <Frame values={values}>
      {select("title", "Title", titles)}
      <p><Label.Root htmlFor="name">Full name *</Label.Root> <input {...typed("name")} /></p>
      <p><Label.Root htmlFor="email">Email address *</Label.Root> <input type="email" {...typed("email")} /></p>
      {select("country", "Country", countries)}
      <p id="contact-label">How should we contact you? *</p>
      <RadioGroup.Root aria-labelledby="contact-label" onValueChange={set("contact")} required>
        {contacts.map((each) => (
          <div key={each.value}><RadioGroup.Item value={each.value} id={each.value} style={box}><RadioGroup.Indicator>•</RadioGroup.Indicator></RadioGroup.Item>
            <label htmlFor={each.value}>{each.label}</label></div>
        ))}
      </RadioGroup.Root>
      <fieldset><legend>Which days suit you? *</legend>
        {weekdays.map((each) => (
          <div key={each.value}><Checkbox.Root id={each.value} checked={values.days.includes(each.value)} onCheckedChange={() => flip(each.value)} style={box}>
            <Checkbox.Indicator>✓</Checkbox.Indicator></Checkbox.Root><label htmlFor={each.value}>{each.label}</label></div>
        ))}</fieldset>
      <p><span>Hours per week</span>
        <Slider.Root value={[values.hours]} max={40} onValueChange={([value]) => set("hours")(value)} style={{ position: "relative", display: "flex", width: 200, height: 20 }}>
          <Slider.Track style={{ background: "gray", flexGrow: 1, height: 3 }}><Slider.Range /></Slider.Track>
          <Slider.Thumb aria-label="Hours per week" style={{ display: "block", width: 20, height: 20, background: "blue" }} /></Slider.Root></p>
      <p><label htmlFor="news">Send me the newsletter</label>
        <Switch.Root id="news" checked={values.news} onCheckedChange={set("news")} style={{ width: 42, height: 25 }}><Switch.Thumb style={{ display: "block", width: 20, height: 20, background: "black" }} /></Switch.Root></p>
      <p><Checkbox.Root id="terms" required checked={values.terms} onCheckedChange={set("terms")} style={box}><Checkbox.Indicator>✓</Checkbox.Indicator></Checkbox.Root>
        <label htmlFor="terms">I accept the terms of use *</label></p>
      <button type="submit">Send</button>
    </Frame>
  );
}
mount(<App />);
