// React Aria Components: select, combo box, date picker of segments, groups, switch, slider, number field.
import {
  Button, Calendar, CalendarCell, CalendarGrid, Checkbox, CheckboxGroup, ComboBox, DateInput, DatePicker, DateSegment, Dialog, FieldError,
  Form, Group, Heading, Input, Label, ListBox, ListBoxItem, NumberField, Popover, Radio, RadioGroup, Select, SelectValue, Slider,
  SliderOutput, SliderThumb, SliderTrack, Switch, TextField, I18nProvider,
} from "react-aria-components";
import { mount, useValues } from "./react_shared.jsx";
import { contacts, countries, submit, titles, weekdays } from "./shared.js";

const pop = { background: "white", border: "1px solid", maxHeight: 250, overflow: "auto", width: 300 };
const items = (list) => list.map((each) => <ListBoxItem key={each.value} id={each.value}>{each.label}</ListBoxItem>);

function App() {
  const { values, set } = useValues({ days: [] });
  const text = (name, label, type) => (
    <TextField isRequired name={name} type={type} onChange={set(name)}><Label>{label} *</Label><Input /><FieldError /></TextField>
  );
  return (
    <I18nProvider locale="en-GB"><main><h1>Become a volunteer</h1>
      <Form onSubmit={(event) => { event.preventDefault(); submit(values); }}>
        <Select isRequired placeholder="Select a title" onSelectionChange={set("title")} onChange={set("title")}><Label>Title *</Label>
          <Button><SelectValue /> <span aria-hidden="true">▼</span></Button>
          <Popover style={pop}><ListBox>{items(titles)}</ListBox></Popover></Select>
        {text("name", "Full name")}{text("email", "Email address", "email")}
        <DatePicker isRequired onChange={(value) => set("birthday")(value?.toString())}><Label>Date of birth *</Label>
          <Group style={{ display: "flex" }}><DateInput style={{ display: "flex" }}>{(segment) => <DateSegment segment={segment} />}</DateInput><Button>▼</Button></Group>
          <Popover style={pop}><Dialog><Calendar><header><Button slot="previous">◀</Button><Heading /><Button slot="next">▶</Button></header>
            <CalendarGrid>{(date) => <CalendarCell date={date} />}</CalendarGrid></Calendar></Dialog></Popover></DatePicker>
        <ComboBox isRequired onSelectionChange={set("country")} onChange={set("country")}><Label>Country *</Label>
          <div><Input /><Button>▼</Button></div><Popover style={pop}><ListBox>{items(countries)}</ListBox></Popover></ComboBox>
        <RadioGroup isRequired onChange={set("contact")}><Label>How should we contact you? *</Label>
          {contacts.map((each) => <Radio key={each.value} value={each.value}>{each.label}</Radio>)}</RadioGroup>
        <CheckboxGroup isRequired onChange={set("days")}><Label>Which days suit you? *</Label>
          {weekdays.map((each) => <Checkbox key={each.value} value={each.value}>{each.label}</Checkbox>)}</CheckboxGroup>
        <NumberField defaultValue={1} minValue={1} maxValue={20} onChange={set("visitors")}><Label>Number of visitors</Label>
          <Group><Button slot="decrement">-</Button><Input /><Button slot="increment">+</Button></Group></NumberField>
        <Slider defaultValue={4} maxValue={40} onChange={set("hours")} style={{ width: 300 }}><Label>Hours per week</Label><SliderOutput />
          <SliderTrack style={{ height: 30, position: "relative" }}><SliderThumb style={{ width: 20, height: 20, background: "blue", top: 15 }} /></SliderTrack></Slider>
        <Switch defaultSelected onChange={set("news")}><div style={{ display: "inline-block", width: 30, height: 14, background: "gray" }} /> Send me the newsletter</Switch>
        <Checkbox isRequired onChange={set("terms")}>I accept the terms of use *</Checkbox>
        <Button type="submit">Send</Button>
      </Form></main></I18nProvider>
  );
}
mount(<App />);
